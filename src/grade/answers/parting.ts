/** Parts a sheet into answers at the labels that begin them. */
import type { Items } from './items.ts';
import { type Label, labelOf, weakLabelOf } from './label.ts';
import { behind, lettersOf } from './likewise.ts';
import { type Candidate, outline } from './outline.ts';
import { ownWords, withoutFill } from './printed.ts';
import type { Claim, SheetLine } from './sheet-line.ts';

export interface Parted {
  claims: Claim[];
  /** What stands above the first answer: the title, the trainee's name. */
  above: SheetLine[];
}

/** A label in the sheet. */
interface Found extends Candidate {
  index: number;
  written: string;
  /** The offset in its line behind the label. */
  end: number;
  word?: Label['word'];
  /** Its number is of one item and the words behind it are of another, which it is. */
  conflict?: boolean;
  /** The situation stands here, printed or copied. */
  printed?: boolean;
}

/** A heading over several items: 一、情景应答题（共12题） */
const SECTION =
  /^(?:(?:选择|判断|填空|简答|问答|情[景境]|应答|应变|案例|论述|改写|实操|综合|场景|模拟)[^。！？，]{0,6}题|.{0,8}部分|(?:part|section)\b.{0,20})(?:\s*[(（].*[)）])?\s*[:：]?\s*$/i;
/** What may stand in a line behind a situation: points, 答： */
const ALONE = /^[\s*_]*(?:$|\n|[(（[【]|答|answer)/i;
/** A situation is not longer than this many lines. */
const LOOK_AHEAD = 20;
/** No sheet has more labels; what comes then is text. */
const MOST_LABELS = 1000;

/** @param lines a whole sheet, blank lines among them */
export function part(lines: readonly SheetLine[], items: Items): Parted {
  const found = labelsIn(lines, items);
  const parts = outline(found, items.count);
  const starts = found.filter((_, at) => parts[at] === 'answer');
  const claims = found.filter((_, at) => parts[at] === 'unclear').map((one) => complaint(one, lines));
  for (const [at, start] of starts.entries()) {
    const body = lines.slice(start.index, starts[at + 1]?.index);
    if (start.conflict) claims.push(complaint(start, lines));
    claims.push(claimOf(start, body, items));
  }
  return { claims: claims.sort((a, b) => a.line - b.line), above: lines.slice(0, starts[0]?.index) };
}

const complaint = ({ written, index }: Found, lines: readonly SheetLine[]): Claim => ({
  wrong: 'misnumbered',
  written,
  text: '',
  line: lines[index]!.line,
});

function claimOf({ number, written, end, word }: Found, body: readonly SheetLine[], items: Items): Claim {
  const first = body[0]!;
  const whole = [first.text.slice(end), ...body.slice(1).map(({ text }) => text)].join('\n');
  const meant = items.number(number);
  const common = { written, ...(word && { word }) };
  if ('wrong' in meant) return { ...common, wrong: meant.wrong, text: whole.trim(), line: first.line };
  const own = ownWords(whole, meant.item);
  const text = withoutFill(whole.slice(own));
  // An empty answer stands where its label does.
  const begins = text === '' ? 0 : whole.indexOf(text.split('\n', 1)[0]!, own);
  const line = body[whole.slice(0, Math.max(0, begins)).split('\n').length - 1]!.line;
  return { ...common, item: meant.item.id, text, line };
}

function labelsIn(lines: readonly SheetLine[], items: Items): Found[] {
  const found: Found[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (text.trim() === '') continue;
    if (found.length === MOST_LABELS) break;
    const apart = index === 0 || lines[index - 1]!.text.trim() === '';
    const one = labelAt(lines, index, items);
    if (!one) continue;
    const last = found.at(-1);
    // Under its number, the situation is the question again.
    if (one.form === 'situation' && last?.number === one.number) continue;
    found.push({ ...one, index, apart });
  }
  return found.length > 0 ? withoutQuestions(found, lines, items) : weakLabelsIn(lines);
}

/** Where nothing else is a label, numbers without a stop are, if they count 1, 2, 3 … */
function weakLabelsIn(lines: readonly SheetLine[]): Found[] {
  const found = lines.flatMap(({ text }, index) => {
    const label = weakLabelOf(text);
    return label ? [{ ...label, index, sure: true, apart: true }] : [];
  });
  return found.length > 1 && found.every(({ number }, at) => number === at + 1) ? found : [];
}

function labelAt(
  lines: readonly SheetLine[],
  index: number,
  items: Items,
): Omit<Found, 'index' | 'apart'> | undefined {
  const { text } = lines[index]!;
  const id = items.idAt(text);
  if (id) {
    const number = items.positionOf(id.item);
    return { number, written: id.item.id, form: 'id', sure: true, end: id.end };
  }
  const label = labelOf(text);
  const rest = text.slice(label?.end ?? 0);
  if (label && !label.word && SECTION.test(rest)) return undefined;
  const ahead = [rest, ...lines.slice(index + 1, index + LOOK_AHEAD).map((line) => line.text)].join('\n');
  const own = label && items.at(label.number);
  const isOwn = own !== undefined && behind(ahead, lettersOf(own.situation)) !== undefined;
  const words = ahead.replace(/^[\s>#*]+/, '');
  const said = isOwn ? undefined : items.situationAt(words);
  if (label && !said)
    return { ...label, sure: isOwn || label.word !== undefined, ...(isOwn && { printed: true }) };
  if (!said) return undefined;
  const number = items.positionOf(said.item);
  if (label) return { ...label, number, sure: true, conflict: true, printed: true };
  // Alone on its lines: an answer may begin with a customer's words.
  if (!ALONE.test(words.slice(said.end))) return undefined;
  return { number, written: text.trim(), form: 'situation', sure: true, end: 0, printed: true };
}

/** Where all questions are copied in one list, and numbered answers follow, the list is none of answers. */
function withoutQuestions(found: Found[], lines: readonly SheetLine[], items: Items): Found[] {
  const printed = found.filter((one) => one.printed);
  const others = found.filter((one) => !one.printed);
  const [first] = others;
  if (printed.length < 2 || !first || printed.some((one) => one.index > first.index)) return found;
  const blank = (one: Found, at: number) => {
    const body = lines.slice(one.index, (printed[at + 1] ?? first).index);
    return (at === 0 || !one.apart) && claimOf(one, body, items).text === '';
  };
  return printed.every(blank) ? others : found;
}
