import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zh } from '../../locale/zh.ts';
import { docxOf, paragraph } from '../../transcript/formats/office.sample.ts';
import { sheetOf as handedOut } from '../new/sheet.ts';
import { sheetDocx } from '../new/sheet-docx.ts';
import { sheetMarkdown } from '../new/sheet-markdown.ts';
import { kinds, one, readFiles, THREE } from './testing.ts';

describe('the trainee', () => {
  test.each([
    ['张三', '03-张三.txt', '1. 甲'],
    ['张三', '张三_练习.txt', '1. 甲'],
    ['张三', '供电抢修练习-张三的答卷(1).txt', '1. 甲'],
    ['张三', '张三答卷.txt', '1. 甲'],
    ['zhangsan', 'zhangsan.txt', '1. 甲'],
    ['Li Wei', 'Li Wei answers.txt', '1. 甲'],
    ['李四', 'a.txt', '姓名:李四\n1. 甲'],
    ['李四', 'a.txt', '学员姓名：__李四__  班级：二班  日期：\n1. 甲'],
    ['Li Wei', 'a.txt', 'Name: Li Wei   Date: 3 May\n1. 甲'],
    ['李四', 'a.md', '---\nname: 李四\n---\n1. 甲'],
    ['李四', 'a.md', '# 李四\n\n1. 甲'],
    ['李四', 'a.md', '# 供电抢修练习 — 李四\n\n1. 甲'],
    ['王五', '王五.md', '# 供电抢修练习\n\n姓名：________\n\n1. 甲'],
    ['李四', 'a.txt', '1. 甲\n2. 乙\n3. 丙\n\n姓名：李四'],
    ['李四', '2.txt', '姓名 李四\n1. 甲'],
    ['李四', '2.txt', '李四\n1. 甲'],
    ['2', '2.txt', '姓名 班级\n1. 甲'],
    ['2', '2.txt', '1. 甲'],
  ])('is %s in %s', async (name, file, text) => {
    const { sheet, answers } = await one(text, file);
    expect(sheet.trainee).toBe(name);
    expect(Object.values(answers).join()).not.toContain(name.length > 1 ? name : '姓名');
  });

  test('who is there twice is told, and kept apart', async () => {
    const { sheets, problems } = await readFiles({ '1-张三.txt': '1. 甲', '2-张三.md': '1. 乙' }, THREE);
    expect(sheets.map(({ trainee, answers }) => [trainee, answers[0]!.text])).toEqual([
      ['张三', '甲'],
      ['张三', '乙'],
    ]);
    expect(problems).toMatchObject([{ file: '2-张三.md', message: expect.stringContaining('张三') }]);
  });
});

describe('Markdown', () => {
  test('is read without its marks', async () => {
    const text =
      '<!-- 1. 不是 -->\n## 1. 停电问题\n\n> **非常抱歉**，马上查。\n\n---\n\n## 2\n- 先\n- 后\n\n## 3\n`好` \\*';
    expect((await one(text, 'a.md')).answers).toEqual({
      trip: '停电问题\n\n非常抱歉，马上查。',
      'q-late': '- 先\n- 后',
      bill: '好 *',
    });
  });

  test('has answers in tables', async () => {
    const text =
      '姓名：李四\n\n| 题号 | 情景 | 回答 |\n|---|---|---|\n| 1 | x | 甲<br>甲 |\n| 2 | y | 乙 |\n| 4 | z | 丁 |\n';
    const { sheet, answers } = await one(text, 'a.md');
    expect(sheet.trainee).toBe('李四');
    expect(answers).toEqual({ trip: '甲\n甲', 'q-late': '乙' });
    expect(kinds(sheet)).toEqual([
      ['extra', '4', 7],
      ['missing', 'bill', undefined],
    ]);
  });
});

