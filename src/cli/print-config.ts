/** `courtesy --print-config FILE`: what the file would be checked with, and where each value comes from. */
import { readFileSync } from 'node:fs';
import type { Locale } from '../locale/locale.ts';
import { type Path, parseYaml } from '../pack/source.ts';
import { safe } from '../report/safe.ts';
import { padEnd } from '../report/width.ts';
import { Configs } from '../run/config.ts';
import { loadRuleset, packsOf } from '../run/ruleset.ts';
import { EXIT } from '../run/run.ts';
import { terminal } from './terminal.ts';

/** A line of the answer: valid YAML, and behind it where it is from. */
interface Entry {
  text: string;
  from: string;
}

const WIDEST = 60;

/**
 * @param file an input, which need not exist
 * @param named the configuration that the command line names
 * @param packs those that the command line names
 * @returns the exit code
 */
export async function printConfig(
  file: string,
  named: string | undefined,
  packs: readonly string[],
  locale: Locale,
): Promise<number> {
  const config = await new Configs(named).of(file);
  const source = config.file === null ? null : parseYaml(config.file, readFileSync(config.file, 'utf8'));
  const given = (source?.data ?? {}) as Record<string, unknown>;
  const line = (path: Path): string => {
    const { file, line } = source!.place(path, typeof path.at(-1) === 'string');
    return `${file}:${line}`;
  };
  const usual = locale.say('config.default');
  const ruleset = await loadRuleset(config, packs);

  const entries: Entry[] = [];
  const single = (key: string, value: unknown, otherwise: string): void => {
    entries.push({
      text: `${key}: ${flow(value)}`,
      from: Object.hasOwn(given, key) ? line([key]) : otherwise,
    });
  };
  if (packs.length > 0)
    entries.push({ text: `packs: ${flow(packs)}`, from: locale.say('config.command-line') });
  else single('packs', packsOf(config, packs), usual);
  for (const key of ['lists', 'rules', 'roles', 'columns', 'templates', 'overrides']) {
    const value = given[key] as Record<string, unknown> | unknown[] | null | undefined;
    if (value === undefined || value === null) continue;
    entries.push({ text: `${key}:`, from: '' });
    for (const [name, one] of Object.entries(value)) {
      const at = Array.isArray(value) ? Number(name) : name;
      const before = Array.isArray(value) ? '-' : `${scalar(name)}:`;
      entries.push({ text: `  ${before} ${flow(one)}`, from: line([key, at]) });
    }
  }
  single('pass', ruleset.scorecard.pass, locale.say('config.packs'));
  single('locale', config.locale ?? locale.name, locale.say('config.environment'));

  const { stdout } = terminal();
  const head = config.file ?? locale.say('config.none');
  stdout.write(`${[`# ${safe(`${file} ← ${head}`)}`, ...entries.map(aligned)].join('\n')}\n`);
  return EXIT.clean;
}

const aligned = ({ text, from }: Entry): string =>
  from === '' ? safe(text) : `${padEnd(safe(text), WIDEST)}  # ${safe(from)}`;

/** JSON is YAML, with fewer quotation marks where none are needed. */
function flow(value: unknown): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const pairs = Object.entries(value).map(([key, one]) => `${scalar(key)}: ${flow(one)}`);
  return `{${pairs.join(', ')}}`;
}

/** Plain where it can be nothing else; numbers, `true` and the like in quotation marks. */
const scalar = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on)$/i.test(text)
    ? text
    : JSON.stringify(text);
