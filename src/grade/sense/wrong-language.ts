import { detectLanguage } from '../../text/language.ts';
import type { Language } from '../../transcript/transcript.ts';
import { said } from '../reading.ts';
import type { Sense } from './sense.ts';

const LETTER = /\p{L}/gu;
const OF_LANGUAGE: Readonly<Record<Language, RegExp>> = { zh: /\p{sc=Han}|[a-z]/giu, en: /\p{sc=Latin}/gu };
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** Words without which nobody writes many words of English. */
const ENGLISH =
  /\b(?:the|a|an|to|of|and|or|for|in|on|at|is|are|be|was|it|this|that|i|we|you|your|my|our|me|will|would|can|could|have|not|no|do|with|please|thank|thanks|sorry|hello|hi|as|so|if|there|here|just|now|get|got|what|which|how|when|but|up|out|again|yes|great|good|glad|anything|something|else|working|help|today|goodbye|bye|they|she|her)\b/gi;
/** Words from which on a text without them is no English, and how many of them it should have. */
const ENOUGH_WORDS = 6;
const ENGLISH_SHARE = 0.15;

export const wrongLanguage: Sense = {
  remark: 'wrong-language',
  sees(reading) {
    const text = said(reading);
    const letters = count(text, LETTER);
    if (letters === 0) return false;
    if (detectLanguage([text]) !== reading.language) return true;
    if (count(text, OF_LANGUAGE[reading.language]) < letters / 2) return true;
    if (reading.language === 'zh') return count(text, KANA) > letters / 5;
    const words = text.split(/\s+/).length;
    return words >= ENOUGH_WORDS && count(text, ENGLISH) < words * ENGLISH_SHARE;
  },
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
