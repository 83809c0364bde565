import { basename, dirname } from 'node:path';
import type { Source } from './formats/format.ts';
import { languageOf } from './formats/language-tag.ts';
import { placeholders } from './placeholders.ts';
import { Suppressions } from './suppressions.ts';
import type { Language, Origin, Role, Transcript, Turn } from './transcript.ts';

/** A text that a template holds. */
export interface ReplyText {
  value: string;
  origin: Origin;
  /** The line its value begins on, where that is above its first word. */
  line?: number;
  role?: Role;
}

/** What replies of one name have in common. */
export interface ReplyGroup {
  id: string;
  language?: Language | undefined;
  meta?: Record<string, unknown>;
  /** False where nothing that is said before, between or after is left out. */
  partial?: boolean;
}

/** The turn of a template's text: white space around it left out, placeholders opaque. Undefined for none. */
export function replyTurn({ value, origin, role = 'bot' }: ReplyText): Turn | undefined {
  const text = value.trim();
  if (text === '') return undefined;
  const from = value.length - value.trimStart().length;
  const turn: Turn = {
    role,
    text,
    origin: from === 0 ? origin : { locate: (offset) => origin.locate(offset + from) },
  };
  const opaque = placeholders(text);
  if (opaque.length > 0) turn.opaque = opaque;
  return turn;
}

/**
 * The replies of a file as transcripts, one for each group in the order in which they came. Suppressions may
 * stand anywhere in a file, so all is gathered before the first is given.
 */
export class Replies {
  readonly suppressions: Suppressions;
  private readonly source: Source;
  private readonly kind: string;
  private readonly language: Language | undefined;
  private readonly transcripts: Transcript[] = [];
  private readonly replies: { turn: Turn; line?: number }[] = [];

  /** @param kind the format, as `meta.template` of every transcript */
  constructor(source: Source, kind: string) {
    this.source = source;
    this.kind = kind;
    this.suppressions = new Suppressions(source);
    this.language = languageOfName(source);
  }

  /**
   * Adds a transcript with these texts.
   * @returns false when none of them says something
   */
  add(
    { id, language = this.language, meta, partial = true }: ReplyGroup,
    texts: Iterable<ReplyText>,
  ): boolean {
    const turns: Turn[] = [];
    for (const text of texts) {
      const turn = replyTurn(text);
      if (!turn) continue;
      turns.push(turn);
      this.replies.push({ turn, ...(text.line !== undefined && { line: text.line }) });
    }
    if (turns.length === 0) return false;
    this.transcripts.push({
      file: this.source.file,
      id,
      agent: null,
      ...(language && { language }),
      // A template is a piece of a conversation: what it does not say may be said by another.
      meta: { template: this.kind, ...(partial && { partial }), ...meta },
      turns,
      rolesKnown: true,
    });
    return true;
  }

  /** What was added, with its suppressions. */
  done(): Transcript[] {
    this.suppressions.apply(this.replies);
    return this.transcripts;
  }
}

/** The language in a name: `bot.zh-cn.lg`, `messages_en.json`, `locales/zh-Hans/bot.yml`, `zh.po`. */
function languageOfName({ file, stem }: Source): Language | undefined {
  const tag = /(?:^|[._-])((?:zh|en)(?:[-_](?:[a-z]{4}|[a-z]{2}))*)$/i;
  const inName = tag.exec(stem)?.[1];
  const folders = dirname(file).split('/').slice(-2).reverse();
  return languageOf(inName ?? folders.map((folder) => tag.exec(basename(folder))?.[1]).find(Boolean));
}
