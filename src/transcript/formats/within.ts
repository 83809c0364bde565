import type { Position, Transcript } from '../transcript.ts';
import type { At, Line, Source } from './format.ts';

/** Where a place in a part of the file (a cell, the words between marks) stands in the file. */
export type Place = (at: Position) => Position;

/**
 * The source for a reader that is given a part of its text: what it notes stands where the part does.
 * @param lines the part, for a reader that asks for lines
 */
export function within(source: Source, place: Place, lines: readonly Line[] = []): Source {
  const moved = ({ line, column }: At): At =>
    line === undefined ? {} : place({ line, column: column ?? 1 });
  const inner = Object.create(source) as Source;
  inner.lines = () => lines;
  inner.note = (message, at = {}) => source.note(message, moved(at));
  inner.problem = (message, at = {}) => source.problem(message, moved(at));
  return inner;
}

/** Moves what was read from a part of the file to where it stands in the file. */
export function moved(transcript: Transcript, place: Place): Transcript {
  for (const turn of transcript.turns) {
    const { origin } = turn;
    turn.origin = { locate: (offset) => place(origin.locate(offset)) };
  }
  return transcript;
}
