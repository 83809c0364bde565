import { decode } from '../decode.ts';
import { ReadError } from './format.ts';
import { Bounds } from './unpack.ts';
import { wholeMember, zipMembers } from './zip-members.ts';

/** A paragraph of a Word document. */
export interface Paragraph {
  /** From 1, those of tables and empty ones counted: what a position in the document has as its line. */
  number: number;
  /** As it reads: without deleted text and field codes; a line break within it is LF, a tab a tab. */
  text: string;
  /** Where it stands in a table; all from 0, tables in the order in which they begin. */
  cell?: { table: number; row: number; column: number };
  /** The id of its style. */
  style?: string;
  /** The list that it is in by itself, not by its style: `0` takes it out of its style's. */
  list?: { id?: string; level?: number };
}

const LARGEST = 256 * 1024 * 1024;
/** What the reader of the document does not see, or sees once and is written twice; in `tabs` tab stops are set. */
const HIDDEN = new Set([
  'tabs',
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'fldData',
  'pPrChange',
]);
const BREAKS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '‑' };

/**
 * The paragraphs of a Word document (.docx), in their order. Notes, headers and comments are left out.
 * Throws ReadError where it is no such document or is damaged.
 */
export async function paragraphsOf(bytes: Buffer): Promise<Paragraph[]> {
  for await (const member of zipMembers(bytes, new Bounds(bytes.length))) {
    if (member.name === 'word/document.xml') return paragraphsIn(decode(wholeMember(member, LARGEST)).text);
  }
  throw new ReadError({ key: 'docx.no-document' });
}

interface Table {
  table: number;
  row: number;
  column: number;
}

/** @param xml `word/document.xml`. Throws ReadError where it is not well-formed. */
export async function paragraphsIn(xml: string): Promise<Paragraph[]> {
  const { Parser } = await import('saxen');
  const paragraphs: Paragraph[] = [];
  /** Paragraphs that are open: a text box stands within one. */
  const open: Paragraph[] = [];
  const tables: Table[] = [];
  let tableCount = 0;
  let hidden = 0;
  let inText = 0;
  let failure: Error | undefined;
  const parser = new Parser();
  parser.on('openTag', (full, attributes) => {
    const name = local(full);
    if (HIDDEN.has(name)) hidden++;
    if (hidden > 0) return;
    const table = tables.at(-1);
    if (name === 'tbl') tables.push({ table: tableCount++, row: -1, column: -1 });
    else if (name === 'tr' && table) Object.assign(table, { row: table.row + 1, column: -1 });
    else if (name === 'tc' && table) table.column++;
    else if (name === 't') inText++;
    else if (name === 'p') {
      const paragraph: Paragraph = { number: paragraphs.length + 1, text: '' };
      if (table) paragraph.cell = { ...table };
      paragraphs.push(paragraph);
      open.push(paragraph);
    } else if (open.length > 0) {
      const paragraph = open.at(-1)!;
      if (Object.hasOwn(BREAKS, name)) paragraph.text += BREAKS[name];
      else if (name === 'pStyle') paragraph.style = attributes()['w:val'];
      else if (name === 'numId') paragraph.list = { ...paragraph.list, id: attributes()['w:val'] };
      else if (name === 'ilvl') paragraph.list = { ...paragraph.list, level: Number(attributes()['w:val']) };
    }
  });
  parser.on('closeTag', (full) => {
    const name = local(full);
    if (HIDDEN.has(name)) hidden--;
    else if (hidden > 0) return;
    else if (name === 'tbl') tables.pop();
    else if (name === 't') inText--;
    else if (name === 'p') open.pop();
  });
  const add = (text: string) => {
    if (hidden === 0 && inText > 0 && open.length > 0) open.at(-1)!.text += text;
  };
  parser.on('text', (text, decodeEntities) => add(decodeEntities(text)));
  parser.on('cdata', add);
  parser.on('error', (error) => (failure ??= error));
  parser.parse(xml);
  if (failure)
    throw new ReadError({ key: 'read.unreadable', values: { reason: failure.message.slice(0, 200) } });
  return paragraphs;
}

/** Without the prefix of its namespace. */
export const local = (name: string) => name.slice(name.indexOf(':') + 1);
