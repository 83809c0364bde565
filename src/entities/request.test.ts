import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { passwordRequest } from './password-request.ts';
import { question } from './question.ts';
import { request } from './request.ts';

const spans = (entity: typeof request, text: string) => {
  const folded = fold(text);
  return entity.spans(folded).map(([start, end]) => folded.text.slice(start, end));
};

test.each([
  ['您好,请您重启一下光猫,可以吗?', ['请您重启一下光猫']],
  ['好的,把身份证号报一下。我帮您查。', ['把身份证号报一下']],
  ['我们这边需要您提供一下户号', ['需要您提供一下户号']],
  [
    'Thanks. Please hold while I check, and send me the code.',
    ['please hold while i check', 'and send me the code'],
  ],
])('the request in %s is its own clause, polite words included', (text, clauses) => {
  expect(spans(request, text).map((clause) => clause.replace(/^and /, ''))).toEqual(
    clauses.map((clause) => clause.replace(/^and /, '')),
  );
});

test('a question is its whole sentence', () => {
  expect(spans(question, '您好。请问您贵姓?我查一下。')).toEqual(['请问您贵姓?']);
});

test('a request is told from a question', () => {
  expect(spans(request, '您的户号是多少?')).toEqual([]);
  expect(spans(question, '请出示您的证件。')).toEqual([]);
});

test('asking for a password is found where it is refused in the next sentence', () => {
  expect(spans(passwordRequest, '请报一下验证码。不要告诉别人。')).toHaveLength(1);
});
