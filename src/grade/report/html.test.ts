import { createHash } from 'node:crypto';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { LocaleName } from '../../locale/locale.ts';
import type { GradeBook } from '../book.ts';
import { html } from './html.ts';
import { bookOf, exercise, sample, sheets, written } from './sample.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.getElementById>>;

const pageOf = async (book: GradeBook, language?: LocaleName) =>
  (await written(html, book, language)).toString('utf8');

function all(node: Element | Document, test: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(test, [node]);
}
const isOf = (name: string) => (element: Element) => (element.attribs.class ?? '').split(' ').includes(name);
const byId = (document: Document, id: string) => DomUtils.getElementById(id, document.children, true)!;

/** The answer as it is shown, without the labels of what is marked in it. */
function shown(answer: Element): string {
  const [said] = all(answer, isOf('said'));
  return said!.children
    .filter((node) => !('name' in node && node.name === 'sup'))
    .map((node) => DomUtils.textContent(node))
    .join('');
}

test('each answer is shown whole, with what earned and what lost points in its place', async () => {
  const document = parseDocument(await pageOf(sample));
  for (const [sheet, { marks }] of sheets.entries()) {
    for (const [item, mark] of marks.entries()) {
      if (mark.text === '') continue;
      const answer = byId(document, `t${sheet + 1}-${item + 1}`);
      expect(shown(answer)).toBe(mark.text);
      const marked = (name: string) => all(answer, isOf(name)).filter(({ name: tag }) => tag === 'mark');
      const earned = marked('earned').map((one) => DomUtils.textContent(one));
      for (const { span } of mark.steps)
        if (span) expect(earned.join('')).toContain(mark.text.slice(...span));
      const lost = marked('lost').map((one) => DomUtils.textContent(one));
      expect(lost.join('')).toBe(mark.wordings.map(({ text }) => text).join(''));
    }
  }
});

test('what was missing, what it cost, what was remarked and what the trainer changed is all told', async () => {
  const document = parseDocument(await pageOf(sample));
  const told = (id: string) => DomUtils.textContent(byId(document, id));
  expect(told('t4-1')).toContain('✗ 1 −2.5');
  expect(told('t4-1')).toContain('我帮您问一下，马上告诉您。');
  expect(told('t4-1')).toContain('repair.pair.5');
  expect(told('t3-2')).toContain('问一句“可以吗”。');
  expect(told('t3-1')).toContain('培训师改分：10 → 8.5');
  expect(told('t3-1')).toContain('与丁一雷同，已谈话 (王老师)');
  expect(told('t4-2')).toContain('与参考答案相同');
  expect(told('t2-1')).toContain('没有作答');
  expect(told('t2')).toContain('没有这个题号：22');
});

test('words that overlap are cut where one begins or ends, and lose nothing', async () => {
  const [first, ...rest] = sheets[3]!.marks;
  const wording = first!.wordings[0]!;
  const over = { ...wording, span: [3, 9] as const, text: first!.text.slice(3, 9) };
  const marks = [{ ...first!, wordings: [wording, over] }, ...rest];
  const document = parseDocument(await pageOf(bookOf([{ ...sheets[3]!, marks }])));
  const answer = byId(document, 't1-1');
  expect(shown(answer)).toBe(first!.text);
  const labels = all(answer, isOf('lost')).filter(({ name }) => name === 'sup');
  expect(labels.map((one) => DomUtils.textContent(one)).sort()).toEqual(['✗ 1 −2.5', '✗ 2 −2.5']);
});

