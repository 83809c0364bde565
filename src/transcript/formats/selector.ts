import { resolve } from 'node:path';
import { withSlashes } from '../discover.ts';
import type { ReplyText } from '../replies.ts';
import { ReadError, type TemplateSelector } from './format.ts';

/** A value of a document that may hold others: JSON, YAML or messages with dotted keys. */
export interface Tree {
  text?: ReplyText | undefined;
  children(): Iterable<readonly [key: string | number, value: Tree]>;
}

export type Path = readonly (string | number)[];

type Step = { key: string } | 'one' | 'any';

/** Nested deeper, it is no file of messages. */
const DEEPEST = 200;

/**
 * Parses a path: `$` the root, `.key` or `['key']`, `[0]`, `*` or `[*]` one level, `**` any number of levels.
 * Throws ReadError with the column where it is none.
 */
export function parseSelector(at: string): readonly Step[] {
  const steps: Step[] = [];
  const token =
    /\.?(\*\*|\*)|\.([^.[\]*\s'"]+)|\[\s*(?:(\*)|(\d+)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\]/y;
  token.lastIndex = 1;
  const text = at.trim();
  let end = text.startsWith('$') ? 1 : 0;
  while (end > 0 && end < text.length) {
    const match = token.exec(text);
    if (!match) break;
    const [, star, key, bracketStar, index, single, double] = match;
    if (star !== undefined || bracketStar !== undefined) steps.push(star === '**' ? 'any' : 'one');
    else steps.push({ key: key ?? index ?? (single ?? double ?? '').replace(/\\(.)/g, '$1') });
    end = token.lastIndex;
  }
  if (end === 0 || end < text.length) {
    throw new ReadError({ key: 'i18n.bad-selector', values: { at, column: end + 1 } });
  }
  return steps;
}

/** The texts that any of the paths lead to, in the document's order, each once. */
export function* select(tree: Tree, selectors: readonly (readonly Step[])[]): Generator<[Path, ReplyText]> {
  yield* walk(
    tree,
    selectors,
    selectors.map(() => new Set([0])),
    [],
  );
}

/** @param states for each path, how many of its steps may have led here */
function* walk(
  tree: Tree,
  selectors: readonly (readonly Step[])[],
  states: readonly ReadonlySet<number>[],
  path: Path,
): Generator<[Path, ReplyText]> {
  if (path.length > DEEPEST) throw new ReadError({ key: 'template.too-deep' });
  const closed = states.map((state, index) => {
    const reached = new Set<number>();
    for (let step of state) {
      reached.add(step);
      while (selectors[index]![step] === 'any') reached.add(++step);
    }
    return reached;
  });
  if (tree.text && closed.some((state, index) => state.has(selectors[index]!.length)))
    yield [path, tree.text];
  for (const [key, child] of tree.children()) {
    const next = closed.map((state, index) => {
      const after = new Set<number>();
      for (const at of state) {
        const step = selectors[index]![at];
        if (step === 'any') after.add(at);
        else if (step === 'one' || (step !== undefined && step.key === String(key))) after.add(at + 1);
      }
      return after;
    });
    if (next.some((state) => state.size > 0)) yield* walk(child, selectors, next, [...path, key]);
  }
}

/** The selectors of the configuration that are for this file. */
export function selectorsFor(file: string, templates: readonly TemplateSelector[] = []): TemplateSelector[] {
  return templates.filter(({ files }) => isFor(file, files));
}

/** Whether a glob of the configuration is for a file. */
export const isFor = (file: string, glob: string): boolean =>
  globExpression(glob).test(withSlashes(resolve(file)));

/**
 * A glob as an expression for whole paths. A relative pattern may start at any folder: where the configuration
 * stands is not known here, and need not be.
 */
function globExpression(glob: string): RegExp {
  const pattern = withSlashes(glob).replace(/^(?:\.\.?\/)+/, '');
  let source = pattern.startsWith('/') ? '' : '(?:.*/)?';
  let braces = 0;
  for (const [token] of pattern.matchAll(/\*\*\/|\*\*|\*|\?|\{|\}|,|[^*?{},]+/g)) {
    if (token === '**/') source += '(?:[^/]*/)*';
    else if (token === '**') source += '.*';
    else if (token === '*') source += '[^/]*';
    else if (token === '?') source += '[^/]';
    else if (token === '{' && pattern.includes('}')) {
      source += '(?:';
      braces++;
    } else if (token === '}' && braces > 0) {
      source += ')';
      braces--;
    } else if (token === ',' && braces > 0) source += '|';
    else source += token.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`);
}
