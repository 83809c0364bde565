/** `--baseline FILE`: violations that were there before are let pass, by the door of suppressions. */
import { readFileSync } from 'node:fs';
import type { Locale } from '../locale/locale.ts';
import { remember } from '../remember.ts';
import { fromHere, type Known, keyOf } from '../report/baseline.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { UsageError } from './usage.ts';

/** What `courtesy baseline` writes where nothing else is said. */
export const BASELINE_NAME = '.courtesy-baseline.json';

export class Baseline {
  private readonly known = new Map<string, Known[]>();
  private readonly file: string;
  private readonly reason: string;

  /** @throws UsageError where it cannot be read or is none */
  constructor(file: string, locale: Locale) {
    this.file = file;
    this.reason = locale.say('baseline.reason', { file });
    for (const one of readKnown(file)) {
      remember(this.known, JSON.stringify([one.file, one.id]), (): Known[] => []).push(one);
    }
  }

  /** Puts on the turns of a transcript what is known of it. Only as many turns as there were are let pass. */
  put({ file, id, turns }: Transcript): void {
    for (const { rule, key, times } of this.known.get(JSON.stringify([fromHere(file), id])) ?? []) {
      const passed = new Set<number>();
      for (const [at, turn] of turns.entries()) {
        const only = (words: string): boolean => {
          if (keyOf(rule, words, turn.text) !== key) return false;
          if (passed.size < times) passed.add(at);
          return passed.has(at);
        };
        const { reason, file } = this;
        turn.suppressed = [...(turn.suppressed ?? []), { rule, reason, line: 1, file, only }];
      }
    }
  }
}

function readKnown(file: string): Known[] {
  try {
    const { schemaVersion, violations } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (schemaVersion !== 1 || !Array.isArray(violations) || !violations.every(isKnown))
      throw new Error('schemaVersion 1 {violations: [{file, id, rule, key, times}]}');
    return violations;
  } catch (error) {
    throw new UsageError('baseline.unreadable', { file, why: (error as Error).message });
  }
}

function isKnown(one: unknown): one is Known {
  const { file, id, rule, key, times } = (one ?? {}) as Record<string, unknown>;
  return [file, id, rule, key].every((part) => typeof part === 'string') && typeof times === 'number';
}
