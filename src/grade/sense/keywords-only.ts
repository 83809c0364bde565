import { fold } from '../../text/fold.ts';
import type { Language } from '../../transcript/transcript.ts';
import { said } from '../reading.ts';
import type { Sense } from './sense.ts';

/** Courtesies that say nothing of the matter. */
const COURTESIES: Readonly<Record<Language, RegExp>> = {
  zh: /您好|你好|对不起|不好意思|非常|十分|抱歉|致歉|道歉|谢谢|多谢|感谢|再见|拜拜|不客气|没关系|欢迎|麻烦|劳驾|请|谅解|理解/g,
  en: /\b(?:hello|hi|hey|dear|sir|madam|very|so|i'?m|we'?re|sorry|apolog(?:y|ies|i[sz]e)|thank(?:s| you)?|please|good ?bye|bye|welcome|kind|best|regards|understand|excuse me|pardon|have a (?:nice|good|great|lovely) (?:day|evening|one))\b/g,
};
/** Marks that part the words of a list. Who ends sentences talks, however briefly. */
const LISTED = { zh: /[\s、/|+·•,，;；-]+/, en: /[\n、/|+·•,;:-]+/ } as const;
const FEWEST = 3;
/** So many courtesies to each word that is none. */
const MOST_REST = 2;
/** Words that make a sentence of others. */
const JOINTS =
  /^(?:a|an|the|to|for|of|in|on|at|with|about|that|this|it|you|your|we|my|me|is|are|was|will|can|and|but|so|if)$/;
/** Characters (zh) or words (en) of a piece that is no sentence: the longest, and their mean. */
const LONGEST = { zh: 5, en: 2 } as const;
const MEAN = { zh: 3.5, en: 2 } as const;
/** Joined by commas, short clauses are how people talk; so many of them are not. */
const FEWEST_CLAUSES = { zh: 5, en: 4 } as const;

/** Ended like sentences, single words are still words: so many, and so long in the mean. */
const FEWEST_ENDED = 5;
const MEAN_ENDED = { zh: 2.5, en: 1.5 } as const;

/** Words of the norm without a sentence around them: 抱歉 谢谢 请 再见. */
export const keywordsOnly: Sense = {
  remark: 'keywords-only',
  sees(reading) {
    const { language, item } = reading;
    const isModel = item.model.some((model) => isBare(model, language));
    return !isModel && isBare(said(reading), language);
  },
};

function isBare(text: string, language: Language): boolean {
  return (
    isCourtesiesOnly(text, language) ||
    isList(text, language) ||
    isTelegram(text, language) ||
    isRunOn(text, language)
  );
}

function isCourtesiesOnly(text: string, language: Language): boolean {
  const folded = fold(text).text;
  const courtesies = folded.match(COURTESIES[language])?.length ?? 0;
  return courtesies >= FEWEST && !/[\p{L}\p{N}]/u.test(folded.replace(COURTESIES[language], ''));
}

function isList(text: string, language: Language): boolean {
  const sizes = sizesOf(text, LISTED[language], language);
  const apart = language === 'zh' && /\p{sc=Han}[ \t　、/|+]+\p{sc=Han}/u.test(text.trim());
  const fewest = apart ? FEWEST : FEWEST_CLAUSES[language];
  return sizes.length >= fewest && Math.max(...sizes) <= LONGEST[language] && mean(sizes) <= MEAN[language];
}

/** Sorry. Refund. Check. Thank you. Goodbye. */
function isTelegram(text: string, language: Language): boolean {
  const sizes = sizesOf(text, /[^\p{L}\p{N}'’ ]+/u, language);
  return (
    sizes.length >= FEWEST_ENDED &&
    Math.max(...sizes) <= LONGEST[language] &&
    mean(sizes) <= MEAN_ENDED[language]
  );
}

/** English courtesies one after another, without a mark between them and hardly a word of anything else. */
function isRunOn(text: string, language: Language): boolean {
  const folded = fold(text).text.trim();
  if (language === 'zh' || /[^\p{L}\p{N}\s'].*\p{L}/su.test(folded)) return false;
  const courtesies = folded.match(COURTESIES.en)?.length ?? 0;
  const rest = folded.replace(COURTESIES.en, ' ').match(/\p{L}+/gu) ?? [];
  return (
    courtesies >= FEWEST && rest.length * MOST_REST <= courtesies && !rest.some((word) => JOINTS.test(word))
  );
}

/** How long each piece between the marks is. */
function sizesOf(text: string, marks: RegExp, language: Language): number[] {
  const pieces = text.split(marks).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return pieces.map((piece) => sizeOf(piece, language));
}

const mean = (sizes: readonly number[]): number => sizes.reduce((sum, one) => sum + one, 0) / sizes.length;

function sizeOf(piece: string, language: Language): number {
  return language === 'zh'
    ? [...piece.replace(/[^\p{L}\p{N}]/gu, '')].length
    : piece.trim().split(/\s+/).length;
}
