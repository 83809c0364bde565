import type { Message } from '../../judge/verdict.ts';
import type { At, Source } from './format.ts';

/** In a broken file of a million rows the first places tell as much as all of them. */
const TOLD = 10;

/** Problems of the rows of one file: the first few with their places, then how many more there were. */
export class Complaints {
  private readonly source: Source;
  private readonly counts = new Map<string, number>();

  constructor(source: Source) {
    this.source = source;
  }

  say(message: Message, at: At): void {
    const count = (this.counts.get(message.key) ?? 0) + 1;
    this.counts.set(message.key, count);
    if (count <= TOLD) this.source.problem(message, at);
  }

  /** To be called at the end of the file. */
  done(): void {
    for (const count of this.counts.values()) {
      if (count > TOLD) this.source.problem({ key: 'table.more', values: { count: count - TOLD } });
    }
  }
}
