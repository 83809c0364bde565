/** `courtesy explain`: a rule as a person reads it. */
import { stringify } from 'yaml';
import type { Locale } from '../locale/locale.ts';
import { exampleText } from '../pack/examples.ts';
import { kindsOf, type ResolvedRule } from '../pack/resolve.ts';
import { EXIT } from '../run/run.ts';
import type { Command } from './commander.ts';
import { withCommonOptions } from './common.ts';
import { findRule } from './find-rule.ts';
import { terminal } from './terminal.ts';

export function addExplain(root: Command, locale: Locale, done: (code: number) => void): void {
  withCommonOptions(root.command('explain'), locale)
    .description(locale.say('cli.explain'))
    .argument('<rule>', locale.say('cli.explain.rule'))
    .option(
      '-p, --pack <name>',
      locale.say('cli.check.pack'),
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .action(async (id: string, flags: { pack: string[] }) => {
      const { rule } = await findRule(id, flags.pack);
      terminal().stdout.write(`${explained(rule, locale).join('\n')}\n`);
      done(EXIT.clean);
    });
}

function explained(rule: ResolvedRule, locale: Locale): string[] {
  const { spec, pack, id, key } = rule;
  const [kind] = kindsOf(spec);
  const line = (name: string, value: string | undefined): string[] =>
    value ? [`  ${locale.say(`explain.${name}`)}: ${value}`] : [];
  return [
    `${id}  ${spec.title ?? key}`,
    '',
    ...line('kind', kind),
    ...line('severity', locale.say(`severity.${spec.severity ?? 'warning'}`)),
    ...line('cost', cost(spec.points ?? 0, spec.cap, spec.veto, locale)),
    ...line('section', spec.section),
    ...line('clauses', spec.clauses?.join(' ')),
    ...line('source', pack.spec.source),
    ...line('why', spec.why),
    ...line('by', [spec.by ?? ['agent', 'bot']].flat().join(' ')),
    ...line('where', spec.where && JSON.stringify(spec.where)),
    ...line('when', spec.when && JSON.stringify(spec.when)),
    '',
    ...body(kind ? spec[kind] : undefined),
    ...lists(kind ? spec[kind] : undefined, rule.lists),
    ...line('instead', spec.instead),
    ...examples(locale.say('explain.bad'), spec.examples?.bad),
    ...examples(locale.say('explain.good'), spec.examples?.good),
    '',
    ...line('defined', `${pack.file}:${pack.lines[key] ?? 1}`),
    ...rule.overriddenAt.flatMap((place) => line('overridden', `${place.file}:${place.line}`)),
  ];
}

function cost(
  points: number,
  cap: number | undefined,
  veto: boolean | string | undefined,
  locale: Locale,
): string {
  return locale.say('explain.cost-value', {
    points,
    cap: cap === undefined ? '' : locale.say('explain.cap', { cap }),
    veto: veto ? locale.say('explain.veto') : '',
  });
}

const indent = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);

const body = (spec: unknown): string[] =>
  spec === undefined ? [] : indent(stringify(spec, { lineWidth: 0 }));

/** The lists that the rule's phrases name, as they are in force. */
function lists(spec: unknown, known: ResolvedRule['lists']): string[] {
  const names = new Set([...JSON.stringify(spec ?? '').matchAll(/<([^<>]+)>/g)].map((match) => match[1]!));
  return [...names].flatMap((name) => {
    const list = known[name];
    if (!list) return [];
    const words = Array.isArray(list) ? list : list.words;
    return [`    <${name}> = ${words.join(' | ')}`];
  });
}

const examples = (title: string, all: readonly Parameters<typeof exampleText>[0][] | undefined): string[] =>
  all && all.length > 0 ? [`  ${title}:`, ...all.map((example) => `    ${exampleText(example)}`)] : [];
