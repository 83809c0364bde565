import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scenarioProblems } from '../grade/new/prove.ts';
import { Judge } from '../judge/judge.ts';
import { openLocale } from '../locale/index.ts';
import { compile } from '../pack/compile.ts';
import { examine } from '../pack/examine.ts';
import { parsePack, readPack } from '../pack/load.ts';
import { resolveLoaded } from '../pack/resolve.ts';
import { written } from '../pack/shelf.ts';

/** The pack that a reader has in hand after typing every block of the guide. */
function typed(language: string): string {
  const file = fileURLToPath(new URL(`../../docs/rule-guide.${language}.md`, import.meta.url));
  const blocks = [...readFileSync(file, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    (match) => match[1]!,
  );
  const [head, lists, ...others] = blocks;
  const isScenarios = (block: string): boolean => block.startsWith('scenarios:');
  const rules = others
    .filter((block) => !isScenarios(block))
    .join('')
    .replaceAll(/^rules:\n/gm, '');
  return `${head!.replace('rules: {}\n', '')}${lists}rules:\n${rules}${others.filter(isScenarios).join('')}`;
}

describe.each(['zh', 'en'])('the rule-writing guide in %s', (language) => {
  test('leads to a pack that loads and whose examples hold', async () => {
    const resolved = await resolveLoaded([await parsePack('acme.yaml', typed(language))], written);
    const ruleset = await compile(resolved);
    const locale = await openLocale('en');
    const own = resolved.rules.filter(({ id }) => id.startsWith('acme/'));
    const { failures } = await examine(own, ruleset, new Judge(ruleset, locale));
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(failures.map(({ rule, message }) => `${rule}: ${locale.say(message)}`)).toEqual([]);
  });

  test('leads to scenarios whose model answers earn everything', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'courtesy-guide-'));
    try {
      const file = path.join(folder, 'acme.yaml');
      writeFileSync(file, typed(language));
      const pack = await readPack(file);
      expect(pack.spec.scenarios).toHaveLength(1);
      expect(await scenarioProblems(pack, file, folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
