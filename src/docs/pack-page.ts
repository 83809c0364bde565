import { stringify } from 'yaml';
import type { Locale } from '../locale/locale.ts';
import { exampleText } from '../pack/examples.ts';
import { kindsOf, type Resolved, type ResolvedRule } from '../pack/resolve.ts';
import type { LoadedPack } from '../pack/shape.ts';
import { code, GENERATED, table } from './markdown.ts';

/** @returns the page of a pack: its rules with what they cost, their clauses, phrases and examples */
export function packPage(pack: LoadedPack, resolved: Resolved, locale: Locale): string {
  const { spec } = pack;
  const own = resolved.rules.filter((rule) => rule.pack === pack);
  const inherited = resolved.rules.length - own.length;
  const lines = [GENERATED, '', `# ${spec.pack} — ${spec.title}`, ''];
  if (spec.source) lines.push(`${locale.say('explain.source')}: ${spec.source}`, '');
  lines.push(
    locale.say('docs.pack-rules', { own: own.length, inherited, parents: (spec.extends ?? []).join(', ') }),
    '',
  );
  const rows = own.map(({ key, spec: rule }) => [
    `[${rule.title ?? key}](#${key})`,
    locale.say(`severity.${rule.severity ?? 'warning'}`),
    String(rule.points ?? ''),
    rule.clauses?.join(' ') ?? '',
  ]);
  const head = ['docs.rule', 'explain.severity', 'explain.cost', 'explain.clauses'].map((key) =>
    locale.say(key),
  );
  lines.push(...table(head, rows), '');
  for (const rule of own) lines.push(...section(rule, locale));
  return lines.join('\n');
}

function section({ key, id, spec }: ResolvedRule, locale: Locale): string[] {
  const [kind] = kindsOf(spec);
  const lines = [`<a id="${key}"></a>`, '', `## ${spec.title ?? key}`, '', `${code(id)} · ${kind}`, ''];
  if (spec.why) lines.push(spec.why, '');
  if (spec.clauses?.length)
    lines.push(`${locale.say('explain.clauses')}: ${spec.clauses.map(code).join(' ')}`, '');
  if (spec.instead) lines.push(`${locale.say('explain.instead')}: ${spec.instead}`, '');
  const shown = Object.fromEntries(
    ['by', 'where', 'when', kind!]
      .filter((part) => spec[part] !== undefined)
      .map((part) => [part, spec[part]]),
  );
  lines.push('```yaml', stringify(shown, { lineWidth: 0 }).trimEnd(), '```', '');
  for (const side of ['bad', 'good'] as const) {
    const examples = spec.examples?.[side] ?? [];
    lines.push(
      `${locale.say(`explain.${side}`)}:`,
      '',
      ...examples.map((one) => `- ${code(exampleText(one))}`),
      '',
    );
  }
  return lines;
}
