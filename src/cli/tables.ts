/** Commands that print tables: which formats they take, and where those go. */
import type { Locale } from '../locale/locale.ts';
import { type TablesReport, tableFormats } from '../report/tables.ts';
import type { Io } from '../run/options.ts';
import { type FormatRequest, WholeFile } from '../run/outputs.ts';
import { UsageError } from '../run/usage.ts';
import type { Command } from './commander.ts';
import { collectFormat } from './common.ts';

/** What these commands ask of the corpus that they judge. */
export interface CorpusFlags {
  config?: string;
  inputFormat?: string;
  encoding?: string;
}

export interface TableFlags {
  format?: FormatRequest[];
}

/** Packs are named by an option where they are not what the command compares. */
export interface PackFlags {
  pack?: string[];
}

export function withPackOption(command: Command, locale: Locale): Command {
  const also = (value: string, before: string[] = []): string[] => [...before, value];
  return command.option('-p, --pack <name>', locale.say('cli.check.pack'), also);
}

export function withCorpusOptions(command: Command, locale: Locale): Command {
  const say = (key: string): string => locale.say(`cli.check.${key}`);
  return command
    .option('-c, --config <file>', say('config'))
    .option('--input-format <name>', say('input-format'))
    .option('--encoding <name>', say('encoding'));
}

export function withTableFormats(command: Command, locale: Locale): Command {
  const names = Object.keys(tableFormats).join('|');
  return command.option(`-f, --format <${names}[=file]>`, locale.say('cli.check.format'), collectFormat);
}

/** @throws UsageError for a format there is not: called before any work is done */
export function checkFormats({ format = [] }: TableFlags): void {
  const known = Object.keys(tableFormats);
  const name = format.map((one) => one.name).find((one) => !known.includes(one));
  if (name !== undefined) throw new UsageError('run.unknown-format', { name, known: known.join(', ') });
}

export async function writeTables(
  report: TablesReport,
  { format = [{ name: 'table' }] }: TableFlags,
  { stdout }: Io,
  locale: Locale,
): Promise<void> {
  for (const { name, file } of format) {
    const page = { locale, width: stdout.width, color: stdout.color && file === undefined };
    const text = await tableFormats[name]!(report, page);
    if (file === undefined) {
      stdout.write(text);
      continue;
    }
    const whole = new WholeFile(file);
    whole.write(text);
    whole.commit();
  }
}
