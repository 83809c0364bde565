import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guideOf = (language: string) =>
  readFileSync(path.join(root, `docs/trainer-guide.${language}.md`), 'utf8');

const blocks = (guide: string, kind: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]!);

describe.each(['zh', 'en'])("the trainer's guide in %s", (language) => {
  test('has commands that do what a reader expects, one after the other', { timeout: 120_000 }, () => {
    const guide = guideOf(language);
    const folder = mkdtempSync(path.join(tmpdir(), 'courtesy-guide-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    symlinkSync(path.join(root, 'fixtures'), path.join(folder, 'fixtures'));
    const [overrides] = blocks(guide, 'yaml').filter((block) => block.startsWith('- trainee:'));
    writeFileSync(path.join(folder, 'overrides.yaml'), overrides!);
    const commands = blocks(guide, 'sh').flatMap((block) => block.trim().split('\n'));
    expect(commands.length).toBeGreaterThanOrEqual(6);
    for (const command of commands) {
      const [program, ...args] = command.split(' ');
      expect(program).toBe('courtesy');
      const bin = path.join(root, 'bin/courtesy.js');
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args, '--locale', language], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      });
      expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    }
    const named = commands.flatMap((command) =>
      [...command.matchAll(/\w+=(\S+)/g)].map((match) => match[1]!),
    );
    const made = [
      ...named,
      ...[...guide.matchAll(/^\| `(\S+)`/gm)].map((match) => path.join(output(commands), match[1]!)),
    ];
    expect(made).toHaveLength(5);
    for (const file of made) expect(existsSync(path.join(folder, file)), file).toBe(true);
  });

  test('shows pictures that are there, and links to pages that are there', () => {
    const targets = [...guideOf(language).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1]!);
    expect(targets.length).toBeGreaterThanOrEqual(3);
    for (const target of targets) expect(existsSync(path.join(root, 'docs', target)), target).toBe(true);
  });
});

const output = (commands: readonly string[]): string => / --output (\S+)/.exec(commands[0]!)![1]!;
