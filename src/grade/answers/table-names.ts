import type { Source } from '../../transcript/formats/format.ts';
import type { Column } from './class-columns.ts';
import type { SheetRow } from './sheet-line.ts';

const ANONYMOUS = /^(?:anonymous|匿名|[-—]+)$/i;

/** The columns in which names stand, the surest first. */
export class TableNames {
  private readonly source: Source;
  private readonly columns: readonly number[];

  constructor(source: Source, columns: readonly Column[]) {
    const ranks = columns.flatMap((column, at) => (column.is === 'name' ? [{ at, rank: column.rank }] : []));
    this.source = source;
    this.columns = ranks.sort((a, b) => a.rank - b.rank).map(({ at }) => at);
  }

  get some(): boolean {
    return this.columns.length > 0;
  }

  /** The name of a row; its number where it has none, which is told. */
  of({ cells, line }: SheetRow): string {
    const names = this.columns.map((at) => cells[at] ?? '');
    const name = names.find((one) => one !== '' && !ANONYMOUS.test(one));
    if (name === undefined) this.source.problem({ key: 'answers.no-name' }, { line });
    return name ?? `#${line}`;
  }
}
