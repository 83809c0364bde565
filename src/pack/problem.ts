import type { Message } from '../judge/verdict.ts';

/** Something a rule author has to mend: where it stands and what was expected. */
export interface PackProblem {
  file: string;
  line: number;
  column: number;
  message: Message;
}

/** Thrown with every problem of a pack at once: a pack loads whole or not at all. */
export class PackError extends Error {
  readonly problems: PackProblem[];
  constructor(problems: PackProblem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line} ${message.key}`).join('\n'));
    this.problems = problems;
  }
}
