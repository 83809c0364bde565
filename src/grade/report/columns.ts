/** What spreadsheets are told of each answer. */
import type { Locale } from '../../locale/locale.ts';
import type { Column, Kind } from '../../report/columns.ts';
import type { GradeBook } from '../book.ts';
import type { Item } from '../exercise.ts';
import type { Mark, MarkedSheet, WordingMark } from '../mark.ts';
import { type ItemName, itemNames } from './item-names.ts';

/** Of a wording: all norms object to the commonest, and one or two are enough to teach by. */
export const CLAUSES = 2;

/** One answer with its sheet and its item. */
export interface Answered {
  sheet: MarkedSheet;
  mark: Mark;
  item: Item;
  name: ItemName;
}

/** Trainee by trainee, in the order of the exercise. */
export function answersOf({ sheets, exercise }: GradeBook): Answered[] {
  const names = itemNames(exercise);
  return sheets.flatMap((sheet) =>
    sheet.marks.map((mark, index) => ({ sheet, mark, item: exercise.items[index]!, name: names[index]! })),
  );
}

/** Makes columns with headings in the user's language. */
export function headed<Row>(locale: Locale) {
  return (key: string, kind: Kind, of: Column<Row>['of'], rest: Partial<Column<Row>> = {}): Column<Row> => ({
    heading: locale.say(`book.${key}`),
    kind,
    of,
    ...rest,
  });
}

/** @param apart whether places and the parts of a correction have columns of their own: programs want that */
export function answerColumns(locale: Locale, apart: boolean): Column<Answered>[] {
  const column = headed<Answered>(locale);
  const joined = (list: readonly string[]): string => list.join(locale.say('report.joiner'));
  const places = [
    column('file', 'text', ({ sheet }) => sheet.file),
    column('line', 'whole', ({ mark }) => (mark.line > 0 ? mark.line : null)),
  ];
  const correction = [
    column('given', 'decimal', ({ mark }) => mark.given),
    column('override', 'decimal', ({ mark }) => mark.override?.points),
    column('reason', 'text', ({ mark }) => mark.override?.reason),
    column('by', 'text', ({ mark }) => mark.override?.by),
  ];
  return [
    column('trainee', 'text', ({ sheet }) => sheet.trainee),
    ...(apart ? places : []),
    column('item', 'text', ({ item, name }) => (apart ? item.id : name.full)),
    column('answer', 'text', ({ mark }) => mark.text, { widest: 46 }),
    column('mark', 'decimal', ({ mark }) => mark.points),
    column('possible', 'decimal', ({ mark }) => mark.possible),
    column('earned', 'text', ({ mark }) => joined(earnedSteps(mark)), { widest: 20 }),
    column('missing', 'text', ({ mark }) => joined(missingSteps(mark)), { widest: 20 }),
    column('forbidden', 'text', ({ mark }) => joined(saidWordings(mark)), { widest: 22 }),
    column('remarks', 'text', ({ mark }) => joined(remarksOf(mark, locale)), { widest: 16 }),
    column('clauses', 'text', ({ mark, item }) => clausesOf(mark, item).join(' '), { widest: 18 }),
    ...(apart ? correction : [column('override', 'text', ({ mark }) => correctionOf(mark), { widest: 20 })]),
  ];
}

const earnedSteps = ({ steps }: Mark): string[] =>
  steps
    .filter(({ earned }) => earned > 0)
    .map(({ step, earned, possible }) => (earned < possible ? `${step} ${earned}/${possible}` : step));

export const missingSteps = ({ steps }: Mark): string[] =>
  steps.filter(({ earned }) => earned <= 0).map(({ step }) => step);

export const saidWordings = ({ wordings }: Mark): string[] =>
  wordings.filter(isCharged).map(({ text, cost }) => (cost > 0 ? `${text} −${cost}` : text));

export const remarksOf = ({ remarks }: Mark, locale: Locale): string[] =>
  remarks.map((remark) => locale.say(`remark.${remark}`));

const clausesOf = ({ wordings }: Mark, { clauses = [] }: Item): string[] => [
  ...new Set([...clauses, ...wordings.filter(isCharged).flatMap((one) => one.clauses.slice(0, CLAUSES))]),
];

/** Words that several rules object to are paid for once. */
export const isCharged = ({ cost, veto }: WordingMark): boolean => cost > 0 || veto;

function correctionOf({ override, given }: Mark): string | null {
  if (override === undefined) return null;
  const { points, reason = '', by } = override;
  return `${given} → ${points} ${reason}${by === undefined ? '' : ` (${by})`}`.trimEnd();
}
