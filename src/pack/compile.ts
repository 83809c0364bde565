/** Turns resolved packs into a ruleset: plain data with one phrasebook for all rules. */
import { metaCondition } from '../judge/metadata.ts';
import type { Message } from '../judge/verdict.ts';
import { KINDS } from '../kinds/index.ts';
import type { Heard, MetaCondition, Rule, Where } from '../kinds/kind.ts';
import type { Phrasebook } from '../phrase/phrasebook.ts';
import { PhrasebookBuilder, type Written } from '../phrase/phrasebook-builder.ts';
import { remember } from '../remember.ts';
import { loadStemmer } from '../text/stem.ts';
import type { Role } from '../transcript/transcript.ts';
import { KeyReader, Refusal, rolesOf } from './keys.ts';
import { Lists } from './lists.ts';
import { PackError, type PackProblem } from './problem.ts';
import { kindsOf, type Resolved, type ResolvedRule } from './resolve.ts';
import type { LadderSpec } from './shape.ts';
import { parseStretch } from './units.ts';

export interface PackSummary {
  name: string;
  version: string;
  title: string;
  source: string;
  language: 'zh' | 'en' | null;
  /** Rules that are active in this run. */
  rules: number;
}

export interface Scorecard {
  method: 'deduct' | 'weighted';
  pass: number;
  /** Section → its weight. */
  sections: Record<string, number>;
}

/** Everything that judging needs. Plain data. */
export interface Ruleset {
  packs: PackSummary[];
  rules: Rule[];
  book: Phrasebook;
  scorecard: Scorecard;
  ladder: LadderSpec | null;
}

const DEFAULT_PASS = 80;
const DEFAULT_POINTS = { error: 5, warning: 2, info: 0 };

/**
 * @returns the ruleset
 * @throws PackError with every problem of every rule: a pack compiles whole or not at all
 */
export async function compile(resolved: Resolved): Promise<Ruleset> {
  const book = new PhrasebookBuilder();
  const read = new Map<unknown, Lists>();
  const listsOf = ({ lists }: ResolvedRule): Lists => remember(read, lists, () => new Lists(lists));
  if (resolved.rules.some((rule) => listsOf(rule).stemmed)) await loadStemmer();
  const problems: PackProblem[] = [];
  const rules: Rule[] = [];
  for (const rule of resolved.rules) {
    try {
      rules.push(compileRule(rule, listsOf(rule), book));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(await placed(rule, error));
    }
  }
  const finished = book.build();
  if (problems.length === 0) problems.push(...(await unproven(resolved, rules, book.written, finished)));
  if (problems.length > 0) throw new PackError(problems);
  return {
    packs: resolved.packs.map(({ spec }) => ({
      name: spec.pack,
      version: spec.version,
      title: spec.title,
      source: spec.source ?? '',
      language: spec.language ?? null,
      rules: rules.filter((rule) => rule.pack === spec.pack).length,
    })),
    rules,
    book: finished,
    scorecard: {
      method: resolved.scorecard.method ?? 'deduct',
      pass: resolved.scorecard.pass ?? DEFAULT_PASS,
      sections: resolved.scorecard.sections ?? {},
    },
    ladder: resolved.ladder,
  };
}

function compileRule(resolved: ResolvedRule, lists: Lists, book: PhrasebookBuilder): Rule {
  const { spec, pack, id, key } = resolved;
  book.rule = id;
  const [kindName, ...others] = kindsOf(spec);
  const kind = KINDS.get(kindName ?? '');
  if (!kind || others.length > 0) {
    const values = { kinds: [...KINDS.keys()].join(', ') };
    throw new Refusal([], { key: kind ? 'pack.two-kinds' : 'pack.no-kind', values });
  }
  const severity = spec.severity === 'off' || !spec.severity ? 'warning' : spec.severity;
  const common = new KeyReader(spec as Record<string, unknown>, [], lists, book);
  const body = kind.compile(
    new KeyReader(spec[kindName!] as Record<string, unknown>, [kindName!], lists, book),
  );
  return {
    id,
    pack: pack.spec.pack,
    kind: kind.name,
    title: spec.title ?? key,
    severity,
    points: spec.points ?? DEFAULT_POINTS[severity],
    cap: spec.cap ?? null,
    veto: spec.veto ?? false,
    bonus: spec.bonus ?? 0,
    section: spec.section ?? null,
    clauses: spec.clauses ?? [],
    language: pack.spec.language ?? null,
    by: spec.by === undefined ? (['agent', 'bot'] as Role[]) : rolesOf(spec.by),
    where: whereOf(spec.where),
    when: { heard: heardOf(common), meta: metaOf(spec.when?.meta) },
    quoted: spec.quoted ?? false,
    instead: spec.instead,
    why: spec.why,
    body,
    definedAt: { file: pack.file, line: pack.lines[key] ?? 1 },
    overriddenAt: resolved.overriddenAt,
  };
}

function whereOf(where: ResolvedRule['spec']['where']): Where | null {
  if (!where) return null;
  const [[at, value], ...others] = Object.entries(where) as [[keyof typeof where, number | string]];
  if (others.length > 0) throw new Refusal(['where'], { key: 'pack.one-where' });
  if (at === 'opening' || at === 'closing') return { at, turns: Number(value) };
  const stretch = parseStretch(at, value);
  if (!stretch)
    throw new Refusal(['where', at], { key: 'pack.bad-stretch', values: { found: String(value) } });
  return stretch;
}

function heardOf(common: KeyReader): Heard[] {
  return common.heard('when', 'heard');
}

function metaOf(meta: Record<string, unknown> | undefined): [string, MetaCondition][] {
  return Object.entries(meta ?? {}).map(([key, value]) => [key, metaCondition(value)]);
}

/** Shipped packs were proven when they were compiled; the others are proven before they judge anyone. */
async function unproven(
  resolved: Resolved,
  rules: readonly Rule[],
  written: readonly Written[],
  book: Phrasebook,
): Promise<PackProblem[]> {
  const fresh = new Map(resolved.rules.filter(({ pack }) => !pack.proven).map((rule) => [rule.id, rule]));
  if (fresh.size === 0) return [];
  if (book.engines.regex) await (await import('../phrase/regex.ts')).loadRegexEngine();
  const { disproofs } = await import('./prove.ts');
  const tried = written.filter(({ rule }) => fresh.has(rule));
  return Promise.all(
    disproofs(rules, tried, book).map(({ written: { rule, path }, message }) =>
      placed(fresh.get(rule)!, new Refusal([...path], message)),
    ),
  );
}

/** The pack is parsed again for the column: only a broken one pays for it. */
async function placed({ key, pack }: ResolvedRule, refusal: Refusal): Promise<PackProblem> {
  const { file, lines, text, origins } = pack;
  const message = await withNearest(refusal.reason);
  if (text === undefined) return { file, line: lines[key] ?? 1, column: 1, message };
  const { parseYaml } = await import('./source.ts');
  const origin = origins?.[key];
  const path = origin ? [...origin, ...refusal.path.slice(1)] : ['rules', key, ...refusal.path];
  const place = parseYaml(file, text).place(path, refusal.path.length === 0);
  return { ...place, column: place.column + refusal.offset, message };
}

/** "Did you mean", for a name that is not among those that are known. */
async function withNearest(message: Message): Promise<Message> {
  if (message.key !== 'template.unknown-list') return message;
  const { name, known, source } = message.values as { name: string; known: string; source: string };
  const { nearest } = await import('../text/nearest.ts');
  const near = nearest(name, known.split(', '));
  return near ? { key: 'template.unknown-list-near', values: { name, near, source } } : message;
}
