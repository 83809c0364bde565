import type { Source } from '../../transcript/formats/format.ts';
import type { Sheet } from '../answers.ts';
import type { Column } from './class-columns.ts';
import type { Items } from './items.ts';
import { sheetOf } from './sheet.ts';
import type { Claim, SheetRow } from './sheet-line.ts';
import { TableNames } from './table-names.ts';
import { nameInFile } from './trainee-name.ts';

/** A row for each answer. Where no column is of trainees, all are of the one whom the file is named after. */
export class LongTable {
  private readonly source: Source;
  private readonly items: Items;
  private readonly columns: readonly Column[];

  constructor(source: Source, columns: readonly Column[], items: Items) {
    this.source = source;
    this.items = items;
    this.columns = columns;
  }

  sheets(rows: readonly SheetRow[]): Sheet[] {
    const names = new TableNames(this.source, this.columns);
    const own = nameInFile(this.source.stem, this.items.exercise) || this.source.stem;
    const [reference, answers] = [this.at('reference'), this.at('answers')];
    const claims = new Map<string, Claim[]>();
    for (const row of rows) {
      const trainee = names.some ? names.of(row) : own;
      const [written = '', text = ''] = [row.cells[reference], row.cells[answers]];
      claims.set(trainee, [
        ...(claims.get(trainee) ?? []),
        ...claimsFor(written, text, row.line, this.items),
      ]);
    }
    return [...claims].map(([trainee, all]) => sheetOf(trainee, this.source.file, all, this.items));
  }

  private at(is: Column['is']): number {
    return this.columns.findIndex((column) => column.is === is);
  }
}

/** What an answer comes to, with what is written beside it to say of which item it is. */
export function claimsFor(reference: string, text: string, line: number, items: Items): Claim[] {
  const written = reference.slice(0, 40);
  const meant = items.meant(reference) ?? { wrong: 'misnumbered' as const };
  if ('wrong' in meant) return [{ wrong: meant.wrong, written, text, line }];
  const claim: Claim = { item: meant.item.id, written, text, line };
  return meant.conflict ? [{ wrong: 'misnumbered', written, text: '', line }, claim] : [claim];
}
