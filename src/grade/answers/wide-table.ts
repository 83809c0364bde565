import type { Source } from '../../transcript/formats/format.ts';
import type { Sheet } from '../answers.ts';
import type { Column } from './class-columns.ts';
import type { Items } from './items.ts';
import { sheetOf } from './sheet.ts';
import type { SheetRow } from './sheet-line.ts';
import { TableNames } from './table-names.ts';

/** A row for each trainee and a column for each item. */
export class WideTable {
  private readonly source: Source;
  private readonly items: Items;
  private readonly columns: readonly Column[];

  constructor(source: Source, columns: readonly Column[], items: Items) {
    this.source = source;
    this.items = items;
    this.columns = columns;
  }

  sheets(header: SheetRow, rows: readonly SheetRow[]): Sheet[] {
    const taken = [...this.taken(header)];
    const answered = rows.filter(({ cells }) => taken.some(([, at]) => (cells[at] ?? '') !== ''));
    const texts = answered.flatMap(({ cells }) => taken.map(([, at]) => cells[at] ?? ''));
    if (areMarks(texts)) {
      this.source.problem({ key: 'answers.marks' }, { line: header.line });
      return [];
    }
    const names = new TableNames(this.source, this.columns);
    return rows
      .filter((row) => answered.includes(row) || this.isNamed(row))
      .map((row) => {
        const claims = taken.map(([item, at]) => ({
          item,
          written: header.cells[at]!,
          text: row.cells[at] ?? '',
          line: row.line,
        }));
        return sheetOf(names.of(row), this.source.file, claims, this.items);
      });
  }

  private isNamed({ cells }: SheetRow): boolean {
    return this.columns.some((column, at) => column.is === 'name' && (cells[at] ?? '') !== '');
  }

  /** The column of each item. Tells of columns that are not taken. */
  private taken(header: SheetRow): Map<string, number> {
    const taken = new Map<string, number>();
    const say = (key: string, at: number) => {
      const values = { column: header.cells[at]!.slice(0, 60), number: at + 1 };
      this.source.problem({ key, values }, { line: header.line });
    };
    for (const [at, column] of this.columns.entries()) {
      if (column.is === 'item' && taken.has(column.item.id)) say('answers.doubled-column', at);
      else if (column.is === 'item') taken.set(column.item.id, at);
      else if (column.is === 'extra') say('answers.extra-column', at);
    }
    const incomplete = taken.size < this.items.count;
    for (const [at, column] of this.columns.entries()) {
      // Where every item has its column, others are of no concern.
      if (column.is === 'unclear' && incomplete) say('answers.unclear-column', at);
    }
    return taken;
  }
}

/** A trainer's marks stand in a table of the same shape. */
function areMarks(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => /^-?\d{1,3}(?:\.\d+)?$/.test(text));
}
