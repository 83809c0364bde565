/** What people found: a table with a row for each conversation, or for each conversation and rule. */
import type { Message } from '../judge/verdict.ts';
import { safe } from '../report/safe.ts';
import { UsageError } from '../run/usage.ts';
import type { At } from '../transcript/formats/format.ts';
import { normal } from '../transcript/formats/table-columns.ts';
import { cellValue, type TableRow } from '../transcript/formats/table-row.ts';
import { passedIn, type Said, scoreIn, violatedIn } from './values.ts';

/** One conversation as somebody rated it. */
export interface Rating {
  /** Row of the table. */
  line: number;
  file: string;
  id: string;
  score?: number;
  passed?: boolean;
  /** By the rule's id or key as it is written: whether it was violated. */
  rules: Map<string, boolean>;
}

export interface HumanFile {
  ratings: Rating[];
  /** Headers that may name rules, and rules named in rows; only the packs can tell. */
  named: Map<string, At>;
  /** Cells that could not be understood; those of a column that names no rule are none of ours. */
  unclear: { message: Message; at: At; rule?: string }[];
}

type Field = 'file' | 'id' | 'score' | 'passed' | 'rule' | 'violated';

/** Headers by what their columns hold; spaces, `_`, `-` and case do not matter. */
const HEADERS: Readonly<Record<Field, string>> = {
  file: 'file filename path 文件 文件名 录音文件 檔案 檔名',
  id:
    'id transcript transcriptid conversation conversationid call callid session sessionid chat chatid ticket ticketid 编号 編號 ' +
    '对话 对话id 对话编号 会话 会话id 会话编号 通话 通话id 通话编号 录音编号 工单号 工单编号 流水号 通话流水号 對話 會話編號',
  score: 'score humanscore total 得分 分数 评分 总分 人工得分 人工评分 质检得分 质检分 分數 評分 總分',
  passed: 'passed pass result passfail 是否合格 合格 结果 质检结果 是否通过 通过 結果 是否通過',
  rule: 'rule ruleid 规则 规则编号 规则id 違規規則 规则名 規則',
  violated: 'violated violation 违规 是否违规 违反 是否违反 違規 是否違規',
};

const FIELDS = new Map(
  Object.entries(HEADERS).flatMap(([field, list]) =>
    list.split(' ').map((word) => [word, field as Field] as const),
  ),
);

/** Titles and the like may stand above the row that names the columns. */
const HEADER_WITHIN = 10;

/**
 * @param file as errors name it
 * @param rows one of the first names the columns
 * @throws UsageError where it has no rows, nothing that names conversations, or nothing that rates them
 */
export function humanFile(file: string, rows: readonly TableRow[]): HumanFile {
  const at = rows.slice(0, HEADER_WITHIN).findIndex((row) => namesTranscripts(columnsOf(row).columns));
  const [header, ...body] = rows.slice(Math.max(0, at));
  if (!header || body.length === 0) throw new UsageError('agree.empty', { file });
  const { columns, others } = columnsOf(header);
  const found = header.cells.map((cell) => safe(cell.trim())).join(', ');
  if (!namesTranscripts(columns)) throw new UsageError('agree.no-id', { file, line: header.line, found });
  if (
    columns.score === undefined &&
    columns.passed === undefined &&
    columns.rule === undefined &&
    others.size === 0
  )
    throw new UsageError('agree.no-ratings', { file, line: header.line, found });
  return new Reader(columns, others, header).read(body);
}

type Columns = Partial<Record<Field, number>>;

const namesTranscripts = ({ file, id }: Columns): boolean => file !== undefined || id !== undefined;

function columnsOf({ cells }: TableRow): { columns: Columns; others: Map<number, string> } {
  const columns: Columns = {};
  const others = new Map<number, string>();
  for (const [at, cell] of cells.entries()) {
    const field = FIELDS.get(normal(cell));
    if (field !== undefined && columns[field] === undefined) columns[field] = at;
    else if (cell.trim() !== '') others.set(at, cell.trim());
  }
  return { columns, others };
}

