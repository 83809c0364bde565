/** `courtesy why`: for one rule and one file, every step from the turns looked at to the outcome. */
import { Judge, judgeRule } from '../judge/judge.ts';
import { nearMiss } from '../judge/near-miss.ts';
import type { Scene } from '../judge/scene.ts';
import type { Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import { safe } from '../report/safe.ts';
import { Configs } from '../run/config.ts';
import { inputs } from '../run/inputs.ts';
import { prepare } from '../run/prepare.ts';
import { EXIT } from '../run/run.ts';
import { silenced } from '../run/silenced.ts';
import { UsageError } from '../run/usage.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { findRule } from './find-rule.ts';
import { terminal } from './terminal.ts';

interface Flags {
  rule: string;
  turn?: string;
  pack: string[];
  inputFormat?: string;
}

export function addWhy(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('why'), locale)
    .description(locale.say('cli.why'))
    .argument('<file>', locale.say('cli.why.file'))
    .requiredOption('-r, --rule <id>', locale.say('cli.why.rule'))
    .option('-t, --turn <n>', locale.say('cli.why.turn'))
    .option(
      '-p, --pack <name>',
      locale.say('cli.check.pack'),
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .option('--input-format <name>', locale.say('cli.check.input-format'))
    .action(async (file: string, flags: Flags) => {
      done(await why(file, flags, locale));
    });
}

async function why(file: string, flags: Flags, locale: Locale): Promise<number> {
  const { stdout, say } = terminal();
  const { rule, ruleset } = await findRule(flags.rule, flags.pack);
  const running = ruleset.rules.find((one) => one.id === rule.id)!;
  const judge = new Judge(ruleset, locale);
  const ears = { problem: ({ message }: { message: string }) => say(message), note: () => {} };
  let seen = 0;
  for await (const input of inputs(
    { paths: [file], inputFormat: flags.inputFormat, locale },
    new Configs(),
    ears,
  )) {
    for await (const transcript of silenced(input, ears, locale)) {
      seen++;
      await prepare(ruleset, transcript);
      const lines = steps(running, judge.scene(transcript), ruleset, flags.turn, locale);
      stdout.write(`${lines.map(safe).join('\n')}\n`);
    }
  }
  if (seen === 0) throw new UsageError('why.no-transcript', { file });
  return EXIT.clean;
}

function steps(
  rule: Rule,
  scene: Scene,
  ruleset: Ruleset,
  only: string | undefined,
  locale: Locale,
): string[] {
  const { transcript, turns } = scene;
  if (only !== undefined && !turns[Number(only) - 1]) {
    throw new UsageError('why.no-turn', { turn: only, turns: turns.length });
  }
  const wanted = (turn: number | undefined): boolean =>
    only === undefined || turn === undefined || turn === Number(only) - 1;
  const language = locale.say(`language.${scene.language}`);
  const lines = [locale.say('why.transcript', { id: transcript.id, turns: turns.length, language })];
  const window = scene.window(rule);
  if (!('key' in window)) {
    const numbers = window.map((turn) => turn + 1).join(' ');
    lines.push(`  ${locale.say('why.looked', { count: window.length, turns: numbers })}`);
  }
  const noted = new Map<number, string[]>();
  scene.trace = {
    note(key, values, turn) {
      const list = noted.get(turn ?? -1) ?? [];
      const text = locale.say(key, values);
      if (!list.includes(text)) list.push(text);
      noted.set(turn ?? -1, list);
    },
  };
  const judgement = judgeRule(rule, scene);
  scene.trace = null;
  for (const [turn, notes] of [...noted].sort((a, b) => a[0] - b[0])) {
    if (!wanted(turn)) continue;
    if (turn >= 0) lines.push(`  ${turnLine(scene, turn, locale)}`);
    lines.push(...notes.map((note) => `    · ${note}`));
  }
  if (judgement.outcome === 'na')
    return [...lines, `  ${locale.say('why.na', { why: locale.say(judgement.reason) })}`];
  if (judgement.outcome === 'pass') return [...lines, `  ${locale.say('why.pass')}`];
  lines.push(`  ${locale.say('why.fail', { count: judgement.findings.length })}`);
  for (const finding of judgement.findings.filter(({ turn }) => wanted(turn))) {
    lines.push(`  ${turnLine(scene, finding.turn, locale)}`);
    lines.push(`    ✗ ${locale.say('why.violation', { message: locale.say(finding.message) })}`);
    const near = finding.span === null ? nearMiss(rule, scene, ruleset.book, finding.searched) : null;
    if (near) lines.push(`    · ${locale.say('why.near', { ...near, turn: near.turn + 1 })}`);
  }
  return lines;
}

function turnLine(scene: Scene, turn: number, locale: Locale): string {
  const { role, turn: said } = scene.turns[turn]!;
  return locale.say('why.turn', { turn: turn + 1, role: locale.say(`role.${role}`), text: said.text });
}
