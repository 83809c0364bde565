import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { foreignWord } from './foreign-word.ts';

const found = (text: string, ...allow: string[]) => {
  const folded = fold(text);
  const options = { allow: new Set(allow) };
  return foreignWord.spans(folded, options).map(([start, end]) => folded.text.slice(start, end));
};

test('words with a space between them are one place', () => {
  expect(found('好的,thank you,byebye')).toEqual(['thank you', 'byebye']);
});

test('a company adds its own names', () => {
  expect(found('请下载lanyun再登录')).toEqual(['lanyun']);
  expect(found('请下载lanyun再登录', 'lanyun')).toEqual([]);
  expect(found('OK便是我们的品牌', 'ok')).toEqual([]);
});

test('capitals are read from the text as it was written', () => {
  expect(found('这是HDD盘')).toEqual([]);
  expect(found('这是hdd盘')).toEqual(['hdd']);
  expect(found('ＢＹＥ,您慢走')).toEqual(['bye']);
});
