/** All phrases of a ruleset as plain data: what the scanner looks for and what it then verifies. */
import { anchor } from './literals.ts';
import { compileProgram, type Program } from './program.ts';
import type { Node } from './template.ts';

/** One template, cut at its anchor. */
export interface Phrase {
  /** The set of phrases it belongs to: a rule asks for hits by set. */
  set: number;
  /** As the author wrote it. */
  source: string;
  /** The rule that it was first written in. */
  rule: string;
  before?: Program;
  after?: Program;
}

/** A ruleset's phrases. Kept on disk with the compiled ruleset, so it holds nothing but data. */
export interface Phrasebook {
  phrases: Phrase[];
  /** Literal (folded) → the phrases that it announces. */
  literals: [string, number[]][];
  /** Phrases with no words of their own, looked for at the spans of an entity or regular expression. */
  wordless: { phrase: number; kind: 'entity' | 'regex'; name: string }[];
  sets: number;
  /** What must be loaded before texts are scanned. */
  engines: { regex: boolean; stems: boolean };
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

/** Collects the phrases of a ruleset while its rules are compiled. */
export class PhrasebookBuilder {
  private readonly phrases: Phrase[] = [];
  private readonly literals = new Map<string, number[]>();
  private readonly wordless: Phrasebook['wordless'] = [];
  private readonly known = new Map<string, number>();
  readonly written: Written[] = [];
  private readonly engines = { regex: false, stems: false };
  private sets = 0;
  /** The rule that is being compiled. */
  rule = '';

  /**
   * @param templates trees with the words and the places they were written in
   * @returns the number of the set; the same templates again give the same set
   * @throws Error with the source of a template that asks for nothing
   */
  set(templates: readonly { source: string; node: Node; path: readonly (string | number)[] }[]): number {
    const key = JSON.stringify(templates.map(({ node }) => node));
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const set = this.sets++;
    this.known.set(key, set);
    for (const { source, node, path } of templates) {
      this.add(set, source, node);
      this.written.push({ set, source, node, rule: this.rule, path });
    }
    return set;
  }

  private add(set: number, source: string, node: Node): void {
    this.notice(node);
    const cuts = anchor(node);
    if (!cuts) {
      const branches = branchesOf(node);
      if (branches) for (const branch of branches) this.add(set, source, branch);
      else this.addWordless(set, source, node);
      return;
    }
    for (const cut of cuts) {
      const phrase: Phrase = { set, source, rule: this.rule };
      if (cut.before.length > 0) phrase.before = compileProgram(cut.before, false);
      if (cut.after.length > 0) phrase.after = compileProgram(cut.after, true);
      const number = this.phrases.push(phrase) - 1;
      for (const literal of cut.literals) this.announce(literal, number);
    }
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

  private addWordless(set: number, source: string, node: Node): void {
    const items = node.is === 'seq' ? node.of : [node];
    const at = items.findIndex((item) => item.is === 'entity' || item.is === 'regex' || item.is === 'stem');
    const item = items[at];
    if (!item) throw new EmptyPhraseError(source);
    const phrase: Phrase = { set, source, rule: this.rule };
    const after = items.slice(item.is === 'stem' ? at : at + 1);
    if (at > 0) phrase.before = compileProgram(items.slice(0, at), false);
    if (after.length > 0) phrase.after = compileProgram(after, true);
    const number = this.phrases.push(phrase) - 1;
    if (item.is === 'stem') this.announce(stemPrefix(item.word), number);
    else if (item.is === 'entity') this.wordless.push({ phrase: number, kind: 'entity', name: item.name });
    else if (item.is === 'regex') this.wordless.push({ phrase: number, kind: 'regex', name: item.source });
  }

  /** @returns the finished phrasebook */
  build(): Phrasebook {
    return {
      phrases: this.phrases,
      literals: [...this.literals],
      wordless: this.wordless,
      sets: this.sets,
      engines: this.engines,
    };
  }
}

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
