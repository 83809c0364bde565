/** A rule's examples as conversations. */
import { roleTable } from '../transcript/roles.ts';
import { type Role, stretches, type Transcript, type Turn } from '../transcript/transcript.ts';
import type { Example, ExampleObject } from './shape.ts';

const LINE_BREAK = /\r?\n|⏎/;
const LABEL = /^\s*(?:\[(\d+):(\d+(?:\.\d+)?)\]\s*)?(?:([^\s::,，。]{1,8})\s*[::]\s*)?(.*)$/su;
const PAUSE = /^\s*\[(\d+(?:\.\d+)?)\s*s\]\s*$/;
/** How long an example's turn takes to say, in seconds a character, where a pause is written between turns. */
const SECONDS_A_CHARACTER = 0.25;

/**
 * @param example `A: …`, `C: …` a turn (A agent, C customer, B bot), turns apart by ⏎ or a new line, `[90 s]` a
 *   silence; or an object with `turns` or `text` and `meta`
 * @param speaker who speaks where no label stands
 */
export function exampleTranscript(example: Example, speaker: Role, id: string): Transcript {
  const object: ExampleObject = typeof example === 'string' ? { text: example } : example;
  const clock = new Clock();
  const lines = object.turns ?? (object.text ?? '').split(LINE_BREAK);
  const turns: Turn[] = [];
  for (const line of lines) {
    if (typeof line !== 'string') {
      const origin = stretches([{ offset: 0, line: turns.length + 1, column: 1 }]);
      turns.push({ ...line, role: line.role as Role, origin });
      if (line.start !== undefined || line.end !== undefined) clock.told = true;
      continue;
    }
    const turn = clock.turn(line, speaker, turns.length + 1);
    if (turn) turns.push(turn);
  }
  const meta = object.meta ?? {};
  const agent = typeof meta.agent === 'string' ? meta.agent : null;
  return { file: id, id, agent, meta, turns: clock.told ? turns : turns.map(untimed), rolesKnown: true };
}

/** The example in one line, as messages show it. */
export function exampleText(example: Example): string {
  if (typeof example === 'string') return example.trim().replace(/\r?\n/g, '⏎');
  const turns = example.turns?.map((turn) =>
    typeof turn === 'string' ? turn : `${turn.role}: ${turn.text}`,
  );
  const meta = Object.entries(example.meta ?? {}).map(([key, value]) => `${key}: ${String(value)}`);
  return [...(meta.length > 0 ? [`[${meta.join(', ')}]`] : []), turns?.join('⏎') ?? example.text ?? ''].join(
    ' ',
  );
}

const roles = roleTable({ A: 'agent', C: 'customer', B: 'bot', S: 'system' });

/** Gives turns times from the pauses and times that are written between and before them. */
class Clock {
  /** Whether the example says anything about time. */
  told = false;
  private now = 0;

  turn(line: string, speaker: Role, number: number): Turn | null {
    const pause = PAUSE.exec(line);
    if (pause) {
      this.told = true;
      this.now += Number(pause[1]);
      return null;
    }
    const [, minutes, seconds, label, rest] = LABEL.exec(line)!;
    const known = label === undefined ? undefined : roles.lookup(label);
    const text = known || label === undefined ? rest! : line.trim();
    if (text === '' && !known) return null;
    if (minutes !== undefined) {
      this.told = true;
      this.now = Number(minutes) * 60 + Number(seconds);
    }
    const start = this.now;
    this.now += text.length * SECONDS_A_CHARACTER;
    const origin = stretches([{ offset: 0, line: number, column: 1 + line.length - text.length }]);
    return { role: known?.role ?? speaker, text, start, end: this.now, origin };
  }
}

function untimed({ start: _start, end: _end, ...turn }: Turn): Turn {
  return turn;
}
