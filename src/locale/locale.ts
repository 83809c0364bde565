import type { Message } from '../judge/verdict.ts';

export type LocaleName = 'zh' | 'en';

/**
 * Every word a user reads. Values are filled in where `{name}` stands; `{count:turn|turns}` stands for the first
 * word when the value is 1 and for the second otherwise, so that English counts read as English.
 */
export interface Locale {
  name: LocaleName;
  /** Puts a message into words. A key that is missing is a defect and throws. */
  say(message: Message | string, values?: Record<string, string | number>): string;
}

type Table = Record<string, string>;

const SLOT = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** @param tables the locale's texts by key, with `{value}` where a value goes in; no key is in two of them */
export function localeOf(name: LocaleName, tables: readonly (() => Table)[]): Locale {
  const made: Table[] = [];
  const textOf = (key: string): string | undefined => {
    for (let index = 0; index < tables.length; index++) {
      made[index] ??= tables[index]!();
      const text = made[index]![key];
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const say: Locale['say'] = (message, values) => {
    const {
      key,
      values: given,
      parts,
    }: Message = typeof message === 'string' ? { key: message, values } : message;
    const text = textOf(key);
    if (text === undefined) throw new Error(`locale ${name} has no text for "${key}"`);
    return text.replace(SLOT, (whole, slot: string, one?: string, many?: string) => {
      const part = parts?.[slot];
      const value = part === undefined ? given?.[slot] : say(part);
      if (value === undefined) return whole;
      return one === undefined || many === undefined ? String(value) : Number(value) === 1 ? one : many;
    });
  };
  return { name, say };
}
