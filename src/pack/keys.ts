/** Reads the values at a rule's keys into what kinds judge by. */

import type { Message } from '../judge/verdict.ts';
import type { Duration, Heard, KeyCompiler, SetId, Step, Trigger, Window } from '../kinds/kind.ts';
import { EmptyPhraseError, type PhrasebookBuilder } from '../phrase/phrasebook-builder.ts';
import { TemplateError } from '../phrase/template.ts';
import type { Role } from '../transcript/transcript.ts';
import type { Lists } from './lists.ts';
import { parseDuration, parseWindow } from './units.ts';

type Values = Record<string, unknown>;
type Path = (string | number)[];

/** Why a rule cannot be compiled, and where in the rule. */
export class Refusal extends Error {
  readonly path: Path;
  readonly reason: Message;
  readonly offset: number;
  constructor(path: Path, reason: Message, offset = 0) {
    super(reason.key);
    this.path = path;
    this.reason = reason;
    this.offset = offset;
  }
}

const EVERYBODY: Role[] = ['agent', 'customer', 'bot', 'system', 'unknown'];

export function rolesOf(by: unknown): Role[] {
  const named = (Array.isArray(by) ? by : [by]) as (Role | 'any')[];
  return named.includes('any') ? EVERYBODY : (named as Role[]);
}

const listed = (value: unknown): string[] => (Array.isArray(value) ? value : [value]) as string[];

export class KeyReader implements KeyCompiler {
  private readonly values: Values;
  private readonly path: Path;
  private readonly lists: Lists;
  private readonly book: PhrasebookBuilder;

  constructor(values: Values, path: Path, lists: Lists, book: PhrasebookBuilder) {
    this.values = values;
    this.path = path;
    this.lists = lists;
    this.book = book;
  }

  has(key: string): boolean {
    return this.values[key] !== undefined;
  }

  phrases(key: string): SetId | undefined {
    return this.has(key) ? this.set(this.values[key], [key]) : undefined;
  }

  groups(key: string): { name: string; set: SetId }[] | undefined {
    if (!this.has(key)) return undefined;
    return (this.values[key] as unknown[]).map((group, index) => ({
      name: groupName(group),
      set: this.set(group, [key, index]),
    }));
  }

  trigger(key: string): Trigger | undefined {
    return this.has(key) ? this.triggerOf(this.values[key], [key]) : undefined;
  }

  /** One trigger or several at a nested key, all of which must have been heard. */
  heard(outer: string, key: string): Heard[] {
    const value = (this.values[outer] as Values | undefined)?.[key];
    if (value === undefined) return [];
    const several = Array.isArray(value) && value.some((one) => typeof one === 'object');
    const all = several ? (value as unknown[]) : [value];
    return all.map((one, index) => {
      const path = several ? [outer, key, index] : [outer, key];
      const within = (one as Values | null)?.within;
      const window = within === undefined || typeof one !== 'object' ? null : parseWindow(within);
      if (within !== undefined && window?.in !== 'turns') {
        throw new Refusal([...path, 'within'], { key: 'pack.bad-turns', values: { found: String(within) } });
      }
      const trigger = this.triggerOf(one, path);
      return window?.in === 'turns' ? { ...trigger, turns: window.turns } : trigger;
    });
  }

  private triggerOf(value: unknown, path: Path): Trigger {
    if (typeof value === 'string' || Array.isArray(value)) {
      return { by: ['customer'], set: this.set(value, path) };
    }
    const { by = 'customer', phrases, any, except, alone } = value as Values;
    const words = phrases ?? any;
    if (words === undefined && alone === undefined) {
      throw new Refusal([...this.path, ...path], {
        key: 'pack.needs-one',
        values: { keys: 'phrases, alone' },
      });
    }
    const wordsKey = phrases === undefined ? 'any' : 'phrases';
    return {
      by: rolesOf(by),
      set: words === undefined ? this.book.set([]) : this.set(words, [...path, wordsKey]),
      except: except === undefined ? undefined : this.set(except, [...path, 'except']),
      alone: alone === undefined ? undefined : this.set(alone, [...path, 'alone']),
    };
  }

  steps(key: string): Step[] {
    return (this.values[key] as Values[]).map((step, index) => ({
      name: String(step.step),
      set: this.set(step.any, [key, index, 'any']),
      by: step.by === undefined ? null : rolesOf(step.by),
      optional: step.optional === true,
    }));
  }

  integer(key: string): number | undefined {
    return this.has(key) ? this.number(key) : undefined;
  }

  private number(key: string): number {
    const value = Number(this.values[key]);
    if (!Number.isInteger(value))
      this.refuse(key, { key: 'pack.not-integer', values: { found: String(this.values[key]) } });
    return value;
  }

  flag(key: string): boolean {
    return this.values[key] === true;
  }

  duration(key: string): Duration | undefined {
    if (!this.has(key)) return undefined;
    const found = String(this.values[key]);
    return parseDuration(found) ?? this.refuse(key, { key: 'pack.bad-duration', values: { found } });
  }

  window(key: string): Window | undefined {
    if (!this.has(key)) return undefined;
    const found = String(this.values[key]);
    return parseWindow(found) ?? this.refuse(key, { key: 'pack.bad-window', values: { found } });
  }

  word(key: string): string | undefined {
    return this.has(key) ? String(this.values[key]) : undefined;
  }

  words(key: string): string[] | undefined {
    return this.has(key) ? listed(this.values[key]) : undefined;
  }

  refuse(key: string, message: Message): never {
    throw new Refusal(key ? [...this.path, key] : this.path, message);
  }

  private set(value: unknown, path: Path): SetId {
    const sources = listed(value);
    const templates = sources.map((source, index) => {
      const at = Array.isArray(value) ? [...path, index] : path;
      try {
        return {
          source,
          node: this.lists.template(source, path.at(-1) === 'except'),
          path: [...this.path, ...at],
        };
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        throw new Refusal(
          [...this.path, ...at],
          { key: error.key, values: { ...error.values, source } },
          error.offset,
        );
      }
    });
    try {
      return this.book.set(templates, { alone: path.at(-1) === 'alone' });
    } catch (error) {
      if (!(error instanceof EmptyPhraseError)) throw error;
      const index = sources.indexOf(error.source);
      const at = Array.isArray(value) ? [...path, index] : path;
      throw new Refusal([...this.path, ...at], { key: 'template.empty', values: { source: error.source } });
    }
  }
}

/** A group is named by its list, or by its first wording. */
function groupName(group: unknown): string {
  const [first, ...others] = listed(group);
  return others.length === 0 ? first!.replace(/^<(.+)>$/, '$1') : `${first}…`;
}
