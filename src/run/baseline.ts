/** `--baseline FILE`: violations that were there before are let pass, by the door of suppressions. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../locale/locale.ts';
import { remember } from '../remember.ts';
import { fromHere, type Known, keyOf } from '../report/baseline.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { UsageError } from './usage.ts';

/** What `courtesy baseline` writes where nothing else is said. */
export const BASELINE_NAME = '.courtesy-baseline.json';

export class Baseline {
  private readonly entries: readonly Known[];
  private readonly byConversation = new Map<string, Known[]>();
  /** The turns on which an entry let something pass, for those of conversations that were judged. */
  private readonly passed = new Map<Known, Set<number>>();
  private readonly files = new Set<string>();
  private readonly file: string;
  private readonly reason: string;

  /** @throws UsageError where it cannot be read or is none */
  constructor(file: string, locale: Locale) {
    this.file = file;
    this.reason = locale.say('baseline.reason', { file });
    this.entries = readKnown(file);
    for (const one of this.entries) {
      remember(this.byConversation, JSON.stringify([one.file, one.id]), (): Known[] => []).push(one);
    }
  }

  /** Puts on the turns of a transcript what is known of it. Only as many turns as there were are let pass. */
  put({ file, id, turns }: Transcript): void {
    const from = fromHere(file);
    this.files.add(from);
    for (const known of this.byConversation.get(JSON.stringify([from, id])) ?? []) {
      const { rule, key, times } = known;
      const passed = new Set<number>();
      this.passed.set(known, passed);
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

  /** How many places it lets pass. */
  get size(): number {
    return sizeOf(this.entries);
  }

  /**
   * What of it is still needed, once whole inputs were judged: what let something pass, as often as it did, and what
   * is about files that were not looked at. Files that are gone need none.
   */
  needed(): Baseline['entries'] {
    return this.entries.flatMap((one) => {
      const times =
        this.passed.get(one)?.size ?? (this.files.has(one.file) || isGone(one.file) ? 0 : one.times);
      return times > 0 ? [{ ...one, times }] : [];
    });
  }

  /** How many places that it lets pass there are no more. */
  get idle(): number {
    return this.size - sizeOf(this.needed());
  }
}

const sizeOf = (entries: readonly Known[]): number => entries.reduce((sum, { times }) => sum + times, 0);

/** What is in an archive goes by a name below the archive's. */
function isGone(file: string): boolean {
  let at = file;
  while (!existsSync(at) && at !== path.dirname(at)) at = path.dirname(at);
  return !existsSync(at) || statSync(at).isDirectory();
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
