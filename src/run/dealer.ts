/** Makes jobs of inputs, and gives each to whoever has least to do. */
import type { Ruleset } from '../pack/compile.ts';
import { Ids } from '../transcript/id-set.ts';
import type { Divided } from '../transcript/parts.ts';
import type { Ahead, Told } from './ahead.ts';
import type { Task } from './desk.ts';
import type { Hand } from './hands.ts';
import type { Input } from './inputs.ts';
import type { PoolOptions } from './judged.ts';
import type { Judges } from './judges.ts';
import { fileBeside } from './silenced.ts';

/** In bytes. */
const LARGE = 1_000_000;
const LOT = 250_000;
/** What holds one conversation a record, so that a stretch of it is as good as another. */
const IN_STRETCHES = /\.(?:jsonl|ndjson|csv|tsv|txt|log)(?:\.gz)?$/i;

/** A task that was given to hands. */
export interface Job {
  /** What was told before its inputs were found. */
  told: Told[];
  hands: readonly Hand[];
  /** Of each of its files. */
  rulesets: Ruleset[];
  /** The file that it is a part of, or the end of. */
  file: DividedFile | null;
  isEnd: boolean;
}

/** What is known of a large file over all its parts. */
export interface DividedFile {
  name: string;
  ids: Ids;
  conversations: number;
  brokenOff: boolean;
}

export class Dealer {
  private readonly hands: readonly Hand[];
  private readonly judges: Judges;
  private readonly written: boolean;
  private told: Told[] = [];
  private lot: Input[] = [];
  private lotBytes = 0;

  constructor(hands: readonly Hand[], { judges, formats }: PoolOptions) {
    this.hands = hands;
    this.judges = judges;
    this.written = formats.length > 0;
  }

  /** Each as it is dealt. */
  async *jobs(inputs: AsyncIterable<Ahead>): AsyncGenerator<Job> {
    for await (const { told, input, bytes } of inputs) {
      if (told.length > 0) yield* this.dealLot();
      this.told.push(...told);
      if (!input) continue;
      const isLarge = bytes > LARGE && (input.alone || fileBeside(input.file) === null);
      if (isLarge || this.lotBytes + bytes > LOT) yield* this.dealLot();
      if (isLarge) yield* this.dealLarge(input, bytes);
      else {
        this.lot.push(input);
        this.lotBytes += bytes;
      }
    }
    yield* this.dealLot();
  }

  private async *dealLot(): AsyncGenerator<Job> {
    const { lot, lotBytes } = this;
    [this.lot, this.lotBytes] = [[], 0];
    if (lot.length > 0) yield this.dealt(lot, lotBytes, [this.idlest()]);
    else if (this.told.length > 0) yield this.nothing();
  }

  private async *dealLarge(input: Input, bytes: number): AsyncGenerator<Job> {
    const divided = await input.divided();
    if (divided) yield* this.dealParts(input, divided, bytes);
    else yield this.dealt([input], bytes, IN_STRETCHES.test(input.file) ? this.hands : [this.idlest()]);
  }

  private async *dealParts(input: Input, { format, parts }: Divided, bytes: number): AsyncGenerator<Job> {
    const file = { name: input.file, ids: new Ids(), conversations: 0, brokenOff: false };
    for (const part of parts) {
      if (file.brokenOff) return;
      const size = Math.min(bytes, part.to) - part.from;
      yield this.dealt([input], size, [this.idlest()], { file, part: { ...part, format } });
    }
    yield { ...this.nothing(), file, isEnd: true };
  }

  private idlest(): Hand {
    return this.hands.reduce((one, other) => (other.load < one.load ? other : one));
  }

  private async dealt(
    inputs: readonly Input[],
    bytes: number,
    hands: readonly Hand[],
    { file = null, part }: { file?: DividedFile | null; part?: Task['part'] } = {},
  ): Promise<Job> {
    const job = this.nothing();
    const ready = await Promise.all(inputs.map((input) => this.judges.for(input)));
    const rulesets = ready.map(({ ruleset }) => ruleset);
    const files = inputs.map(({ file, explicit, alone }) => ({ file, explicit, alone }));
    // Steps of a ladder are counted over all conversations, and reports have them beside violations.
    const written = this.written && rulesets.every(({ ladder }) => !ladder);
    const each = bytes / hands.length;
    for (const [mine, hand] of hands.entries())
      hand.take(
        { files, written, part, share: hands.length > 1 ? { mine, of: hands.length } : undefined },
        each,
      );
    return { ...job, hands, rulesets, file };
  }

  private nothing(): Job {
    const { told } = this;
    this.told = [];
    return { told, hands: [], rulesets: [], file: null, isEnd: false };
  }
}
