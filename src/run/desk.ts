/** Where tasks are done, in whichever thread: one is taken, and what comes of it is delivered piece by piece. */
import type { Problem, Verdict, VerdictTurn } from '../judge/verdict.ts';
import type { Quoting } from '../report/index.ts';
import type { ReportFormat } from '../report/reporter.ts';
import type { Part } from '../transcript/source.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { Draft, type Written } from './draft.ts';
import { type Ears, type Input, inputOf } from './inputs.ts';
import type { Judged } from './judged.ts';
import type { Judges } from './judges.ts';
import type { RunOptions } from './options.ts';
import { silenced } from './silenced.ts';
import type { VerdictCache } from './verdict-cache.ts';

/** Files to be judged, or what of one file is this desk's. */
export interface Task {
  files: Pick<Input, 'file' | 'explicit' | 'alone'>[];
  /** Of the only file: lines that no other desk reads, and the name of their reader. */
  part: (Part & { format: string }) | undefined;
  /** Of the only file, which all desks read: which stretches of conversations are judged here. */
  share: Share | undefined;
  /** Whether texts for reports are wanted, and no verdicts. */
  written: boolean;
}

/** Stretches whose number leaves `mine` when divided by `of`. */
interface Share {
  mine: number;
  of: number;
}

/** `of` is the file's place in the task. */
export type Result =
  | { verdict: Verdict; of: number }
  | { written: Written }
  | { problem: Problem }
  | { note: Problem };

/** What came of a piece of a task; the last one says so. */
export interface Outcome {
  results: Result[];
  /** Read since the one before. */
  bytes: number;
  last: boolean;
  /** No more can be read of the file that the task has a part of. */
  brokenOff: boolean;
}

/** What is needed at a desk. */
export interface Equipment {
  judges: Judges;
  options: Pick<RunOptions, 'inputFormat' | 'encoding' | 'allChecks' | 'explainScore' | 'locale'>;
  cache: VerdictCache | null;
  /** Those of all reports, where each makes texts of conversations by themselves. */
  formats: readonly ReportFormat[];
  /** What is needed of what was said. */
  quoting: Quoting;
}

/** Conversations. */
const STRETCH = 64;
/** In UTF-16 units: texts that are delivered together. */
const TOGETHER = 1 << 18;

export class Desk {
  private readonly equipment: Equipment;
  private readonly deliver: (outcome: Outcome) => Promise<void>;
  private readonly draft: Draft;
  private outcome = nothing();
  /** The file that it is at, and how many stretches are past. */
  private of = 0;
  private past = 0;

  /** @param deliver is waited for */
  constructor(equipment: Equipment, deliver: (outcome: Outcome) => Promise<void>) {
    this.equipment = equipment;
    this.deliver = deliver;
    this.draft = new Draft(equipment.formats, equipment.options);
  }

  async do(task: Task): Promise<void> {
    const { judges, options } = this.equipment;
    const ears: Ears = {
      problem: (problem) => this.tell({ problem }),
      note: (note) => this.tell({ note }),
      read: (bytes) => {
        this.outcome.bytes += bytes;
      },
      brokenOff: () => {
        this.outcome.brokenOff = true;
      },
    };
    this.past = 0;
    for (const [of, found] of task.files.entries()) {
      this.of = of;
      const input = await inputOf(found, options, judges.configs, ears);
      for await (const { verdict } of this.verdicts(input, task, ears)) {
        this.put(verdict, task);
        if (!task.share && this.isFull()) await this.send(false);
      }
    }
    if (!this.isMine(task.share)) this.leave();
    await this.send(true);
  }

  private verdicts(input: Input, { part, share }: Task, ears: Ears): AsyncIterable<Judged> {
    const { cache } = this.equipment;
    if (part) return this.judged(input, () => input.part(part.format, part), ears);
    // Of a file that threads share none has the whole.
    if (share) return this.judged(input, () => this.mine(input.transcripts(), share), ears);
    if (!cache) return this.judged(input, input.transcripts, ears);
    return cache.through(input, ears, (input, ears) => this.judged(input, input.transcripts, ears));
  }

  private async *judged(
    input: Input,
    transcripts: () => AsyncIterable<Transcript>,
    ears: Ears,
  ): AsyncGenerator<Judged> {
    const { judges, options } = this.equipment;
    const { judge, ruleset } = await judges.for(input);
    for await (const transcript of silenced({ ...input, transcripts }, ears, options.locale))
      yield { verdict: await judge(transcript), ruleset };
  }

  private put(verdict: Verdict, { written }: Task): void {
    if (written) this.draft.add(verdict);
    else this.outcome.results.push({ of: this.of, verdict: withWords(verdict, this.equipment.quoting) });
  }

  /** What is told stands among what came of conversations where it was told. */
  private tell(result: Result): void {
    this.finishDraft();
    this.outcome.results.push(result);
  }

  private finishDraft(): void {
    const written = this.draft.finish();
    if (written) this.outcome.results.push({ written });
  }

  private isFull(): boolean {
    return this.outcome.results.length >= STRETCH || this.draft.length >= TOGETHER;
  }

  /** Those of a file's conversations that are in this desk's stretches. */
  private async *mine(transcripts: AsyncIterable<Transcript>, share: Share): AsyncGenerator<Transcript> {
    let count = 0;
    for await (const transcript of transcripts) {
      if (count > 0 && count % STRETCH === 0) await this.turnOver(share);
      count++;
      if (this.isMine(share)) yield transcript;
    }
  }

  /** A stretch is over: whose it is delivers it, with what was told while it was read. */
  private async turnOver(share: Share): Promise<void> {
    if (this.isMine(share)) await this.send(false);
    else this.leave();
    this.past++;
  }

  private isMine(share: Share | undefined): boolean {
    return share === undefined || this.past % share.of === share.mine;
  }

  /** To the desk whose it is. */
  private leave(): void {
    this.outcome.results = [];
  }

  private async send(last: boolean): Promise<void> {
    this.finishDraft();
    const outcome = { ...this.outcome, last };
    this.outcome = nothing();
    await this.deliver(outcome);
  }
}

/** Words that nobody is shown do not cross between threads, which costs more than reading them. */
function withWords(verdict: Verdict, quoting: Quoting): Verdict {
  if (quoting === 'all') return verdict;
  const found = new Set(quoting === 'found' ? verdict.violations.map(({ turn }) => turn - 1) : []);
  const turns = verdict.turns.map((turn, at) => {
    if (found.has(at)) return turn;
    return turn.time === undefined ? WORDLESS : { ...WORDLESS, time: turn.time };
  });
  return { ...verdict, turns };
}

const WORDLESS: VerdictTurn = { role: 'unknown', text: '' };

const nothing = (): Outcome => ({ results: [], bytes: 0, last: false, brokenOff: false });
