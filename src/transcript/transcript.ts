/**
 * The vocabulary of conversations. Every reader maps its format onto these types
 * and every later room reads nothing else.
 */

export type Role = 'agent' | 'customer' | 'bot' | 'system' | 'unknown';
export type Language = 'zh' | 'en';

/** A place in the user's file. Both count from 1; columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Maps offsets in a turn's text (UTF-16 code units, from 0, the end included) back to the user's file. */
export interface Origin {
  locate(offset: number): Position;
}

/** Somebody's word that a rule is not to be held against a turn. */
export interface Suppressed {
  /** The rule's id or key. */
  rule: string;
  reason: string;
  line: number;
  /** Where it is written, when not in the transcript's own file. */
  file?: string;
  /** For these words only; from a baseline. */
  only?(words: string): boolean;
  /** Set once it has silenced something. */
  used?: boolean;
}

/** One speaker's uninterrupted contribution. */
export interface Turn {
  role: Role;
  text: string;
  /** The name or number that stood before the text, when it is not only a role word. */
  speaker?: string;
  /** Seconds since the conversation began. */
  start?: number;
  end?: number;
  /** When it was said or sent, ISO 8601. */
  time?: string;
  /** Offsets [start, end) of text that is no words, such as `{name}` in a template: never matched. */
  opaque?: readonly (readonly [number, number])[];
  /** Rules silenced on this turn, by a comment in the file itself or by a file beside it. */
  suppressed?: readonly Suppressed[];
  origin: Origin;
}

export interface Transcript {
  /** As the user named it, with forward slashes. */
  file: string;
  /** Unique within the file. */
  id: string;
  agent: string | null;
  /** As the file states it; otherwise it is detected when the transcript is judged. */
  language?: Language;
  meta: Record<string, unknown>;
  turns: Turn[];
  /** False when nothing said who speaks: the whole text is then judged as one agent's. */
  rolesKnown: boolean;
}

/** A run of text that stands in the file as it stands in the turn: offset in the turn ↔ line and column. */
export interface Stretch extends Position {
  offset: number;
}

/** The origin of text that was copied out of the file in one or more stretches, in ascending offsets. */
export function stretches(parts: readonly Stretch[]): Origin {
  return {
    locate(offset) {
      let at = 0;
      let after = parts.length;
      while (after - at > 1) {
        const middle = (at + after) >>> 1;
        if (parts[middle]!.offset <= offset) at = middle;
        else after = middle;
      }
      const part = parts[at]!;
      return { line: part.line, column: part.column + offset - part.offset };
    },
  };
}
