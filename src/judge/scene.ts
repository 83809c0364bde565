/** A transcript as rules see it: folded turns, their hits by set of phrases, and the turns a rule may look at. */
import type { Heard, Rule, SetId, Trigger } from '../kinds/kind.ts';
import { isIdle } from '../phrase/alone.ts';
import type { Scanner } from '../phrase/scan.ts';
import type { Hit, TurnHits } from '../phrase/turn-hits.ts';
import { remember } from '../remember.ts';
import type { FoldedText } from '../text/fold.ts';
import { type Bounds, quoted, sentences } from '../text/sentences.ts';
import type { Language, Role, Suppressed, Transcript, Turn } from '../transcript/transcript.ts';
import { type Breath, breathsOf } from './breaths.ts';
import { holds, metadata } from './metadata.ts';
import type { Message } from './verdict.ts';
import { narrowed } from './where.ts';

const NO_HITS: readonly Hit[] = [];
const NO_TURNS: Message = { key: 'na.no-turns' };
const NOT_HEARD: Message = { key: 'na.not-heard' };
const ROLE: Readonly<Record<Role, number>> = { agent: 1, customer: 2, bot: 4, system: 8, unknown: 16 };

export interface SceneTurn {
  turn: Turn;
  role: Role;
  folded: FoldedText;
  hits: TurnHits;
}

interface Spoken {
  turns: readonly number[];
  bits: number;
}

/** What a rule's steps looked like, for `courtesy why`. */
export interface Trace {
  note(key: string, values?: Message['values'], turn?: number): void;
}

export class Scene {
  readonly transcript: Transcript;
  readonly language: Language;
  readonly turns: readonly SceneTurn[];
  trace: Trace | null = null;
  /** What took out a finding, one for each that was taken out. */
  readonly silenced: Suppressed[] = [];
  private readonly scanner: Scanner;
  /** By set of phrases, a bit for each turn in which a word of it stands. */
  private readonly marks: Uint32Array;
  private readonly spokenBy: Spoken[] = [];
  private parted: Breath[] | null = null;
  private readonly sentencesOf = new Map<number, Bounds>();
  private readonly quotesOf = new Map<number, readonly (readonly [number, number])[]>();

  constructor(transcript: Transcript, language: Language, scanner: Scanner) {
    this.transcript = transcript;
    this.language = language;
    this.scanner = scanner;
    this.marks = new Uint32Array(scanner.size);
    scanner.interest.begin();
    this.turns = transcript.turns.map((turn) => {
      const { folded, hits } = scanner.hear(blankOpaque(turn), ROLE[turn.role]);
      return { turn, role: turn.role, folded, hits };
    });
    this.announce();
  }

  private announce(): void {
    for (let index = 0; index < this.turns.length; index++)
      this.turns[index]!.hits.announce(this.marks, bitOf(index));
  }

  /** Sees to it that words of the set were not passed over in turns of these roles. */
  private attend(set: SetId, roles: number): void {
    if (!this.scanner.interest.covers(set, roles)) this.announce();
  }

  /** A cheap look: false where nothing of the set stands in a turn of these roles. Most rules need no other. */
  mayBeSaid(set: SetId | undefined, by: readonly Role[]): boolean {
    if (set === undefined) return false;
    const roles = rolesOf(by);
    this.attend(set, roles);
    const { turns, bits } = this.spokenWith(roles);
    if ((this.marks[set]! & bits) !== 0) return true;
    return this.scanner.hasWordless(set) && turns.some((turn) => this.turns[turn]!.hits.hasSubject(set));
  }

  /** Hits of a set in one turn. */
  hits(turn: number, set: SetId | undefined): readonly Hit[] {
    if (set === undefined) return NO_HITS;
    this.attend(set, ROLE[this.turns[turn]!.role]);
    const announced = (this.marks[set]! & bitOf(turn)) !== 0;
    return announced || this.scanner.hasWordless(set) ? this.turns[turn]!.hits.of(set, announced) : NO_HITS;
  }

  /** Hits of a set that `except` does not cover and that are nobody else's words. */
  said(turn: number, set: SetId, except?: SetId, withQuoted = false): readonly Hit[] {
    const found = this.hits(turn, set);
    if (found.length === 0) return NO_HITS;
    const excused = this.hits(turn, except);
    if (excused.length === 0 && this.trace === null && (withQuoted || this.quotes(turn).length === 0))
      return found;
    return found.filter((hit) => {
      const by = excused.find(
        (other) => other.start < hit.end && hit.start < other.end && covers(other, hit),
      );
      if (by) this.trace?.note('why.excused', { text: this.text(turn, hit), by: this.text(turn, by) }, turn);
      else if (!withQuoted && this.isQuoted(turn, hit)) {
        this.trace?.note('why.quoted', { text: this.text(turn, hit) }, turn);
        return false;
      } else this.trace?.note('why.found', { text: this.text(turn, hit) }, turn);
      return !by;
    });
  }

  /** Hits of a set that are the whole turn but for punctuation and particles. */
  alone(turn: number, set: SetId | undefined): readonly Hit[] {
    const found = this.hits(turn, set);
    if (found.length === 0) return NO_HITS;
    const { text } = this.turns[turn]!.folded;
    return found.filter((hit) => isIdle(text.slice(0, hit.start)) && isIdle(text.slice(hit.end)));
  }

