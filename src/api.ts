/** The programmatic door: judge a transcript by a ruleset. */
import { Judge } from './judge/judge.ts';
import type { Verdict } from './judge/verdict.ts';
import { openLocale } from './locale/index.ts';
import type { LocaleName } from './locale/locale.ts';
import { compile, type Ruleset } from './pack/compile.ts';
import { resolvePacks } from './pack/resolve.ts';
import { shipped } from './pack/shelf.ts';
import { prepare } from './run/prepare.ts';
import type { Transcript } from './transcript/transcript.ts';

export type { Outcome, Severity, Verdict, Violation } from './judge/verdict.ts';
export type { Ruleset } from './pack/compile.ts';
export { PackError } from './pack/problem.ts';
export type { Origin, Position, Role, Transcript, Turn } from './transcript/transcript.ts';
export { stretches } from './transcript/transcript.ts';

/**
 * @param names shipped packs (`zh/core`), paths or npm packages; paths from the working folder
 * @throws PackError naming each place where a pack is not well-formed
 */
export async function loadRuleset(names: readonly string[]): Promise<Ruleset> {
  return compile(await resolvePacks(names, process.cwd(), shipped));
}

/**
 * @param transcript one conversation
 * @param ruleset from `loadRuleset`
 * @returns its score (0 to 100, null where no rule applied), outcomes and violations
 */
export async function lint(
  transcript: Transcript,
  ruleset: Ruleset,
  options: { locale?: LocaleName } = {},
): Promise<Verdict> {
  const locale = await openLocale(options.locale ?? 'zh');
  await prepare(ruleset, transcript);
  return new Judge(ruleset, locale).judge(transcript);
}
