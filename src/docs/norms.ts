import type { Resolved } from '../pack/resolve.ts';
import type { LoadedPack } from '../pack/shape.ts';
import { GENERATED, table } from './markdown.ts';

/** @returns the table clause → the rules that enforce it, over all shipped packs */
export function normsPage(packs: readonly { pack: LoadedPack; resolved: Resolved }[]): string {
  const enforcing = new Map<string, Set<string>>();
  const add = (clause: string, rule: string): void => {
    enforcing.set(clause, (enforcing.get(clause) ?? new Set()).add(rule));
  };
  for (const { pack, resolved } of packs) {
    for (const rule of resolved.rules) for (const clause of rule.spec.clauses ?? []) add(clause, rule.id);
    for (const clause of pack.spec.ladder?.clauses ?? []) add(clause, `${pack.spec.pack}/ladder`);
  }
  const rows = [...enforcing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([clause, rules]) => [clause, [...rules].sort().map(link).join(' ')]);
  const intro = `条款 → 规则 · clause → rule（${rows.length}）`;
  return [GENERATED, '', `# ${intro}`, '', ...table(['条款 clause', '规则 rule'], rows), ''].join('\n');
}

function link(rule: string): string {
  const at = rule.lastIndexOf('/');
  const page = rule.slice(0, at).replace('/', '-');
  return `[${rule}](packs/${page}.md#${rule.slice(at + 1)})`;
}