test('every link of the page leads somewhere on it', async () => {
  const document = parseDocument(await pageOf(sample));
  const targets = all(document, ({ name }) => name === 'a').map(({ attribs }) => attribs.href!);
  expect(targets.length).toBeGreaterThan(sheets.length * exercise.items.length);
  for (const target of targets) {
    expect(target).toMatch(/^#/);
    expect(byId(document, target.slice(1))).not.toBeNull();
  }
});

test('a grade book row has the marks that count, and answers too alike stand side by side', async () => {
  const document = parseDocument(await pageOf(sample));
  const rows = all(byId(document, 'marks'), ({ name }) => name === 'tr').map((row) =>
    row.children.map((cell) => ('attribs' in cell ? cell.attribs['data-value'] : undefined)),
  );
  expect(rows[3]).toEqual(['乙二', '8.5', '2', '10.5', '70', '1']);
  const [pair] = all(document, isOf('pair'));
  const [one, other] = all(pair!, isOf('said')).map((said) => DomUtils.textContent(said));
  expect([one, other]).toEqual([sheets[0]!.marks[0]!.text, sheets[2]!.marks[0]!.text]);
});

test('nothing that a trainee writes is markup, and all of it is there', async () => {
  const text = '</p></script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> " onclick="x" &lt;';
  const hostile = sheets.map((sheet, at) => ({
    ...sheet,
    trainee: `${text}${at}`,
    file: text,
    marks: sheet.marks.map((mark) => ({ ...mark, text, steps: [], wordings: [], override: undefined })),
  }));
  const benign = hostile.map((sheet, at) => ({
    ...sheet,
    trainee: `x${at}`,
    file: 'x',
    marks: sheet.marks.map((mark) => ({ ...mark, text: 'x' })),
  }));
  const tags = async (of: typeof hostile): Promise<string[]> => {
    const book = {
      ...bookOf(of.map((sheet) => ({ ...sheet, marks: sheet.marks.map(withSteps) }))),
      alike: [],
    };
    return (await pageOf(book)).match(/<[a-z!/][^\s>]*/gi)!;
  };
  expect(await tags(hostile)).toEqual(await tags(benign));
  const document = parseDocument(
    await pageOf(bookOf(hostile.map((one) => ({ ...one, marks: one.marks.map(withSteps) })))),
  );
  expect(shown(byId(document, 't1-1'))).toBe(text);
});

const withSteps = <Mark extends { item: string }>(mark: Mark) => ({
  ...mark,
  steps: exercise.items
    .find(({ id }) => id === mark.item)!
    .steps.map(({ step, points }) => ({ step, possible: points, earned: 0 })),
});

test('the page asks nobody for anything: its policy allows its own script and styles alone', async () => {
  const page = await pageOf(sample);
  const digest = (tag: string) => {
    const inside = page.slice(page.lastIndexOf(`<${tag}>`) + tag.length + 2, page.lastIndexOf(`</${tag}>`));
    return `sha256-${createHash('sha256').update(inside).digest('base64')}`;
  };
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src '${digest('script')}'`);
  expect(policy).toContain(`style-src '${digest('style')}'`);
  expect(page).not.toMatch(/@import|url\(|fetch\(|XMLHttpRequest| style="| on[a-z]+="/);
});

test('an English page has no Chinese words of its own', async () => {
  const english = {
    ...exercise,
    title: 'Repairs',
    items: exercise.items.map((item) => ({ ...item, situation: 'S', context: 'C', model: ['M'], steps: [] })),
  };
  const marks = english.items.map(({ id, points }, at) => ({
    ...sheets[0]!.marks[0]!,
    item: id,
    text: at === 0 ? '' : 'text',
    possible: points,
    points: 1,
    steps: [],
    remarks: at === 0 ? (['missing'] as const).slice() : ['too-short' as const],
    override: { points: 1 },
  }));
  const sheet = { ...sheets[0]!, trainee: 'Amy', file: 'amy.txt', marks };
  const one = { kind: 'doubled', item: 'q1', line: 2 } as const;
  const book = { ...bookOf([]), exercise: english, sheets: [sheet] };
  const statistics = { ...book.statistics, trainees: 1 };
  const page = await pageOf(
    { ...book, statistics, irregularities: [{ trainee: 'Amy', file: 'amy.txt', one }] },
    'en',
  );
  expect(page).toContain('<html lang="en">');
  expect(page).not.toMatch(/\p{sc=Han}/u);
  expect(page).toContain('Corrected by the trainer');
});
