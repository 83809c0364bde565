import { assignRoles, type Voice } from '../assign-roles.ts';
import type { Label } from '../roles.ts';
import type { Origin, Role, Transcript, Turn } from '../transcript.ts';
import type { ReadOptions, Source } from './format.ts';
import { languageOf } from './language-tag.ts';

/** Something said, as a reader found it. */
export interface Row {
  text: string;
  origin: Origin;
  /** Who speaks, where the format says it. */
  role?: Role | undefined;
  /** The word, name or number for who speaks, otherwise: `roles.ts` knows it, or `assignRoles` finds out. */
  label?: string | undefined;
  speaker?: string | undefined;
  start?: number | undefined;
  end?: number | undefined;
  time?: string | undefined;
  opaque?: readonly (readonly [number, number])[];
}

/** A conversation, as a reader found it. */
export interface Talk {
  rows: readonly Row[];
  id?: string | undefined;
  agent?: string | undefined;
  /** The tag that the file states. */
  language?: unknown;
  meta?: Record<string, unknown>;
}

/** The first words of a voice that tell whether it serves: one segment of recognised speech is often only "hello". */
const FIRST_ROWS = 3;

/** Numbers that a machine gives to voices and channels: no agent is known by them. */
const NO_NAME = /^(?:(?:spk|speaker|ch|channel)[ _-]?)?\d$/i;

/**
 * The transcript of what a reader found: roles by label, turns without white-space-only text, notices where
 * nothing says who speaks. Rows that have neither role nor label are unknown where others have one.
 * @returns undefined when nothing was said
 */
export function transcriptOf(source: Source, options: ReadOptions, talk: Talk): Transcript | undefined {
  const rows = talk.rows.filter((row) => row.text.trim() !== '');
  if (rows.length === 0) return undefined;
  const rolesKnown = rows.some((row) => row.role !== undefined || row.label !== undefined);
  const labels = assignRoles(voicesOf(rows), options.roles);
  const turns = rows.map((row): Turn => {
    const found: Label = (row.label !== undefined && labels.get(row.label)) || { role: 'unknown' };
    const turn: Turn = {
      role: rolesKnown ? (row.role ?? found.role) : 'agent',
      text: row.text,
      origin: row.origin,
    };
    const speaker = row.speaker ?? (row.role === undefined ? found.speaker : undefined);
    if (speaker !== undefined) turn.speaker = speaker;
    if (row.start !== undefined) turn.start = row.start;
    if (row.end !== undefined && !(row.start !== undefined && row.end < row.start)) turn.end = row.end;
    if (row.time !== undefined) turn.time = row.time;
    if (row.opaque && row.opaque.length > 0) turn.opaque = row.opaque;
    return turn;
  });
  tellRoles(source, rolesKnown, turns);
  const speaker = turns.find((turn) => turn.role === 'agent' && turn.speaker !== undefined)?.speaker;
  const name = speaker !== undefined && NO_NAME.test(speaker) ? undefined : speaker;
  const meta = Object.entries(talk.meta ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const transcript: Transcript = {
    file: source.file,
    id: talk.id ?? source.stem,
    agent: talk.agent ?? name ?? null,
    meta: Object.fromEntries(meta),
    turns,
    rolesKnown,
  };
  const language = languageOf(talk.language);
  if (language) transcript.language = language;
  return transcript;
}

function voicesOf(rows: readonly Row[]): Voice[] {
  const firsts = new Map<string, string[]>();
  for (const { role, label, text } of rows) {
    // A role that the format states is its own label, so that a name beside it can be told from it.
    const key = role === undefined ? label : role === 'unknown' || role === 'system' ? undefined : role;
    if (key === undefined) continue;
    const texts = firsts.get(key);
    if (!texts) firsts.set(key, [text]);
    else if (texts.length < FIRST_ROWS) texts.push(text);
  }
  return [...firsts].map(([label, texts]) => ({ label, firstText: texts.join('\n') }));
}

/** Texts that stand apart in the file as one, with `between` them. */
export function joined(
  parts: readonly { text: string; origin: Origin }[],
  between: string,
): { text: string; origin: Origin } {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length + between.length;
  }
  return {
    text: parts.map(({ text }) => text).join(between),
    origin: {
      locate(offset) {
        let index = starts.findLastIndex((start) => start <= offset);
        if (index < 0) index = 0;
        // What stands between two parts is behind the first.
        return parts[index]!.origin.locate(Math.min(offset - starts[index]!, parts[index]!.text.length));
      },
    },
  };
}

/** Notes where a conversation will not be judged, or be judged as one agent's, for want of roles. */
export function tellRoles(source: Source, labelled: boolean, turns: readonly Turn[]): void {
  const at = turns[0]!.origin.locate(0);
  if (!labelled) source.note({ key: 'text.no-labels' }, at);
  else if (turns.every(({ role }) => role === 'unknown' || role === 'system' || role === 'customer')) {
    const unknown = turns.filter(({ role }) => role === 'unknown').map(({ speaker }) => speaker ?? '');
    const names = [...new Set(unknown)].filter(Boolean).slice(0, 5).join(', ');
    if (names) source.note({ key: 'text.roles-unsaid', values: { names } }, at);
  }
}
