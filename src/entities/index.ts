/** Every entity that a template can name. */
import { address } from './address.ts';
import { bankCard } from './bank-card.ts';
import { date } from './date.ts';
import { duration } from './duration.ts';
import { email } from './email.ts';
import type { Entity } from './entity.ts';
import { foreignWord } from './foreign-word.ts';
import { idCard } from './id-card.ts';
import { jargonCode } from './jargon-code.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { passwordRequest } from './password-request.ts';
import { phone } from './phone.ts';
import { question } from './question.ts';
import { request } from './request.ts';
import { shouting } from './shouting.ts';
import { time } from './time.ts';

const ALL: readonly Entity[] = [
  address,
  bankCard,
  date,
  duration,
  email,
  foreignWord,
  idCard,
  jargonCode,
  money,
  number,
  passwordRequest,
  phone,
  question,
  request,
  shouting,
  time,
];

export const ENTITIES: ReadonlyMap<string, Entity> = new Map(ALL.map((entity) => [entity.name, entity]));