class Reader {
  private readonly columns: Columns;
  private readonly others: Map<number, string>;
  private readonly known = new Map<string, Rating>();
  private readonly named = new Map<string, At>();
  private readonly unclear: HumanFile['unclear'] = [];
  /** Whether the table says of any rule in a row that it was kept: otherwise only what is violated is listed. */
  private keptListed = false;

  constructor(columns: Columns, others: Map<number, string>, header: TableRow) {
    this.columns = columns;
    this.others = columns.rule === undefined ? others : new Map();
    for (const [at, name] of others) this.named.set(name, place(header, at));
  }

  read(rows: readonly TableRow[]): HumanFile {
    for (const row of rows) this.add(row);
    const ratings = [...this.known.values()];
    if (this.columns.rule !== undefined && !this.keptListed) this.fillIn(ratings);
    return { ratings, named: this.named, unclear: this.unclear };
  }

  private add(row: TableRow): void {
    const { columns } = this;
    const [file, id] = [cellValue(row, columns.file), cellValue(row, columns.id)];
    if (file === '' && id === '') {
      this.unclear.push({ message: { key: 'agree.row-without-id' }, at: { line: row.line } });
      return;
    }
    const key = JSON.stringify([file, id]);
    const rating = this.known.get(key) ?? { line: row.line, file, id, rules: new Map<string, boolean>() };
    this.known.set(key, rating);
    this.rate(rating, 'score', this.cell(row, columns.score, scoreIn, 'agree.bad-score'), row);
    this.rate(rating, 'passed', this.cell(row, columns.passed, passedIn, 'agree.bad-passed'), row);
    for (const [at, rule] of this.others)
      this.mark(rating, rule, this.cell(row, at, violatedIn, 'agree.bad-violated', rule), row);
    this.addNamed(rating, row);
  }

  /** A row of the long form: a conversation, a rule, and whether it was violated. */
  private addNamed(rating: Rating, row: TableRow): void {
    const { rule: at, violated } = this.columns;
    const rule = cellValue(row, at);
    if (at === undefined || rule === '') return;
    if (!this.named.has(rule)) this.named.set(rule, place(row, at));
    const said =
      violated === undefined ? true : this.cell(row, violated, violatedIn, 'agree.bad-violated', rule);
    if (said === false) this.keptListed = true;
    this.mark(rating, rule, said, row);
  }

  private cell<T>(
    row: TableRow,
    at: number | undefined,
    read: (cell: string) => Said<T>,
    key: string,
    rule?: string,
  ): T | undefined {
    const text = cellValue(row, at);
    const said = read(text);
    if (said === null)
      this.unclear.push({ message: { key, values: { found: text } }, at: place(row, at!), rule });
    return said ?? undefined;
  }

  private rate<K extends 'score' | 'passed'>(rating: Rating, key: K, said: Rating[K], row: TableRow): void {
    if (said === undefined) return;
    if (rating[key] === undefined) rating[key] = said;
    else if (rating[key] !== said) this.differs(rating, row);
  }

  private mark(rating: Rating, rule: string, said: boolean | undefined, row: TableRow): void {
    if (said === undefined) return;
    const before = rating.rules.get(rule);
    if (before === undefined || (this.columns.rule !== undefined && said)) rating.rules.set(rule, said);
    else if (before !== said) this.differs(rating, row);
  }

  /** The first of two rows counts. */
  private differs({ line }: Rating, row: TableRow): void {
    this.unclear.push({ message: { key: 'agree.rated-twice', values: { line } }, at: { line: row.line } });
  }

  /** Where only violations are listed, a rule that is not listed for a conversation was kept there. */
  private fillIn(ratings: readonly Rating[]): void {
    for (const { rules } of ratings)
      for (const rule of this.named.keys()) if (!rules.has(rule)) rules.set(rule, false);
  }
}

function place(row: TableRow, cell: number): At {
  const { line, column } = row.parts(cell)[0]!;
  return { line, column };
}
