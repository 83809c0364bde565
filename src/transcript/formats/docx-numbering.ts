/** The numbers that Word puts before paragraphs: they are not in the text of a document. ECMA-376 part 1, 17.9. */
import { decode } from '../decode.ts';
import { local, type Paragraph, paragraphsIn } from './docx-paragraphs.ts';
import { ReadError } from './format.ts';
import { Bounds } from './unpack.ts';
import { wholeMember, zipMembers } from './zip-members.ts';

export interface NumberedParagraph extends Paragraph {
  /** What stands before it: `1.`, `（二）`, `•`. */
  label?: string;
  /** Its level in its list, from 0. */
  level?: number;
  /** 1 to 9 for headings; 0 for the document's title. */
  heading?: number;
}

const LARGEST = 256 * 1024 * 1024;
const PARTS = ['document', 'numbering', 'styles'].map((name) => `word/${name}.xml`);

/**
 * The paragraphs of a Word document (.docx) with their numbers. In: the file's bytes.
 * Throws ReadError where it is no such document or is damaged.
 */
export async function numberedParagraphs(bytes: Buffer): Promise<NumberedParagraph[]> {
  const parts = new Map<string, string>();
  for await (const member of zipMembers(bytes, new Bounds(bytes.length))) {
    if (PARTS.includes(member.name)) parts.set(member.name, decode(wholeMember(member, LARGEST)).text);
  }
  const [document, numbering, styles] = PARTS.map((name) => parts.get(name));
  if (document === undefined) throw new ReadError({ key: 'docx.no-document' });
  const sheet = await stylesIn(styles ?? '');
  const counters = new Counters(await listsIn(numbering ?? ''));
  return (await paragraphsIn(document)).map((paragraph) => {
    const style = resolved(sheet, paragraph.style);
    const id = paragraph.list?.id ?? style.list;
    const level = paragraph.list?.level ?? style.level ?? 0;
    // Word gives empty paragraphs of a list a number as well.
    const label = id === undefined ? undefined : counters.next(id, level);
    return {
      ...paragraph,
      ...(label !== undefined && { label, level }),
      ...(style.heading !== undefined && { heading: style.heading }),
    };
  });
}

interface Style {
  basedOn?: string;
  list?: string;
  level?: number;
  heading?: number;
}

interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  /** Lists that are made of one abstract list count on. */
  counts: string;
  levels: ReadonlyMap<number, Level>;
  restarts: ReadonlyMap<number, number>;
}

/** Calls back with each element and the value of its `w:val`. */
async function walk(
  xml: string,
  visit: (name: string, value: string, attributes: Record<string, string>) => void,
): Promise<void> {
  if (xml === '') return;
  const { Parser } = await import('saxen');
  const parser = new Parser();
  parser.on('openTag', (full, attributes) => {
    const own = attributes();
    visit(local(full), own['w:val'] ?? '', own);
  });
  // Numbers are lost where this part is damaged; the words are not.
  parser.on('error', () => {});
  parser.parse(xml);
}

async function stylesIn(xml: string): Promise<Map<string, Style>> {
  const styles = new Map<string, Style>();
  let style: Style = {};
  await walk(xml, (name, value, attributes) => {
    if (name === 'style') {
      style = {};
      styles.set(attributes['w:styleId'] ?? '', style);
    } else if (name === 'basedOn') style.basedOn = value;
    else if (name === 'numId') style.list = value;
    else if (name === 'ilvl') style.level = Number(value);
    else if (name === 'name') {
      const heading = /^heading ([1-9])$/i.exec(value)?.[1];
      if (heading) style.heading = Number(heading);
      else if (/^title$/i.test(value)) style.heading = 0;
    }
  });
  return styles;
}

/** A style with what it takes from those it is based on. */
function resolved(styles: ReadonlyMap<string, Style>, id: string | undefined): Style {
  let all: Style = {};
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    all = { ...styles.get(at), ...all };
  }
  return all;
}

async function listsIn(xml: string): Promise<Map<string, List>> {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels = new Map<number, Level>();
  let restarts = new Map<number, number>();
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let list = '';
  let overridden = 0;
  await walk(xml, (name, value, attributes) => {
    if (name === 'abstractNum') {
      levels = new Map();
      abstract.set(attributes['w:abstractNumId'] ?? '', levels);
    } else if (name === 'lvl') {
      level = { start: 1, format: 'decimal', text: '' };
      levels.set(Number(attributes['w:ilvl']), level);
    } else if (name === 'start') level.start = Number(value);
    else if (name === 'numFmt') level.format = value;
    else if (name === 'lvlText') level.text = value;
    else if (name === 'num') list = attributes['w:numId'] ?? '';
    else if (name === 'abstractNumId') {
      // What overrides levels of this list is not to change those of others.
      levels = new Map(abstract.get(value));
      restarts = new Map();
      lists.set(list, { counts: value, levels, restarts });
    } else if (name === 'lvlOverride') overridden = Number(attributes['w:ilvl']);
    else if (name === 'startOverride') restarts.set(overridden, Number(value));
  });
  return lists;
}

/** Where each list has counted to. */
class Counters {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.lists = lists;
  }

  /** @returns the label of the next paragraph of a list; undefined where there is no such list or level */
  next(id: string, depth: number): string | undefined {
    const list = this.lists.get(id);
    const level = list?.levels.get(depth);
    if (!list || !level) return undefined;
    const counts = this.counts.get(list.counts) ?? [];
    this.counts.set(list.counts, counts);
    const restart = list.restarts.get(depth);
    const first = `${id} ${depth}`;
    if (restart !== undefined && !this.begun.has(first)) counts[depth] = restart;
    else counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    this.begun.add(first);
    counts.length = depth + 1;
    return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at);
      return written(counts[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
    });
  }
}

const HAN = '零一二三四五六七八九';

/** @param format as `w:numFmt` names it. Romans and the like are written as letters are: they number no answers. */
function written(count: number, format: string): string {
  if (format === 'bullet' || format === 'none') return '';
  if (/^(?:chinese|japanese|taiwanese|ideographDigital)/i.test(format) && count < 100) {
    const [tens, ones] = [Math.floor(count / 10), count % 10];
    if (tens === 0) return HAN[ones]!;
    return `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`;
  }
  if (/^decimalEnclosedCircle/.test(format) && count >= 1 && count <= 20)
    return String.fromCodePoint(0x245f + count);
  if (/Letter$|Roman$/.test(format)) return String.fromCodePoint(0x61 + ((count - 1) % 26));
  return String(count);
}
