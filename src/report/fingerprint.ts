import { createHash } from 'node:crypto';
import type { Verdict, Violation } from '../judge/verdict.ts';

/** What a violation is known by from run to run. Lines are no part of it: they move when something is put before. */
export function fingerprint(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The words, the rule and the turn: the same wherever the file is moved to. */
export function wordsKey({ text, rule, turn }: Violation): (string | number)[] {
  return [text, rule, turn];
}

/** One for each violation of a transcript, no two the same: the same words twice in a turn are counted. */
export function uniqueFingerprints({ file, id, violations }: Verdict): string[] {
  const seen = new Map<string, number>();
  return violations.map((violation) => {
    const key = [file, id, ...wordsKey(violation)];
    const name = JSON.stringify(key);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return fingerprint(nth === 0 ? key : [...key, nth]);
  });
}
