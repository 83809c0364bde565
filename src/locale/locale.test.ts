import { expect, test, vi } from 'vitest';
import { localeFromEnvironment, localeNames, openLocale } from './index.ts';

test('every key and every {slot} of one locale is in the other', async () => {
  vi.resetModules();
  const entriesOf = (_: string, tables: (() => object)[]) =>
    tables.flatMap((table) => Object.entries(table()));
  vi.doMock('./locale.ts', () => ({ localeOf: entriesOf }));
  const tables = await Promise.all([import('./zh.ts'), import('./en.ts')]);
  vi.doUnmock('./locale.ts');
  vi.resetModules();
  const entries = [tables[0].zh, tables[1].en] as unknown as [string, string][][];
  const [zh, en] = entries.map((all) => Object.fromEntries(all) as Record<string, string>);
  expect(entries.map(({ length }) => length)).toEqual([zh!, en!].map((all) => Object.keys(all).length));
  expect(Object.keys(en!).sort()).toEqual(Object.keys(zh!).sort());
  const slots = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
  for (const key of Object.keys(zh!)) expect([key, slots(en![key]!)]).toEqual([key, slots(zh![key]!)]);
});

test('slots are filled in, and English counts read as English', async () => {
  const en = await openLocale('en');
  expect(en.say('summary.errors', { count: 1 })).toBe('1 error');
  expect(en.say({ key: 'summary.errors', values: { count: 0 } })).toBe('0 errors');
  const zh = await openLocale('zh');
  expect(zh.say('forbid.said', { text: '{text}不知道' })).toBe('不应说「{text}不知道」');
  expect(() => zh.say('no.such.key')).toThrow('no.such.key');
});

test.each([
  [{}, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR' }, 'en'],
])('the environment %o asks for %s', (env, name) => {
  expect(localeFromEnvironment(env)).toBe(name);
  expect(localeNames).toContain(name);
});
