/** Makes a phrasebook of a ruleset's templates. */
import { remember } from '../remember.ts';
import { ANY_LENGTH, longestOf } from './alone.ts';
import { BEGINNING } from './literal-index.ts';
import { anchor } from './literals.ts';
import { byPlace, needsOf } from './needs.ts';
import { openingsOf, opensInWords } from './openings.ts';
import { NONE, type Phrasebook } from './phrasebook.ts';
import { compileProgram } from './program.ts';
import { soundTree } from './sound-tree.ts';
import type { Node } from './template.ts';
import { type Groups, groupAt, invert, joinGroups, joinTexts } from './texts.ts';
import { isWordUnit } from './walk.ts';

/** One template, cut at its anchor. */
interface Phrase {
  source: string;
  /** The rule that it was first written in. */
  rule: string;
  before: number;
  after: number;
}

/** A template and where it was written: for proofs and errors, not kept with the ruleset. */
export interface Written {
  set: number;
  source: string;
  node: Node;
  rule: string;
  /** Keys and indices from the rule to the template. */
  path: readonly (string | number)[];
}

/** A template with the place where it was written. */
type Template = Pick<Written, 'source' | 'node' | 'path'>;

/** Collects the phrases of a ruleset while its rules are compiled. What is written twice is kept once. */
export class PhrasebookBuilder {
  readonly written: Written[] = [];
  /** The rule that is being compiled. */
  rule = '';
  private readonly phrases: Phrase[] = [];
  private readonly needs: number[][] = [];
  private readonly longest: number[] = [];
  /** Sets of which the phrases are not only looked for alone. */
  private readonly anywhere = new Set<number>();
  private readonly ways = new Map<string, number>();
  private readonly programs = new Map<string, number>();
  private readonly openings: string[] = [];
  private readonly literals = new Map<string, number[]>();
  private readonly wordless: Phrasebook['wordless'] = [];
  private readonly engines = { regex: false, stems: false };
  private readonly sets = new Map<string, number>();
  private readonly members: number[][] = [];
  /** A list stands in many sets as the same tree. */
  private readonly byNode = new WeakMap<Node, number[]>();
  private readonly byForm = new Map<string, number[]>();

  /**
   * @param templates trees with the words and the places they were written in
   * @param alone whether they are looked for only as a whole turn
   * @returns the number of the set; the same templates again give the same set
   * @throws EmptyPhraseError with the source of a template that asks for nothing
   */
  set(templates: readonly Template[], { alone = false } = {}): number {
    const phrases = [...new Set(templates.flatMap((template) => this.phrasesOf(template)))].sort(
      (a, b) => a - b,
    );
    const set = remember(this.sets, phrases.join(), () => this.members.push(phrases) - 1);
    if (!alone) this.anywhere.add(set);
    for (const template of templates) this.written.push({ ...template, set, rule: this.rule });
    return set;
  }

  private phrasesOf({ node, source }: Template): number[] {
    let known = this.byNode.get(node);
    if (!known) {
      known = remember(this.byForm, JSON.stringify(node), () => this.add(source, node));
      this.byNode.set(node, known);
    }
    return known;
  }

  private add(source: string, node: Node): number[] {
    this.notice(node);
    const cuts = anchor(node);
    if (!cuts) {
      const branches = branchesOf(node);
      return branches
        ? branches.flatMap((branch) => this.add(source, branch))
        : [this.addWordless(source, node)];
    }
    return cuts.map((cut) => {
      const number = this.phrase(source, cut.before, cut.after);
      this.longest[number] = longestOf([...cut.before, ...cut.after]) + longestText(cut.literals);
      for (const literal of cut.literals) this.announce(literal, number);
      return number;
    });
  }

  private phrase(source: string, before: readonly Node[], after: readonly Node[]): number {
    const phrase = { source, rule: this.rule, before: NONE, after: NONE };
    if (before.length > 0) phrase.before = this.program(before, false);
    if (after.length > 0) phrase.after = this.program(after, true);
    const needs = needsOf([...before, ...after]);
    this.needs.push(needs.map((need) => remember(this.ways, need.join(), () => this.ways.size)));
    return this.phrases.push(phrase) - 1;
  }

  private program(nodes: readonly Node[], forwards: boolean): number {
    const program = compileProgram(nodes, forwards);
    const form = (forwards ? '>' : '<') + JSON.stringify(program);
    return remember(this.programs, form, () => this.openings.push(openingsOf(program, forwards)) - 1);
  }

