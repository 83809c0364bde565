/** Inputs that are looked for before it is their turn. */
import { statSync } from 'node:fs';
import type { Ears, Input } from './inputs.ts';

/** Something that was told, to be told again when it is its turn. */
export type Told = (ears: Ears) => void;

/** An input and what was told before it was found. At the end there may be something told and no input. */
export interface Ahead {
  told: Told[];
  input?: Input;
  /** How much there is to do, told by its size and by what it takes to open a file. */
  bytes: number;
}

/** Ears that keep what they hear until somebody asks. */
class Listening implements Ears {
  private told: Told[] = [];

  readonly problem: Ears['problem'] = (problem) => {
    this.told.push((ears) => ears.problem(problem));
  };

  readonly note: Ears['note'] = (note) => {
    this.told.push((ears) => ears.note(note));
  };

  heard(): Told[] {
    const { told } = this;
    this.told = [];
    return told;
  }
}

/** Opening a file takes as long as judging so many bytes. */
const OPENING = 1000;

/** @param open looks for inputs, and tells the ears what cannot be found */
export async function* ahead(open: (finding: Ears) => AsyncIterable<Input>): AsyncGenerator<Ahead> {
  const listening = new Listening();
  for await (const input of open(listening)) {
    const bytes = OPENING + (statSync(input.file, { throwIfNoEntry: false })?.size ?? 0);
    yield { told: listening.heard(), input, bytes };
  }
  const told = listening.heard();
  if (told.length > 0) yield { told, bytes: 0 };
}
