/** Puts on the turns of an input what the file beside it silences, and tells what silenced nothing. */
import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../locale/locale.ts';
import { PackError } from '../pack/problem.ts';
import { safe } from '../report/safe.ts';
import type { Suppressed, Transcript } from '../transcript/transcript.ts';
import type { Ears, Input } from './inputs.ts';
import type { SuppressEntry } from './suppress-file.ts';

/** An entry, and what it puts on turns: the same object on all of them, so that one use is enough. */
type Entry = SuppressEntry & { puts: Suppressed };

/** What the file beside an input holds. */
export interface Beside {
  file: string;
  entries: readonly SuppressEntry[];
}

/** @returns null where there is no such file; one that is not well-formed has no entries, and is a problem */
export async function suppressionsBeside(input: string, ears: Ears, locale: Locale): Promise<Beside | null> {
  const file = fileBeside(input);
  return file === null ? null : { file, entries: await entriesOf(file, ears, locale) };
}

/**
 * The transcripts of an input, each to be judged before the next is asked for.
 * @param wanted which of them are judged, where not all are: the others tell nothing of what is unused
 */
export async function* silenced(
  input: Pick<Input, 'file' | 'alone' | 'transcripts'>,
  ears: Ears,
  locale: Locale,
  wanted?: (transcript: Transcript) => boolean,
): AsyncGenerator<Transcript> {
  const beside = input.alone ? null : await suppressionsBeside(input.file, ears, locale);
  const silencing = beside && { ...beside, entries: beside.entries.filter(silences) };
  yield* silencedBy(silencing, input, ears, locale, wanted);
}

/** An appeal that is rejected or pending takes out nothing. */
const silences = ({ appeal }: SuppressEntry): boolean => appeal === undefined || appeal.decision === 'upheld';

/**
 * The same by some of the entries.
 * @param today YYYY-MM-DD: entries that held until a day before it hold no more
 */
export async function* silencedBy(
  beside: Beside | null,
  input: Pick<Input, 'file' | 'transcripts'>,
  ears: Ears,
  locale: Locale,
  wanted?: (transcript: Transcript) => boolean,
  today?: string,
): AsyncGenerator<Transcript> {
  const entries =
    beside === null ? [] : beside.entries.map((entry) => ({ ...entry, puts: putOf(entry, beside) }));
  const note = (file: string, { line, rule }: { line: number; rule: string }, key: string, until = '') =>
    ears.note({ file, line, message: locale.say(key, { rule: safe(rule), until }) });
  // The first date of a run has the time zone read.
  const isValid = ({ until }: Entry) => until === undefined || until >= (today ?? localDay(new Date()));
  const valid = entries.filter(isValid);
  const seen = new Set(wanted ? [] : valid.map(({ puts }) => puts));
  let count = 0;
  for await (const transcript of input.transcripts()) {
    count++;
    if (wanted && !wanted(transcript)) continue;
    put(valid, transcript, count === 1);
    for (const { suppressed } of transcript.turns) for (const one of suppressed ?? []) seen.add(one);
    yield transcript;
  }
  for (const entry of entries) {
    if (!valid.includes(entry)) note(beside!.file, entry, 'suppressed.expired', entry.until);
    else if (entry.id === undefined && count > 1) note(beside!.file, entry, 'suppressed.needs-id');
  }
  for (const one of seen) if (!one.used) note(one.file ?? input.file, one, 'suppressed.unused');
}

const putOf = ({ rule, reason, line }: SuppressEntry, { file }: Beside): Suppressed => ({
  rule,
  reason,
  line,
  file,
});

/** An entry without an id is for the only conversation of its file. */
export const isFor = ({ id }: SuppressEntry, transcript: Transcript, first: boolean): boolean =>
  id === undefined ? first : id === transcript.id;

function put(entries: readonly Entry[], transcript: Transcript, first: boolean): void {
  for (const entry of entries) {
    if (!isFor(entry, transcript, first)) continue;
    const { turn: number, puts } = entry;
    for (const [index, turn] of transcript.turns.entries()) {
      if (number === undefined || number === index + 1) turn.suppressed = [...(turn.suppressed ?? []), puts];
    }
  }
}

/** `calls/a.suppress.yaml` stands beside `calls/a.txt` and `calls/a.jsonl.gz`. */
export function fileBeside(file: string): string | null {
  if (file === '-') return null;
  const stem = file.replace(/\.gz$/i, '').replace(/(?<=[^/])\.[^./]*$/, '');
  return [`${stem}.suppress.yaml`, `${stem}.suppress.yml`].find((one) => existsSync(one)) ?? null;
}

async function entriesOf(file: string, ears: Ears, locale: Locale): Promise<SuppressEntry[]> {
  const { readSuppressions } = await import('./suppress-file.ts');
  try {
    return readSuppressions(file, readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof PackError)
      for (const one of error.problems) ears.problem({ ...one, message: locale.say(one.message) });
    else ears.problem({ file, message: locale.say('run.unreadable', { why: (error as Error).message }) });
    return [];
  }
}

function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
