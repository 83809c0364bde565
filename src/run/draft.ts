/** What reports write of conversations, made where they are judged and put together for the way. */
import type { Verdict } from '../judge/verdict.ts';
import type { ReportFormat, TextOptions } from '../report/reporter.ts';
import { type Counts, count, noCounts } from './tally.ts';

/** What came of some conversations, ready for the reports. */
export interface Written {
  /** As they stand in what was read. */
  ids: string[];
  /** One for each report. */
  texts: Uint8Array[];
  counts: Counts;
}

export class Draft {
  /** Of the texts, in UTF-16 units. */
  length = 0;
  private readonly formats: readonly ReportFormat[];
  private readonly options: TextOptions;
  private ids: string[] = [];
  private texts: string[];
  private counts = noCounts();

  /** @param formats all have `textOf` */
  constructor(formats: readonly ReportFormat[], options: TextOptions) {
    this.formats = formats;
    this.options = options;
    this.texts = formats.map(() => '');
  }

  add(verdict: Verdict): void {
    for (const [at, { textOf }] of this.formats.entries()) {
      const text = textOf!(verdict, this.options);
      this.texts[at] += text;
      this.length += text.length;
    }
    this.ids.push(verdict.id);
    count(this.counts, verdict);
  }

  /** @returns null where nothing was added since the last time */
  finish(): Written | null {
    if (this.ids.length === 0) return null;
    // Each in memory of its own, so that it can go to another thread without being copied.
    const encoder = new TextEncoder();
    const texts = this.texts.map((text) => encoder.encode(text));
    const written = { ids: this.ids, texts, counts: this.counts };
    [this.ids, this.length, this.counts] = [[], 0, noCounts()];
    this.texts = this.texts.map(() => '');
    return written;
  }
}
