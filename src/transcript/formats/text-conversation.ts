import { assignRoles, type Voice } from '../assign-roles.ts';
import { type Language, type Stretch, stretches, type Transcript, type Turn } from '../transcript.ts';
import type { Line, ReadOptions, Source } from './format.ts';
import { languageOf } from './language-tag.ts';
import { applyStamps, parseStamp, type Stamp } from './stamp.ts';
import { tellRoles } from './talk.ts';
import { type Head, headOf, speakersAmong } from './text-label.ts';
import { leadingMeta, type Meta } from './text-meta.ts';

interface Part extends Stretch {
  text: string;
}

/** A turn while its lines are gathered. */
interface Draft {
  label?: string;
  stamp?: Stamp;
  parts: Part[];
  length: number;
}

/** The lines of one conversation in plain text, from which its turns are made. */
export class Conversation {
  readonly labelled: boolean;
  private readonly source: Source;
  private readonly options: ReadOptions;
  private readonly lines: Line[];
  private readonly meta: Meta;
  /** What each line may begin with. */
  private readonly heads: (Head | undefined)[];
  private readonly speakers: Set<string>;

  constructor(source: Source, options: ReadOptions, lines: Line[], meta: Meta) {
    this.source = source;
    this.options = options;
    this.meta = { ...meta };
    this.lines = lines.slice(leadingMeta(lines, this.meta));
    this.heads = this.lines.map((line) => headOf(line.text, options.roles));
    this.speakers = speakersAmong(this.heads, options.roles);
    this.labelled = this.speakers.size > 0;
  }

  /** Lines that turned out to belong to the last turn. */
  extend(lines: readonly Line[]): void {
    for (const line of lines) {
      this.lines.push(line);
      this.heads.push(undefined);
    }
  }

  *read(): Generator<Transcript> {
    const drafts = this.labelled ? this.labelledDrafts() : this.paragraphs();
    const spoken = drafts.filter((draft) => draft.parts.length > 0);
    if (spoken.length === 0) return;
    const firsts = new Map<string, Voice>();
    for (const { label, parts } of spoken) {
      if (label !== undefined && !firsts.has(label)) firsts.set(label, { label, firstText: parts[0]!.text });
    }
    const roles = assignRoles([...firsts.values()], this.options.roles);
    const stamped: [Turn, Stamp][] = [];
    const turns = spoken.map((draft) => {
      const turn = turnOf(draft);
      const label = draft.label === undefined ? undefined : roles.get(draft.label);
      turn.role = label?.role ?? (this.labelled ? 'system' : 'agent');
      if (label?.speaker !== undefined) turn.speaker = label.speaker;
      if (draft.stamp) stamped.push([turn, draft.stamp]);
      return turn;
    });
    applyStamps(stamped, dateOf(this.meta));
    tellRoles(this.source, this.labelled, turns);
    yield this.transcript(turns);
  }

  private transcript(turns: Turn[]): Transcript {
    const { id, agent, language, ...meta } = this.meta;
    const speaker = turns.find((turn) => turn.role === 'agent' && turn.speaker !== undefined)?.speaker;
    const transcript: Transcript = {
      file: this.source.file,
      id: id === undefined || id === '' ? this.source.stem : String(id),
      agent: agent === undefined || agent === '' ? (speaker ?? null) : String(agent),
      meta,
      turns,
      rolesKnown: this.labelled,
    };
    const stated: Language | undefined = languageOf(language);
    if (stated) transcript.language = stated;
    return transcript;
  }

  private labelledDrafts(): Draft[] {
    const drafts: Draft[] = [];
    let current: Draft | undefined;
    let waiting: Stamp | undefined;
    for (const [at, line] of this.lines.entries()) {
      const head = this.heads[at];
      if (head?.label !== undefined && this.speakers.has(head.label)) {
        const stamp: Stamp | undefined = head.stamp === undefined ? waiting : parseStamp(head.stamp);
        current = { label: head.label, parts: [], length: 0 };
        if (stamp) current.stamp = stamp;
        drafts.push(current);
        waiting = undefined;
        append(current, line, head.textAt);
        continue;
      }
      if (head?.shape === 'stamp' && line.text.slice(head.textAt).trim() === '') {
        // A time on a line of its own is the next speaker's.
        waiting = parseStamp(head.stamp!);
        continue;
      }
      if (!current) {
        current = { parts: [], length: 0 };
        drafts.push(current);
      }
      append(current, line, 0);
    }
    return drafts;
  }

  /** A turn a paragraph; a time at the beginning of a line begins one as well. */
  private paragraphs(): Draft[] {
    const drafts: Draft[] = [];
    let current: Draft | undefined;
    for (const [at, line] of this.lines.entries()) {
      if (line.text.trim() === '') {
        current = undefined;
        continue;
      }
      const head = this.heads[at];
      const timed = head?.stamp !== undefined && line.text.trimStart().startsWith(head.stamp);
      if (!current || timed) {
        current = { parts: [], length: 0 };
        drafts.push(current);
      }
      if (!timed) {
        append(current, line, 0);
        continue;
      }
      const stamp = parseStamp(head.stamp!);
      if (stamp) current.stamp = stamp;
      append(current, line, line.text.indexOf(head.stamp!) + head.stamp!.length);
    }
    return drafts;
  }
}

/** Adds what a line says from `from` on, without the white space around it. */
function append(draft: Draft, line: Line, from: number): void {
  const said = line.text.slice(from);
  const text = said.trim();
  if (text === '') return;
  const column = from + said.length - said.trimStart().length + 1;
  const offset = draft.parts.length === 0 ? 0 : draft.length + 1;
  draft.parts.push({ text, offset, line: line.line, column });
  draft.length = offset + text.length;
}

function turnOf({ parts }: Draft): Turn {
  const text = parts.length === 1 ? parts[0]!.text : parts.map((part) => part.text).join('\n');
  return { role: 'unknown', text, origin: stretches(parts) };
}

function dateOf(meta: Meta): string | undefined {
  const found = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(String(meta.date ?? ''));
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : undefined;
}
