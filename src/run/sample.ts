/** `--sample`: some of many conversations, the same ones in whatever order and on whatever machine they are read. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Summary } from '../judge/verdict.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Configs } from './config.ts';
import { inputs } from './inputs.ts';
import type { RunOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** How many: a share (above 0, up to 1) of all conversations, or a number of them; and which, by the seed. */
export interface SampleRequest {
  amount: { share: number } | { count: number };
  seed: number;
}

/** Each conversation has a lot that depends on itself and the seed alone; the lowest lots are drawn. */
export class Sample {
  /** Conversations that there were to choose from, and those that were chosen. */
  of = 0;
  taken = 0;
  private readonly request: SampleRequest;
  private readonly highest: string;

  private constructor(request: SampleRequest, highest: string) {
    this.request = request;
    this.highest = highest;
  }

  /**
   * A number of conversations is only known from all of them, so inputs are then read once for their names.
   * @throws UsageError for a number of conversations from standard input, which is read only once
   */
  static async open(request: SampleRequest, options: RunOptions, configs: Configs): Promise<Sample> {
    const { amount, seed } = request;
    if ('share' in amount) return new Sample(request, highestOf(amount.share));
    if (options.paths.includes('-')) throw new UsageError('sample.stdin', { count: amount.count });
    return new Sample(request, await nthLot(amount.count, seed, options, configs));
  }

  /** Called once for each conversation. */
  readonly takes = (transcript: Transcript): boolean => {
    const takes = lotOf(transcript, this.request.seed) <= this.highest;
    this.of++;
    if (takes) this.taken++;
    return takes;
  };

  /** @throws UsageError where there were conversations and none was chosen */
  summary(): Required<Pick<Summary, 'sampled'>> {
    const { of, taken } = this;
    const { amount, seed } = this.request;
    if (of > 0 && taken === 0) throw new UsageError('sample.none', { of });
    return { sampled: { ...amount, seed, of } };
  }
}

/** In hexadecimal digits: lots are compared as texts. */
const DIGITS = 32;
/** Of a share: as many as a number holds without loss. */
const EXACT = 13;

/** The file counts as it is seen from the working folder, so that all copies of a project draw alike. */
function lotOf({ file, id }: Transcript, seed: number): string {
  const name = file === '-' ? file : path.relative('.', file).replaceAll(path.sep, '/');
  return createHash('sha256')
    .update(JSON.stringify([seed, name, id]))
    .digest('hex')
    .slice(0, DIGITS);
}

/** The highest lot of a share of all lots. */
function highestOf(share: number): string {
  const last = Math.ceil(share * 16 ** EXACT) - 1;
  return last.toString(16).padStart(EXACT, '0').padEnd(DIGITS, 'f');
}

/** The highest of the so many lowest lots. */
async function nthLot(count: number, seed: number, options: RunOptions, configs: Configs): Promise<string> {
  let lots: string[] = [];
  const lowest = (): string[] => lots.sort().slice(0, count);
  const deaf = { problem() {}, note() {} };
  for await (const input of inputs(options, configs, deaf)) {
    for await (const transcript of input.transcripts()) {
      lots.push(lotOf(transcript, seed));
      if (lots.length > 2 * count) lots = lowest();
    }
  }
  return lowest().at(-1) ?? '';
}
