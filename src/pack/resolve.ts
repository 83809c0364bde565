/** Follows `extends`, lets a company's lists and rules override what they extend, and leaves one flat list of rules. */
import path from 'node:path';
import { type Asked, loadPack, type Shelf } from './load.ts';
import { PackError } from './problem.ts';
import type { LadderSpec, ListValue, LoadedPack, RuleSpec, ScorecardSpec } from './shape.ts';

/** A rule with everything that overrides it applied. */
export interface ResolvedRule {
  id: string;
  key: string;
  pack: LoadedPack;
  spec: RuleSpec;
  /** What `<name>` may stand for in it. */
  lists: Record<string, ListValue>;
  overriddenAt: { file: string; line: number }[];
  /** Packs that write a rule of their own in its place. */
  replacedBy: string[];
}

export interface Resolved {
  /** Parents before the packs that extend them. */
  packs: LoadedPack[];
  rules: ResolvedRule[];
  scorecard: ScorecardSpec;
  ladder: LadderSpec | null;
}

/** By the rule's id, or by its key for all rules that have it; an id goes before a key. */
export type RuleChanges = Record<string, Partial<RuleSpec>>;

/** What a configuration changes in the packs that it uses. */
export interface Overrides {
  lists?: Record<string, ListValue>;
  /** What comes later goes before what comes earlier. */
  rules?: readonly RuleChanges[];
  pass?: number;
}

/**
 * @param names packs as the user named them
 * @param folder what their paths are relative to
 * @throws PackError where one is not found, is not well-formed, or extends itself
 */
export async function resolvePacks(
  names: readonly string[],
  folder: string,
  shelf: Shelf,
  overrides: Overrides = {},
): Promise<Resolved> {
  const packs = new Map<string, LoadedPack>();
  for (const name of names) await collect({ name, folder }, shelf, packs, []);
  return merge([...packs.values()], overrides);
}

/** As resolvePacks, for packs already in memory; what they extend comes from the shelf. */
export async function resolveLoaded(loaded: readonly LoadedPack[], shelf: Shelf): Promise<Resolved> {
  const packs = new Map<string, LoadedPack>();
  for (const pack of loaded) await collectPack(pack, shelf, packs, []);
  return merge([...packs.values()], {});
}

async function collect(asked: Asked, shelf: Shelf, packs: Map<string, LoadedPack>, above: string[]) {
  await collectPack(await loadPack(asked, shelf), shelf, packs, above);
}

async function collectPack(pack: LoadedPack, shelf: Shelf, packs: Map<string, LoadedPack>, above: string[]) {
  const { spec, file } = pack;
  if (above.includes(spec.pack)) {
    const values = { chain: [...above, spec.pack].join(' → ') };
    throw new PackError([{ file, line: 1, column: 1, message: { key: 'pack.extends-itself', values } }]);
  }
  if (packs.has(spec.pack)) return;
  for (const parent of spec.extends ?? []) {
    const asked = { name: parent, folder: path.dirname(file), place: { file, line: 1, column: 1 } };
    await collect(asked, shelf, packs, [...above, spec.pack]);
  }
  packs.set(spec.pack, pack);
}

function merge(packs: LoadedPack[], overrides: Overrides): Resolved {
  const rules = new Map<string, ResolvedRule>();
  let scorecard: ScorecardSpec = {};
  let ladder: LadderSpec | null = null;
  for (const pack of packs) {
    scorecard = { ...scorecard, ...pack.spec.scorecard };
    ladder = pack.spec.ladder ?? ladder;
    const parents = ancestors(pack, packs);
    const lists = listsFor(pack, packs, overrides);
    for (const [key, spec] of Object.entries(pack.spec.rules ?? {}))
      addRule(rules, parents, { pack, lists }, key, spec);
  }
  if (overrides.pass !== undefined) scorecard = { ...scorecard, pass: overrides.pass };
  for (const changes of overrides.rules ?? []) {
    for (const rule of rules.values())
      rule.spec = { ...rule.spec, ...changes[rule.key], ...changes[rule.id] };
  }
  const active = [...rules.values()].filter(
    (rule) => rule.spec.severity !== 'off' && !isReplaced(rule, packs),
  );
  return { packs, rules: active, scorecard, ladder };
}

/** A rule is gone where every pack that stands at the end of its family has put another in its place. */
function isReplaced({ pack, replacedBy }: ResolvedRule, packs: readonly LoadedPack[]): boolean {
  if (replacedBy.length === 0) return false;
  const families = packs.map((one) => [one.spec.pack, ancestors(one, packs)] as const);
  const ends = families.filter(([name, above]) => {
    const isEnd = !families.some(([, others]) => others.has(name));
    return isEnd && (name === pack.spec.pack || above.has(pack.spec.pack));
  });
  return ends.every(([name, above]) => replacedBy.some((other) => other === name || above.has(other)));
}

/**
 * A pack's rules see its own lists and those of the packs it extends; the lists of packs that extend it, and of the
 * configuration, go before them. Packs that only run beside it do not matter.
 */
function listsFor(
  pack: LoadedPack,
  packs: readonly LoadedPack[],
  overrides: Overrides,
): Record<string, ListValue> {
  const above = ancestors(pack, packs);
  const related = packs.filter(
    (one) => one === pack || above.has(one.spec.pack) || ancestors(one, packs).has(pack.spec.pack),
  );
  return Object.assign({}, ...related.map(({ spec }) => spec.lists), overrides.lists);
}

function ancestors(pack: LoadedPack, packs: readonly LoadedPack[]): Set<string> {
  const found = new Set<string>();
  const visit = (of: LoadedPack): void => {
    for (const name of of.spec.extends ?? []) {
      const file = path.resolve(path.dirname(of.file), name);
      const parent = packs.find((one) => one.spec.pack === name || path.resolve(one.file) === file);
      if (parent && !found.has(parent.spec.pack)) {
        found.add(parent.spec.pack);
        visit(parent);
      }
    }
  };
  visit(pack);
  return found;
}

/** A rule written out whole is the pack's own; one that only changes points or words stays its parent's. */
function addRule(
  rules: Map<string, ResolvedRule>,
  parents: ReadonlySet<string>,
  { pack, lists }: Pick<ResolvedRule, 'pack' | 'lists'>,
  key: string,
  spec: RuleSpec,
): void {
  const inherited = [...rules.values()].find(
    (rule) => parents.has(rule.pack.spec.pack) && (rule.key === key || rule.id === key),
  );
  const place = { file: pack.file, line: pack.lines[key] ?? 1 };
  if (inherited && !hasKind(spec)) {
    const clauses = [...new Set([...(inherited.spec.clauses ?? []), ...(spec.clauses ?? [])])];
    inherited.spec = { ...inherited.spec, ...spec, clauses };
    inherited.overriddenAt.push(place);
    return;
  }
  inherited?.replacedBy.push(pack.spec.pack);
  const id = `${pack.spec.pack}/${key}`;
  rules.set(id, { id, key, pack, spec, lists, overriddenAt: [], replacedBy: [] });
}

const COMMON = new Set(
  'title severity points cap veto bonus section clauses why by where when quoted instead examples'.split(' '),
);

/** The key of a rule that is not common to all rules names its kind. */
export const kindsOf = (spec: RuleSpec): string[] => Object.keys(spec).filter((key) => !COMMON.has(key));
const hasKind = (spec: RuleSpec): boolean => kindsOf(spec).length > 0;
