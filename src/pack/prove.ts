/** Tries every phrase of a pack on itself: one that can never match, or that its own exception always covers, is an error. */
import { senses } from '../judge/senses.ts';
import type { Message } from '../judge/verdict.ts';
import type { Rule } from '../kinds/kind.ts';
import { spellings } from '../phrase/literals.ts';
import type { Phrasebook } from '../phrase/phrasebook.ts';
import type { Written } from '../phrase/phrasebook-builder.ts';
import { regexProblem } from '../phrase/regex.ts';
import { Scanner } from '../phrase/scan.ts';
import type { Node } from '../phrase/template.ts';
import { textAt } from '../phrase/texts.ts';
import { fold } from '../text/fold.ts';

export interface Disproof {
  written: Written;
  message: Message;
}

/** @returns the phrases that cannot do what they were written for */
export function disproofs(rules: readonly Rule[], all: readonly Written[], book: Phrasebook): Disproof[] {
  const scanner = new Scanner(book, senses());
  const found: Disproof[] = [];
  const exceptions = new Map(rules.flatMap(exceptionsOf));
  for (const written of all) {
    const refused = regexRefused(written.node);
    if (refused) {
      found.push({
        written,
        message: { key: 'template.bad-regex', values: { why: refused, source: written.source } },
      });
      continue;
    }
    const samples = (spellings(written.node) ?? [sample(written.node)]).filter((one) => one !== null);
    if (samples.length === 0) continue;
    const tried = samples.map((text) => scanner.scan(fold(text)));
    const source = written.source;
    if (!tried.some((hits) => hits.of(written.set).length > 0)) {
      found.push({ written, message: { key: 'pack.never-matches', values: { source } } });
      continue;
    }
    const except = exceptions.get(written.set);
    if (except === undefined) continue;
    const covering = tried.map((hits) => {
      const own = hits.of(written.set);
      return hits.of(except).find((by) => own.every((hit) => by.start <= hit.start && hit.end <= by.end));
    });
    const [first] = covering;
    if (first && covering.every(Boolean)) {
      const by = textAt(book.sources, first.phrase);
      found.push({ written, message: { key: 'pack.shadowed', values: { source, by } } });
    }
  }
  return found;
}

/** Which set of phrases is excused by which, wherever a kind keeps the two side by side. */
function exceptionsOf({ body }: Rule): [number, number][] {
  const parts = [body, ...Object.values(body as object)] as (Record<string, unknown> | null)[];
  return parts.flatMap((part) => {
    if (part === null || typeof part !== 'object' || typeof part.except !== 'number') return [];
    const excused = [part.phrases, part.of, part.set, part.any].find((set) => typeof set === 'number');
    return excused === undefined ? [] : [[excused as number, part.except] as [number, number]];
  });
}

/** @returns why the engine refuses a regular expression of the template; null where it takes them */
function regexRefused(node: Node): string | null {
  if (node.is === 'regex') return regexProblem(node.source);
  if (!('of' in node)) return null;
  return node.of.map(regexRefused).find((why) => why !== null) ?? null;
}

/** One text that the template is meant for; null where it asks for something that is found by its make. */
function sample(node: Node): string | null {
  switch (node.is) {
    case 'text':
      return node.text;
    case 'space':
      return ' ';
    case 'pause':
      return ',';
    case 'stem':
      return node.word;
    case 'gap':
    case 'edge':
      return '';
    case 'choice':
      return node.of.map(sample).find((one) => one !== null) ?? null;
    case 'seq': {
      const parts = node.of.map(sample);
      return parts.includes(null) ? null : parts.join('');
    }
    default:
      return null;
  }
}