  private notice(node: Node): void {
    if (node.is === 'regex') this.engines.regex = true;
    else if (node.is === 'stem') this.engines.stems = true;
    else if ('of' in node) for (const inner of node.of) this.notice(inner);
  }

  private announce(literal: string, phrase: number): void {
    const owners = this.literals.get(literal);
    if (owners) owners.push(phrase);
    else this.literals.set(literal, [phrase]);
  }

  private addWordless(source: string, node: Node): number {
    const items = node.is === 'seq' ? node.of : [node];
    const at = items.findIndex((item) => item.is === 'entity' || item.is === 'regex' || item.is === 'stem');
    const item = items[at];
    if (!item) throw new EmptyPhraseError(source);
    const number = this.phrase(source, items.slice(0, at), items.slice(item.is === 'stem' ? at : at + 1));
    if (item.is === 'stem') this.announce(stemPrefix(item.word), number);
    else if (item.is === 'entity') this.wordless.push({ phrase: number, kind: 'entity', name: item.name });
    else if (item.is === 'regex') this.wordless.push({ phrase: number, kind: 'regex', name: item.source });
    return number;
  }

  /** @param setsOf the sets that each phrase is in */
  private longestAlone(setsOf: Groups): Uint32Array {
    return Uint32Array.from(this.phrases, (_, number) => {
      const isAlone = groupAt(setsOf, number).every((set) => !this.anywhere.has(set));
      const longest = this.longest[number] ?? ANY_LENGTH;
      return isAlone && longest < ANY_LENGTH ? longest : ANY_LENGTH;
    });
  }

  /** Whatever begins otherwise begins no phrase where a word goes on before it. */
  private insideWords(): string[] {
    const beginnings = new Set<string>();
    for (const [literal, owners] of this.literals) {
      const beginning = literal.slice(0, BEGINNING);
      if (!isWordUnit(literal.charCodeAt(0)) || beginnings.has(beginning)) continue;
      const before = owners.map((owner) => this.phrases[owner]!.before);
      if (before.some((program) => program !== NONE && opensInWords(this.openings[program]!)))
        beginnings.add(beginning);
    }
    return [...beginnings];
  }

  /** @returns the finished phrasebook */
  build(): Phrasebook {
    const rules = [...new Set(this.phrases.map(({ rule }) => rule))];
    const literals = [...this.literals.keys()];
    const sets = joinGroups(this.members);
    const setsOf = invert(sets, this.phrases.length);
    return {
      sources: joinTexts(this.phrases.map(({ source }) => source)),
      rules,
      ruleOf: Uint32Array.from(this.phrases, ({ rule }) => rules.indexOf(rule)),
      before: Int32Array.from(this.phrases, ({ before }) => before),
      after: Int32Array.from(this.phrases, ({ after }) => after),
      programs: joinTexts([...this.programs.keys()].map((form) => form.slice(1))),
      openings: joinTexts(this.openings),
      needs: joinGroups(this.needs),
      needsAt: byPlace([...this.ways.keys()].map((ways) => ways.split(',').map(Number))),
      sets,
      setsOf,
      longest: this.longestAlone(setsOf),
      literals: joinTexts(literals),
      owners: joinGroups([...this.literals.values()]),
      insideWords: this.insideWords(),
      sounds: soundTree(literals),
      wordless: this.wordless,
      engines: this.engines,
    };
  }
}

const longestText = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** A phrase that would match everywhere or nowhere. */
export class EmptyPhraseError extends Error {
  readonly source: string;
  constructor(source: string) {
    super(source);
    this.source = source;
  }
}

/** A template that has nothing to look for but what stands in its choices, one template a branch; else null. */
function branchesOf(node: Node): Node[] | null {
  const items = node.is === 'seq' ? node.of : [node];
  if (items.some(({ is }) => is === 'entity' || is === 'regex' || is === 'stem')) return null;
  const at = items.findIndex(({ is }) => is === 'choice' || is === 'seq');
  if (at < 0) return null;
  const item = items[at] as { of: Node[]; is: 'choice' | 'seq' };
  return (item.is === 'choice' ? item.of : [item]).map((branch) => ({
    is: 'seq',
    of: [...items.slice(0, at), ...(branch.is === 'seq' ? branch.of : [branch]), ...items.slice(at + 1)],
  }));
}

/**
 * Porter's stems may end in other letters than the words (happy → happi), never in the first ones:
 * what every inflection of the word begins with.
 */
function stemPrefix(stem: string): string {
  return stem.length > 3 ? stem.slice(0, -1) : stem;
}
