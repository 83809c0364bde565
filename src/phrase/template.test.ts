import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { senses } from '../judge/senses.ts';
import { fold } from '../text/fold.ts';
import { PhrasebookBuilder } from './phrasebook-builder.ts';
import { Scanner } from './scan.ts';
import { type Node, parseTemplate, TemplateError } from './template.ts';

const LISTS: Record<string, string[]> = { you: ['你', '您'], greeting: ['<you>好', '早上好'] };

function lookup(name: string, offset: number): Node {
  const list = LISTS[name];
  if (!list) throw new TemplateError('template.unknown-list', offset, { name });
  return { is: 'choice', of: list.map((item) => parseTemplate(item, lookup)) };
}

/** The words in the text that the template finds. */
function found(template: string, text: string): string[] {
  const builder = new PhrasebookBuilder();
  builder.set([{ source: template, node: parseTemplate(template, lookup), path: [] }]);
  const folded = fold(text);
  return new Scanner(builder.build(), senses())
    .scan(folded)
    .all()
    .map(({ start, end }) => folded.original.slice(...folded.span(start, end)))
    .sort();
}

describe('a template finds', () => {
  test.each([
    ['不归我管', '这事不归我管', ['不归我管']],
    ['(这|那)[个|件事]不归我[们]管', '那件事不归我们管', ['那件事不归我们管']],
    ['(这|那)[个|件事]不归我[们]管', '这不归我管', ['这不归我管']],
    ['<greeting>', '您好,早上好', ['您好', '早上好']],
    ['我…知道', '我哪会知道', ['我哪会知道']],
    ['我…2知道', '我从来都没有知道', []],
    ['我…知道', '我说。知道', []],
    ['喂,干什么', '喂干什么', ['喂干什么']],
    ['喂,干什么', '喂!干什么', ['喂!干什么']],
    ['^不知道$', '不知道。您呢', ['不知道']],
    ['^不知道$', '不知道您是谁', []],
    ['^不知道$', '不知道 你找别人', ['不知道']],
    ['不知道', '不 知 道', ['不 知 道']],
    ['请问', '請問您貴姓', ['請問']],
    ['不知道', '我不知到', ['不知到']],
    ['不知道', '不只到', []],
    ['call me', 'Please CALL me.', ['CALL me']],
    ['call', 'recall it', []],
    ['[please] hold on', 'hold on', ['hold on']],
  ] satisfies [string, string, string[]][])('%s in %s', (template, text, words) => {
    expect(found(template, text)).toEqual(words);
  });

  test('a regular expression, once its engine is loaded', async () => {
    const { loadRegexEngine } = await import('./regex.ts');
    await loadRegexEngine();
    expect(found('/1[3-9][0-9]{9}/', '电话13812345678')).toEqual(['13812345678']);
    expect(found('电话/[0-9]+/', '电话110')).toEqual(['电话110']);
    expect(found('工号…3/[0-9]+/', '工号是110')).toEqual(['工号是110']);
  });
});

describe('a template is refused', () => {
  test.each([
    ['不归[我', 'template.unclosed', 2],
    ['不归我]', 'template.unopened', 3],
    ['<nobody>好', 'template.unknown-list', 0],
    ['我…0知道', 'template.gap', 1],
    ['我(是)?你', 'template.optional', 4],
    ['停[,|$]', 'template.optional-edge', 1],
    ['[^|我]不管', 'template.optional-edge', 0],
    ['//', 'template.empty-regex', 0],
    ['('.repeat(30), 'template.too-deep', 20],
  ])('%s', (template, key, offset) => {
    expect(() => parseTemplate(template, lookup)).toThrow(
      expect.objectContaining({ key, offset }) as unknown as Error,
    );
  });

  test('when its lists grow without end', () => {
    const nested = (name: string): Node => {
      const depth = Number(name);
      return parseTemplate(depth === 0 ? '好' : `<${depth - 1}>`.repeat(10), (inner) => known(inner));
    };
    const trees = new Map<string, Node>();
    const known = (name: string): Node => {
      if (!trees.has(name)) trees.set(name, nested(name));
      return trees.get(name)!;
    };
    expect(() => known('12')).toThrow(
      expect.objectContaining({ key: 'template.too-large' }) as unknown as Error,
    );
  });

  test('when it asks for nothing', () => {
    const node = parseTemplate('[你]', lookup);
    expect(() => new PhrasebookBuilder().set([{ source: '[你]', node, path: [] }])).toThrow('[你]');
  });
});

test('whatever the template says stands where it says so', () => {
  const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,4}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, word, (choices, before, after) => {
      const text = `${before}。${choices[0]}。${after}`;
      const spans = found(`^(${choices.join('|')})$`, text);
      expect(spans).toContain(choices[0]);
      for (const span of spans) expect([...choices, before, after]).toContain(span);
    }),
  );
});

test('a template full of long gaps comes to an end on a text made for it', () => {
  expect(found('好…200好…200好…200好…200不', '好的'.repeat(2000))).toEqual([]);
});
