/** What trainees handed in, whatever it was written in. */

/** One answer, and where it stands. */
export interface Answer {
  /** The id of its item. */
  item: string;
  text: string;
  /** Line of the file, from 1; for a table, its row. */
  line: number;
}

/** Everything that one trainee handed in. */
export interface Sheet {
  trainee: string;
  file: string;
  answers: Answer[];
  /** What is wrong with the numbering of this sheet; nothing is guessed. */
  irregularities: Irregularity[];
}

/** An answer that is missing, extra, doubled, or under a number that there is not. */
export interface Irregularity {
  kind: 'missing' | 'extra' | 'doubled' | 'misnumbered';
  /** The item, or the number as it was written. */
  item: string;
  line?: number;
}