  /** Whether the situation arises in this turn. */
  triggers(turn: number, trigger: Trigger): readonly Hit[] {
    if (!trigger.by.includes(this.turns[turn]!.role)) return NO_HITS;
    const said = this.said(turn, trigger.set, trigger.except);
    const alone = this.alone(turn, trigger.alone);
    return alone.length === 0 ? said : [...said, ...alone];
  }

  /** The offending words as they stand in the file. */
  text(turn: number, hit: { start: number; end: number }): string {
    const { folded } = this.turns[turn]!;
    const [start, end] = folded.span(hit.start, hit.end);
    return folded.original.slice(start, end);
  }

  /** [start, end) of the sentence of a folded text that holds the offset. */
  sentence(turn: number, at: number): readonly [number, number] {
    let bounds = this.sentencesOf.get(turn);
    const { text } = this.turns[turn]!.folded;
    if (!bounds) {
      bounds = sentences(text);
      this.sentencesOf.set(turn, bounds);
    }
    for (let i = 0; i < bounds.length; i += 2) {
      if (at < bounds[i + 1]!) return [bounds[i]!, bounds[i + 1]!];
    }
    return [0, text.length];
  }

  /** The turn and those around it that the same speaker says without another's in between. */
  breath(turn: number): readonly number[] {
    return this.breaths.find(({ turns }) => turns.includes(turn))?.turns ?? [turn];
  }

  /** What each side says before another answers. */
  get breaths(): readonly Breath[] {
    this.parted ??= breathsOf(this.turns, this.transcript.meta.template !== undefined);
    return this.parted;
  }

  /** Indices of the turns of these roles, ascending. */
  spoken(by: readonly Role[]): readonly number[] {
    return this.spokenWith(rolesOf(by)).turns;
  }

  private spokenWith(roles: number): Spoken {
    this.spokenBy[roles] ??= this.speaking(roles);
    return this.spokenBy[roles];
  }

  private speaking(roles: number): Spoken {
    const turns: number[] = [];
    let bits = 0;
    for (let index = 0; index < this.turns.length; index++) {
      if ((ROLE[this.turns[index]!.role] & roles) === 0) continue;
      turns.push(index);
      bits |= bitOf(index);
    }
    return { turns, bits };
  }

  /**
   * The turns that a rule looks at.
   * @returns their indices, or why there are none
   */
  window(rule: Rule): readonly number[] | Message {
    const spoken = this.spoken(rule.by);
    if (spoken.length === 0) return NO_TURNS;
    return rule.where ? narrowed(spoken, rule.where, this) : spoken;
  }

  /** When a turn starts: seconds, on a clock of the transcript's own. */
  startOf(turn: number): number | undefined {
    const { start, time } = this.turns[turn]!.turn;
    return start ?? secondsOf(time);
  }

  endOf(turn: number): number | undefined {
    const { end, start, time } = this.turns[turn]!.turn;
    return end ?? (start === undefined ? secondsOf(time) : undefined);
  }

  /**
   * Whether a rule's `when` holds for the whole transcript.
   * @returns null where it does, otherwise why the rule is not applicable
   */
  unmet(rule: Rule): Message | null {
    for (const [key, condition] of rule.when.meta) {
      const value = metadata(this.transcript, key);
      if (value === undefined && condition.is !== 'present') return { key: 'na.meta', values: { key } };
      if (!holds(value, condition)) {
        return { key: 'na.meta-differs', values: { key, value: String(value ?? '') } };
      }
    }
    for (const heard of rule.when.heard) {
      if (!this.wasTriggered(heard)) return NOT_HEARD;
    }
    return null;
  }

  private wasTriggered(trigger: Trigger): boolean {
    const { set, alone, by } = trigger;
    if (!this.mayBeSaid(set, by) && !this.mayBeSaid(alone, by)) return false;
    return this.turns.some((_, turn) => this.triggers(turn, trigger).length > 0);
  }

  /** Whether what a rule waits for was heard before this turn. */
  heardBefore(turn: number, rule: Rule): boolean {
    return rule.when.heard.every((heard) => this.wasHeard(turn, heard));
  }

  private wasHeard(turn: number, heard: Heard): boolean {
    const from = heard.turns === undefined ? 0 : Math.max(0, turn - heard.turns);
    const last = heard.by.includes(this.turns[turn]!.role) ? turn : turn - 1;
    for (let before = last; before >= from; before--)
      if (this.triggers(before, heard).length > 0) return true;
    return false;
  }

  private isQuoted(turn: number, hit: Hit): boolean {
    return this.quotes(turn).some(([start, end]) => start <= hit.start && hit.end <= end);
  }

  private quotes(turn: number): readonly (readonly [number, number])[] {
    return remember(this.quotesOf, turn, () => quoted(this.turns[turn]!.folded.text));
  }
}

function rolesOf(roles: readonly Role[]): number {
  let bits = 0;
  for (const role of roles) bits |= ROLE[role];
  return bits;
}

/** From the 33rd on, turns share bits with those before: a bit that is set says no more than that it may be. */
const bitOf = (turn: number): number => 1 << (turn & 31);

function covers(outer: Hit, inner: Hit): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Placeholders are no words: each stands as a mark that no phrase has, of the same length. */
function blankOpaque({ text, opaque }: Turn): string {
  if (!opaque || opaque.length === 0) return text;
  let out = '';
  let at = 0;
  for (const [start, end] of opaque) {
    out += text.slice(at, start) + '\u25a1'.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

function secondsOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? undefined : ms / 1000;
}
