/** A trainer's own marks in a table: a row for each trainee and a column for each item, or a row for each mark. */
import type { Message } from '../judge/verdict.ts';
import { UsageError } from '../run/usage.ts';
import type { TableRow } from '../transcript/formats/table-row.ts';
import { type Column, columnOf } from './answers/class-columns.ts';
import { Items } from './answers/items.ts';
import type { Exercise, Item } from './exercise.ts';

/** What a person gave for one answer. */
export interface HumanMark {
  trainee: string;
  /** The id of its item. */
  item: string;
  /** 0 to the item's points. */
  points: number;
  line: number;
}

export interface HumanMarks {
  file: string;
  marks: HumanMark[];
  /** Cells and rows that were not taken. */
  unclear: { line: number; message: Message }[];
}

const HEADER_WITHIN = 10;
const POINTS =
  /^(?:points?|marks?|scores?|grade|human|分数?|得分|给分|评分|打分|人工(?:得分|评分|打分)?|教师(?:评分|打分))$/i;
/** Not marked. */
const NOTHING = /^(?:[-–—/]|n\/?a|未评|未打分)?$/i;

/**
 * @param file as messages name it
 * @param rows of the table; titles may stand above the header
 * @throws UsageError where no row heads columns of trainees and of items or points
 */
export function humanMarks(file: string, rows: readonly TableRow[], exercise: Exercise): HumanMarks {
  const items = new Items(exercise);
  for (const [index, header] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = header.cells.map((cell) => columnOf(cell, items));
    const [name] = columns
      .flatMap((column, at) => (column.is === 'name' ? [{ at, rank: column.rank }] : []))
      .sort((a, b) => a.rank - b.rank);
    if (!name) continue;
    const points = header.cells.findIndex((cell) => POINTS.test(cell.trim()));
    const reference = columns.findIndex(({ is }) => is === 'reference');
    const long = points >= 0 && reference >= 0 ? { points, reference } : undefined;
    if (!long && !columns.some(({ is }) => is === 'item')) continue;
    const reader = new Reader(items, name.at, columns, long);
    for (const row of rows.slice(index + 1)) reader.add(row);
    return { file, marks: reader.marks, unclear: reader.unclear };
  }
  const found = rows[0]?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  throw new UsageError('grade-agree.no-columns', { file, found: found.join(', ') });
}

class Reader {
  readonly marks: HumanMark[] = [];
  readonly unclear: HumanMarks['unclear'] = [];
  private readonly items: Items;
  private readonly name: number;
  private readonly columns: readonly Column[];
  private readonly long: { points: number; reference: number } | undefined;

  constructor(items: Items, name: number, columns: readonly Column[], long: Reader['long']) {
    this.items = items;
    this.name = name;
    this.columns = columns;
    this.long = long;
  }

  add({ cells, line }: TableRow): void {
    const trainee = cells[this.name]?.trim() ?? '';
    if (trainee === '') {
      this.unclear.push({ line, message: { key: 'answers.no-name' } });
    } else if (this.long) {
      const reference = cells[this.long.reference] ?? '';
      const meant = this.items.meant(reference);
      if (meant && 'item' in meant) this.mark(trainee, meant.item, cells[this.long.points], line);
      else {
        const message = { key: 'grade-agree.no-item', values: { found: reference.trim().slice(0, 40) } };
        this.unclear.push({ line, message });
      }
    } else {
      for (const [at, column] of this.columns.entries())
        if (column.is === 'item') this.mark(trainee, column.item, cells[at], line);
    }
  }

  private mark(
    trainee: string,
    { id: item, points: most }: Item,
    cell: string | undefined,
    line: number,
  ): void {
    const text = (cell ?? '').normalize('NFKC').trim();
    if (NOTHING.test(text)) return;
    const [, digits] =
      /^(\d+(?:\.\d+)?)\s*(?:分|points?|pts?\.?)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/i.exec(text) ?? [];
    const points = Number(digits);
    if (digits === undefined || points > most) {
      const values = { found: text.slice(0, 40), item, most };
      this.unclear.push({ line, message: { key: 'grade-agree.bad-points', values } });
    } else if (this.marks.some((one) => one.trainee === trainee && one.item === item)) {
      this.unclear.push({ line, message: { key: 'grade-agree.marked-twice', values: { trainee, item } } });
    } else this.marks.push({ trainee, item, points, line });
  }
}
