/** Regular expressions of packs, in linear time: a pattern from a stranger cannot stop the run. */
import type { RE2JS } from 're2js';
import { eachMatch } from '../text/matches.ts';
import { mayMatch } from '../text/regex-needs.ts';
import { type Guarded, guarded, signsOf } from '../text/signs.ts';
import { boundedRegex } from './bounded-regex.ts';

let engine: typeof RE2JS | null = null;
const compiled = new Map<string, RE2JS>();
/** Those that V8 runs; null for the others. */
const bounded = new Map<string, Guarded | null>();
const NONE: readonly [number, number][] = [];

/** The engine is asked for the first time: whoever judges loads it and judges again. */
export class EngineMissing extends Error {}

/** Makes `regexSpans` ready; called where a ruleset has a regular expression. */
export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/**
 * @param source as it stands between the slashes of a template
 * @returns why the engine refuses it; null where it takes it
 */
export function regexProblem(source: string): string | null {
  try {
    pattern(source);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** @returns the spans [start, end) of all matches in a folded text, empty matches left out */
export function regexSpans(source: string, text: string): readonly [number, number][] {
  let native = bounded.get(source);
  if (native === undefined) {
    const pattern = boundedRegex(source);
    native = pattern && guarded(pattern);
    bounded.set(source, native);
  }
  if (native) return native.mayMatch(signsOf(text)) ? nativeSpans(native.pattern, text) : NONE;
  const spans: [number, number][] = [];
  if (!mayMatch(source, text)) return spans;
  const matcher = pattern(source).matcher(text);
  while (matcher.find()) if (matcher.end() > matcher.start()) spans.push([matcher.start(), matcher.end()]);
  return spans;
}

function nativeSpans(native: RegExp, text: string): [number, number][] {
  const spans: [number, number][] = [];
  eachMatch(native, text, ({ index, 0: match }) => {
    if (match !== '') spans.push([index, index + match.length]);
  });
  return spans;
}

function pattern(source: string): RE2JS {
  let known = compiled.get(source);
  if (!known) {
    if (!engine) throw new EngineMissing();
    known = engine.compile(source);
    compiled.set(source, known);
  }
  return known;
}
