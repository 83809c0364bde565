import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courtesyIn, writeIn } from '../cli/testing.ts';

const PACK = `pack: acme
title: 示例
version: 1.0.0
language: zh
rules:
  brush-off: {severity: error, points: 5, forbid: {phrases: [不知道]}}
  slow: {severity: error, points: 2, forbid: {phrases: [稍等]}}
`;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'courtesy-overrides-'));
  for (const name of ['calls', 'old']) mkdirSync(path.join(folder, name));
  write('acme.yaml', PACK);
  const call = (id: string, channel: string) =>
    `${JSON.stringify({ id, meta: { channel }, turns: [{ role: 'agent', text: '不知道，稍等' }] })}\n`;
  write('calls/a.jsonl', call('phone', 'phone') + call('chat', 'chat'));
  write('old/b.jsonl', call('old', 'phone'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeIn(folder, name, text);

function check(config: string) {
  write('courtesy.yaml', config);
  const { status, stdout, stderr } = courtesyIn(folder, ['check', '.', '--format', 'json', '--locale', 'en']);
  if (status === 2) return stderr;
  return JSON.parse(stdout).transcripts.map(
    ({ id, violations }: { id: string; violations: { rule: string; severity: string }[] }) =>
      [id, ...violations.map(({ rule, severity }) => `${rule.slice(5)} ${severity}`)].join(', '),
  );
}

test('by glob, by metadata, and by both; later ones go before earlier', () => {
  expect(
    check(`packs: [acme.yaml]
rules: {slow: {severity: warning}}
overrides:
  - {files: "old/**", rules: {acme/slow: {severity: info}}}
  - {meta: {channel: chat}, rules: {acme/slow: off}}
  - {files: [calls/*.jsonl], meta: {channel: [chat, web]}, rules: {acme/slow: {severity: error}, brush-off: off}}
`),
  ).toEqual(['phone, brush-off error, slow warning', 'chat, slow error', 'old, brush-off error, slow info']);
});

test('an id goes before a key, wherever it stands; a later override before both', () => {
  for (const rules of [
    'acme/slow: {severity: warning}, slow: off',
    'slow: off, acme/slow: {severity: warning}',
  ])
    expect(check(`packs: [acme.yaml]\nrules: {${rules}}\n`)[0]).toBe('phone, brush-off error, slow warning');
  const later = 'overrides: [{meta: {channel: phone}, rules: {slow: {severity: info}}}]';
  expect(check(`packs: [acme.yaml]\nrules: {acme/slow: {severity: warning}}\n${later}\n`)[0]).toBe(
    'phone, brush-off error, slow info',
  );
});

test('one that is not of the form is an error at its place', () => {
  expect(check('packs: [acme.yaml]\noverrides:\n  - {file: x, rules: {slow: off}}\n')).toMatch(
    /courtesy\.yaml:3:6: .*did you mean "files"/,
  );
});
