import type { Source } from '../../transcript/formats/format.ts';
import type { Answer, Irregularity, Sheet } from '../answers.ts';
import type { Item } from '../exercise.ts';
import type { Items } from './items.ts';
import { part } from './parting.ts';
import { ownWords, withoutFill } from './printed.ts';
import type { Block, Claim, SheetLine, SheetRow } from './sheet-line.ts';
import { claimsOf } from './table-claims.ts';
import { asksName, nameAlone, nameInFile, nameInHeading, nameInLine } from './trainee-name.ts';

/**
 * What was handed in, of what stands under labels. Of two answers to one item the first stands and the other is
 * told; an empty one is no second answer. Nothing is made of labels that are no item's.
 */
export function sheetOf(trainee: string, file: string, claims: readonly Claim[], items: Items): Sheet {
  const irregularities: Irregularity[] = [];
  const answers = new Map<string, Answer>();
  const answered = new Set(
    claims.filter(({ word, text }) => word === 'answer' && text !== '').map(({ item }) => item),
  );
  for (const { item, wrong, written, text, line, word } of claims) {
    // Word counts on where somebody pressed Enter once more.
    if (wrong === 'extra' && text === '') continue;
    if (wrong || item === undefined) {
      irregularities.push({ kind: wrong ?? 'misnumbered', item: written, line });
      continue;
    }
    // Q1 is the question where there is an A1.
    if (word === 'question' && answered.has(item)) continue;
    const first = answers.get(item);
    if (!first || first.text === '') {
      if (!first || text !== '') answers.set(item, { item, text, line });
    } else if (text !== '') irregularities.push({ kind: 'doubled', item, line });
  }
  const all = items.exercise.items.map(({ id }) => id);
  for (const id of all) if (!answers.has(id)) irregularities.push({ kind: 'missing', item: id });
  return { trainee, file, answers: all.flatMap((id) => answers.get(id) ?? []), irregularities };
}

/**
 * One trainee's sheet: numbered answers in a text or a table; none for a sheet on which nobody wrote. Tells on
 * `source` where there is no number in it.
 * @param name where the file states one outside its blocks
 */
export function sheetIn(source: Source, blocks: readonly Block[], items: Items, name = ''): Sheet[] {
  const tables = blocks.map((block) => ('rows' in block ? claimsOf(block.rows, items) : undefined));
  const claims = tables.flatMap((found) => found ?? []);
  const lines = blocks.flatMap((block, at) =>
    'rows' in block ? (tables[at] ? [] : block.rows.flatMap(linesOf)) : [block],
  );
  const { claims: all, above } = claims.length > 0 ? { claims, above: lines } : answersIn(lines, items);
  const foot = lines.findLast(({ text }) => text.trim() !== '');
  const named = [...above, ...(foot ? [foot] : [])].map(({ text }) => nameInLine(text)).find((one) => one);
  const { exercise } = items;
  const trainee =
    named ||
    name ||
    nameInHeading(above, exercise) ||
    nameInFile(source.stem, exercise) ||
    nameAlone(above, exercise);
  if (all.length === 0) source.problem({ key: 'answers.unnumbered' });
  else if (!trainee && all.every(({ text }) => text === '')) {
    // The sheet itself, as it was handed out.
    source.problem({ key: 'answers.blank' });
    return [];
  }
  return [sheetOf(trainee || source.stem, source.file, all, items)];
}

/** The sheet with its answers written otherwise: without marks of a format. */
export const withTexts = (sheet: Sheet, write: (text: string) => string): Sheet => ({
  ...sheet,
  answers: sheet.answers.map((one) => ({ ...one, text: write(one.text) })),
});

/** The cells of a table that has no answers in rows: each as lines, a name beside the word that asks for it. */
function linesOf({ cells, line }: SheetRow): SheetLine[] {
  const texts = cells.flatMap((cell, at) => {
    const value = asksName(cell) ? cells[at + 1] : undefined;
    if (value !== undefined && !/[:：]\s*$/.test(value))
      return [`${cell.replace(/[:：]\s*$/, '').trim()}：${value}`];
    // Cells side by side are no lines of one text.
    return cells.length > 1 ? ['', ...cell.split('\n')] : cell.split('\n');
  });
  return texts.map((text) => ({ text, line }));
}

function answersIn(lines: readonly SheetLine[], items: Items) {
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  // A name at the foot of the sheet is no part of the last answer.
  const signed = last > 0 && nameInLine(lines[last]!.text) !== undefined;
  const parted = part(signed ? lines.slice(0, last) : lines, items);
  const only = items.count === 1 ? items.at(1) : undefined;
  const labelled = parted.claims.length === 1 && parted.claims[0]!.item !== undefined;
  return only && !labelled ? onlyAnswer(lines, only) : parted;
}

/** Where there is one item, a text needs no number. */
function onlyAnswer(lines: readonly SheetLine[], item: Item) {
  const from = lines.findIndex(
    ({ text }) => text.trim() !== '' && nameInLine(text) === undefined && !/^\s{0,3}#/.test(text),
  );
  if (from < 0) return { claims: [], above: lines };
  const whole = lines
    .slice(from)
    .map((line) => line.text)
    .join('\n');
  const text = withoutFill(whole.slice(ownWords(whole, item)));
  return {
    claims: [{ item: item.id, written: '', text, line: lines[from]!.line }],
    above: lines.slice(0, from),
  };
}
