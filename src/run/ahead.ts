/** Inputs that are looked for before it is their turn. */
import type { Ears, Input } from './inputs.ts';

/** Something that was told, to be told again when it is its turn. */
export type Told = (ears: Ears) => void;

/** An input and what was told before it was found. At the end there may be something told and no input. */
export interface Ahead {
  told: Told[];
  input?: Input;
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

/** @param open looks for inputs, and tells the ears what cannot be found */
export async function* ahead(open: (finding: Ears) => AsyncIterable<Input>): AsyncGenerator<Ahead> {
  const listening = new Listening();
  for await (const input of open(listening)) yield { told: listening.heard(), input };
  const told = listening.heard();
  if (told.length > 0) yield { told };
}