describe('the sheet that is handed out', () => {
  const sheet = handedOut({ ...THREE, pass: 60 }, zh);

  test('comes back in Markdown with what was written on it', async () => {
    const [head, ...answers] = sheetMarkdown(sheet, zh.say('sheet.answer')).split('答：');
    const filled = ['答：甲，您好。', '答：\n\n1. 先道歉\n2. 再查', '答：\n\n____好，再见____'];
    const whole = answers.map((rest, at) => `${filled[at]}${rest}`).join('');
    const text = `${head!.replace(/姓名：_+/, '姓名：__李四__')}${whole}`;
    const { sheet: read, answers: texts } = await one(text, 'drill-7.md');
    expect(read.trainee).toBe('李四');
    expect(read.irregularities).toEqual([]);
    expect(texts).toEqual({ trip: '甲，您好。', 'q-late': '1. 先道歉\n2. 再查', bill: '好，再见' });
  });

  test('comes back in Word with what was written on it', async () => {
    const boxes = [['甲', '您好'], [], ['1. 好', '2. 再见']];
    const parts = unzipSync(sheetDocx(sheet, zh));
    const document = strFromU8(parts['word/document.xml']!)
      .replace('姓名：</w:t>', '姓名：李四</w:t>')
      .split(/(?=<w:p><w:pPr><w:pStyle w:val="Heading1"\/>)/)
      .map((part, at) =>
        (boxes[at - 1] ?? []).reduce(
          (rest, line) =>
            rest.replace(
              /(<w:pStyle w:val="Answer\w*"\/><\/w:pPr>)(?=<\/w:p>)/,
              `$1<w:r><w:t>${line}</w:t></w:r>`,
            ),
          part,
        ),
      );
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(document.join('')) });
    const { sheet: read, answers } = await one(bytes, 'drill-7.docx');
    expect(read.trainee).toBe('李四');
    expect(read.irregularities).toEqual([]);
    expect(answers).toEqual({ trip: '甲\n您好', 'q-late': '', bill: '1. 好\n2. 再见' });
  });

  test('blank, is no trainee’s', async () => {
    const { sheets, problems } = await readFiles(
      { 'drill.docx': sheetDocx(sheet, zh), 'drill.md': sheetMarkdown(sheet, '答：') },
      THREE,
    );
    expect(sheets).toEqual([]);
    expect(problems.map(({ file }) => file)).toEqual(['drill.docx', 'drill.md']);
  });
});

describe('a Word document', () => {
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

  test('has numbers in its text', async () => {
    const body = ['姓名：李四', '1. 甲', '甲二', '2. 乙', '3. 丙'].map((text) => paragraph(text)).join('');
    const { sheet, answers } = await one(docxOf(body), 'a.docx');
    expect(sheet.trainee).toBe('李四');
    expect(answers).toEqual({ trip: '甲\n甲二', 'q-late': '乙', bill: '丙' });
    expect(sheet.answers.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  test.each([
    ['with the situation beside them', THREE.items.map(({ situation }) => situation), ['甲', '乙', '丙']],
    ['with numbers beside them', ['1', '第2题', '（3）'], ['甲', '乙', '丙']],
  ])('has answers in a table %s', async (_, keys, texts) => {
    const rows = keys.map((key, at) => [key, texts[at]!]);
    const body =
      table(['姓名', '李四', '班级', '二班']) + paragraph('1. 请独立完成') + table(['题目', '回答'], ...rows);
    const { sheet, answers } = await one(docxOf(body), 'a.docx');
    expect(sheet.trainee).toBe('李四');
    expect(answers).toEqual({ trip: '甲', 'q-late': '乙', bill: '丙' });
    expect(sheet.irregularities).toEqual([]);
  });

  test('that is none, or empty, is a problem, and the rest is read', async () => {
    const { sheets, problems } = await readFiles(
      {
        'a.docx': 'no document',
        'b.txt': ' \n',
        'c.txt': '1. 甲',
        'd.pdf': '%PDF',
        '~$c.docx': 'lock',
        'README.md': '1. x',
        '.hidden.txt': '1. x',
        'overrides.yaml': '',
      },
      THREE,
    );
    expect(sheets.map(({ file }) => file)).toEqual(['c.txt']);
    expect(problems.map(({ file }) => file)).toEqual(['a.docx', 'b.txt', 'd.pdf']);
  });
});
