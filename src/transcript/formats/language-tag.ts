import type { Language } from '../transcript.ts';

/** The language that a file states (`zh-CN`, `en_US`, `中文`, `English`); undefined for others and for none. */
export function languageOf(tag: unknown): Language | undefined {
  if (typeof tag !== 'string') return undefined;
  const word = tag.trim().toLowerCase();
  if (/^(zh|cmn|yue|chi|zho|chinese)(?![a-z])|^(中文|汉语|普通话|粤语|中文|漢語|粵語)/.test(word))
    return 'zh';
  return /^(en|eng|english)(?![a-z])|^(英文|英语|英語)/.test(word) ? 'en' : undefined;
}
