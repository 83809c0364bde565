/** Runs a pack's examples: what `courtesy test` tells and the shipped packs' own test asserts. */
import { type Judge, judgeRule } from '../judge/judge.ts';
import type { Message } from '../judge/verdict.ts';
import type { Rule } from '../kinds/kind.ts';
import { prepare } from '../run/prepare.ts';
import type { Ruleset } from './compile.ts';
import { exampleText, exampleTranscript } from './examples.ts';
import type { ResolvedRule } from './resolve.ts';
import type { Example } from './shape.ts';

/** What an example showed that it should not. */
export interface Failure {
  rule: string;
  message: Message;
}

export interface Examined {
  examples: number;
  failures: Failure[];
  /** Numbers of the phrases that some example used. */
  used: ReadonlySet<number>;
}

/**
 * @param written the rules with their examples
 * @param judge by the ruleset that was compiled from them
 */
export async function examine(
  written: readonly ResolvedRule[],
  ruleset: Ruleset,
  judge: Judge,
): Promise<Examined> {
  const failures: Failure[] = [];
  const used = new Set<number>();
  let examples = 0;
  for (const { id, spec } of written) {
    const rule = ruleset.rules.find((one) => one.id === id);
    if (!rule) continue;
    const { bad = [], good = [] } = spec.examples ?? {};
    examples += bad.length + good.length;
    const note = (key: string, values?: Message['values']): void => {
      failures.push({ rule: id, message: values ? { key, values } : { key } });
    };
    if (bad.length === 0) note('test.no-example');
    for (const example of bad) {
      const found = await violationsOf(example, rule, ruleset, judge, used);
      if (found === null) note('test.bad-passed', { example: exampleText(example) });
    }
    for (const example of good) {
      const found = await violationsOf(example, rule, ruleset, judge, used);
      if (found !== null) note('test.good-failed', { example: exampleText(example), text: found });
    }
  }
  return { examples, failures, used };
}

/** @returns the words at which the rule fails on the example; null where it does not fail */
async function violationsOf(
  example: Example,
  rule: Rule,
  ruleset: Ruleset,
  judge: Judge,
  used: Set<number>,
): Promise<string | null> {
  const transcript = exampleTranscript(example, rule.by[0] ?? 'agent', rule.id);
  if (rule.language) transcript.language = rule.language;
  await prepare(ruleset, transcript);
  const scene = judge.scene(transcript);
  for (const { hits } of scene.turns) for (const hit of hits.all()) used.add(hit.phrase);
  const judgement = judgeRule(rule, scene);
  if (judgement.outcome !== 'fail') return null;
  const [first] = judgement.findings;
  return first?.span ? scene.text(first.turn, { start: first.span[0], end: first.span[1] }) : '';
}
