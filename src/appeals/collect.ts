/** Appeals beside the violations that they are about: what of the accusations stands, rule by rule. */
import type { Problem, Verdict, Violation } from '../judge/verdict.ts';
import { isNamed } from '../pack/rule-name.ts';
import { remember } from '../remember.ts';
import { safe } from '../report/safe.ts';
import { placeOf } from '../report/texts.ts';
import { type Input, inputs } from '../run/inputs.ts';
import { Judges } from '../run/judges.ts';
import type { Io, RunOptions } from '../run/options.ts';
import { isFor, silencedBy, suppressionsBeside } from '../run/silenced.ts';
import type { Appeal, Decision, SuppressEntry } from '../run/suppress-file.ts';
import { UsageError } from '../run/usage.ts';

/** An appeal as it is written, and what it is about. */
export interface AppealCase {
  /** Of the conversation. */
  file: string;
  id: string | null;
  agent: string | null;
  /** The rule's id; as it is written where the violation is not there. */
  rule: string;
  turn: number | null;
  reason: string;
  appeal: Appeal;
  /** Where the appeal is written. */
  written: { file: string; line: number };
  /** Empty where there is no such violation any more. */
  violations: Pick<Violation, 'turn' | 'line' | 'column' | 'text'>[];
}

/** What was found by one rule, and what became of it. */
export interface RuleTally extends Record<Decision, number> {
  rule: string;
  /** Violations, those that an upheld appeal silences included. */
  found: number;
}

export interface Appeals {
  transcripts: number;
  cases: AppealCase[];
  rules: RuleTally[];
}

/** Where several appeals are about one violation, the first of these counts. */
const STRONGEST: readonly Decision[] = ['upheld', 'pending', 'rejected'];

/** @throws UsageError where nothing was read */
export async function collectAppeals(
  options: Pick<RunOptions, 'paths' | 'packs' | 'config' | 'inputFormat' | 'encoding' | 'locale'>,
  io: Io,
): Promise<Appeals> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const { locale } = options;
  const tell = (problem: Problem): void => io.say(safe(`${placeOf(problem)}: ${problem.message}`));
  const ears = { problem: tell, note: tell };
  const judges = new Judges(options, () => {});
  await judges.prepare(options.paths);
  const docket = new Docket();
  for await (const input of inputs(options, judges.configs, ears)) {
    const { judge } = await judges.for(input);
    const beside = await suppressionsBeside(input.file, ears, locale);
    const [appeals, others] = parted(beside?.entries ?? []);
    const cases = appeals.map((entry) => docket.enter(entry, input, beside!.file));
    let count = 0;
    for await (const transcript of silencedBy(
      beside && { ...beside, entries: others },
      input,
      ears,
      locale,
    )) {
      const first = count++ === 0;
      const here = cases.filter(({ entry }) => isFor(entry, transcript, first));
      docket.add(await judge(transcript), here);
    }
  }
  if (docket.transcripts === 0)
    throw new UsageError('run.nothing-checked', { paths: options.paths.join(' ') });
  return docket;
}

function parted(entries: readonly SuppressEntry[]): [SuppressEntry[], SuppressEntry[]] {
  return [entries.filter(({ appeal }) => appeal), entries.filter(({ appeal }) => !appeal)];
}

interface Entered {
  entry: SuppressEntry;
  about: AppealCase;
}

class Docket implements Appeals {
  transcripts = 0;
  readonly cases: AppealCase[] = [];
  private readonly byRule = new Map<string, RuleTally>();

  get rules(): RuleTally[] {
    return [...this.byRule.values()];
  }

  enter(entry: SuppressEntry, { file }: Pick<Input, 'file'>, beside: string): Entered {
    const { id = null, rule, turn = null, reason, appeal, line } = entry;
    const written = { file: beside, line };
    const about = { file, id, agent: null, rule, turn, reason, appeal: appeal!, written, violations: [] };
    this.cases.push(about);
    return { entry, about };
  }

  /** @param entered the appeals that are about this conversation */
  add({ id, agent, violations }: Verdict, entered: readonly Entered[]): void {
    this.transcripts++;
    for (const { about } of entered) Object.assign(about, { id, agent });
    for (const { rule, turn, line, column, text } of violations) {
      const tally = remember(this.byRule, rule, () => ({
        rule,
        found: 0,
        upheld: 0,
        rejected: 0,
        pending: 0,
      }));
      tally.found++;
      const against = entered.filter(
        ({ entry }) => isNamed(rule, entry.rule) && (entry.turn === undefined || entry.turn === turn),
      );
      for (const { about } of against) {
        about.rule = rule;
        about.violations.push({ turn, line, column, text });
      }
      const decided = STRONGEST.find((one) => against.some(({ entry }) => entry.appeal!.decision === one));
      if (decided) tally[decided]++;
    }
  }
}
