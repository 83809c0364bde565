import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../judge/verdict.ts';
import { PAGE, type PageData, ROWS, TALK, type Talk, type WireRow } from './html/data.ts';
import { html } from './html.ts';
import { print, sample } from './sample.ts';

const all = [sample.hotline, sample.chat, sample.clean, sample.unscored];

/** The elements of the page that hold data, found as an HTML parser finds them. */
function dataOf(page: string) {
  const texts = (attribute: string): unknown[] =>
    page
      .split(`<script type="application/json" ${attribute}>`)
      .slice(1)
      .map((rest) => JSON.parse(rest.slice(0, rest.search(/<\/script/i))));
  return {
    talks: texts(`class="${TALK}"`) as Talk[],
    rows: texts(`id="${ROWS}"`)[0] as WireRow[],
    data: texts(`id="${PAGE}"`)[0] as PageData,
  };
}

test('a row and a conversation for each transcript, with what the page needs', async () => {
  const { talks, rows, data } = dataOf(await print(html, all, { problem: true }));
  expect(talks).toHaveLength(4);
  expect(rows.map(([id]) => id)).toEqual(['0417', 'c-88213', '0418', '0419']);
  expect(rows[3]![5]).toBeNull();
  expect(data.agents).toEqual(['3号', 'Dana']);
  expect(data.problems).toEqual(['calls/broken.txt: 不是文本文件']);

  const [first] = talks;
  const { rule, turn, span } = first!.violations[0]!;
  expect(data.rules[rule]).toMatchObject({
    id: 'zh/hotline/brush-off',
    clauses: ['noc.never.6', 'water.never.11'],
  });
  expect(first!.turns[turn]![1].slice(...span)).toBe('不知道');
  expect(first!.violations[3]).toMatchObject({ searched: '已查第 3–5 行，没有找到' });
  expect(first!.sum.map(([sign, number]) => sign + number)).toEqual(['100', '−15', '−10', '=75']);
});

test('every violation stands where the verdict has it', async () => {
  const { talks, data } = dataOf(await print(html, all));
  for (const [at, { file, turns, violations }] of all.entries()) {
    const shown = talks[at]!.violations.map(({ rule, place, turn, span }) => ({
      rule: data.rules[rule]!.id,
      place,
      words: talks[at]!.turns[turn]![1].slice(...span),
    }));
    const wanted = violations.map(({ rule, line, column, turn, span }) => ({
      rule,
      place: `${file}:${line}:${column}`,
      words: turns[turn - 1]!.text.slice(...span),
    }));
    expect(shown).toEqual(wanted);
  }
});

test('teams and days come from the metadata, days from the turns too', async () => {
  const dated: Verdict[] = [
    { ...sample.clean, meta: { team: 'east', date: '2026-02-17' } },
    { ...sample.clean, turns: [{ ...sample.clean.turns[0]!, time: '2026年2月18日 09:00' }] },
    { ...sample.clean, meta: { date: '2026-02-30' } },
  ];
  const { rows, data } = dataOf(await print(html, dated));
  const day = Date.UTC(2026, 1, 17) / 86_400_000;
  expect(rows.map((row) => row[4])).toEqual([day, day + 1, -1]);
  expect(rows.map((row) => row[3])).toEqual([0, -1, -1]);
  expect(data.teams).toEqual(['east']);
});

const HOSTILE =
  '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> javascript:alert(1) \u2028\ud800\0';

test('nothing that a transcript says is markup, and all of it is there', async () => {
  const text = HOSTILE;
  const hostile: Verdict = {
    ...sample.hotline,
    id: text,
    file: text,
    agent: text,
    meta: { team: text, date: text },
    turns: sample.hotline.turns.map((turn) => ({ ...turn, speaker: text, text, time: text })),
    violations: sample.hotline.violations.map((violation) => ({ ...violation, message: text, rule: text })),
  };
  const page = await print(html, [hostile]);
  const plain = await print(html, [sample.hotline]);
  const tags = (of: string) => of.match(/<\/?script|<!--|<img/gi)?.length;
  expect(tags(page)).toBe(tags(plain));
  expect(page).not.toContain('\u2028');
  const { talks, rows, data } = dataOf(page);
  expect(rows[0]![0]).toBe(HOSTILE);
  expect(data.agents).toEqual([HOSTILE]);
  expect(talks[0]!.turns[0]!.slice(1)).toEqual([HOSTILE, HOSTILE, HOSTILE]);
});

test('the page asks nobody for anything: its policy allows its own script and styles alone', async () => {
  const page = await print(html, [sample.hotline]);
  const digest = (tag: string) => {
    const inside = page.slice(page.lastIndexOf(`<${tag}>`) + tag.length + 2, page.lastIndexOf(`</${tag}>`));
    return `sha256-${createHash('sha256').update(inside).digest('base64')}`;
  };
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src '${digest('script')}'`);
  expect(policy).toContain(`style-src '${digest('style')}'`);
  expect(page).not.toMatch(/\s(?:src|href)="(?!data:,")/);
  expect(page).not.toMatch(/@import|url\(|fetch\(|XMLHttpRequest/);
});

test('both languages, told in the element and in every label', async () => {
  const zh = await print(html, all);
  const en = await print(html, all, { in: 'en' });
  expect(zh).toContain('<html lang="zh-CN">');
  expect(zh).toContain('<title>客服用语质检报告</title>');
  expect(en).toContain('<html lang="en">');
  expect(dataOf(en).data.labels['html.worst-rules']).toBe('Rules broken most');
  expect(Object.values(dataOf(en).data.labels).join('')).not.toMatch(/\p{Script=Han}/u);
});

test('every label that the script asks for is written', async () => {
  const { data } = dataOf(await print(html, []));
  const page = await print(html, []);
  const script = page.slice(page.lastIndexOf('<script>'));
  const asked = script.match(/"(?:html|table|score|report)\.[a-z-]+"/g) ?? [];
  expect(asked.length).toBeGreaterThan(40);
  for (const key of asked) expect(data.labels).toHaveProperty([JSON.parse(key)]);
});

test('a conversation is written when it comes, not at the end', async () => {
  const written: string[] = [];
  await print(html, all, { write: (text) => written.push(String(text)) });
  expect(written[0]).toContain('<!doctype html>');
  for (const talk of written.slice(1, 1 + all.length)) expect(dataOf(talk).talks).toHaveLength(1);
});
