/** `--timing`: how long each part of a run takes, and each rule. */
import { Judge, type JudgeOptions, type RuleResult } from '../judge/judge.ts';
import type { Scene } from '../judge/scene.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Judgement, Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import { remember } from '../remember.ts';
import type { Reporter } from '../report/reporter.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Phase, Timing } from './timing.ts';

/** What one rule took over all conversations. Words that several rules look for are looked up by the first of them. */
export interface RuleTime {
  id: string;
  kind: string;
  /** Milliseconds. */
  time: number;
  /** Places where it failed, and conversations with one. */
  hits: number;
  transcripts: number;
}

export class Stopwatch implements Timing {
  private readonly began = performance.now();
  private readonly phases = new Map<Phase, number>();
  private readonly byRule = new Map<string, RuleTime>();

  /** Milliseconds since it was made. */
  get total(): number {
    return performance.now() - this.began;
  }

  of(phase: Phase): number {
    return this.phases.get(phase) ?? 0;
  }

  rules(): RuleTime[] {
    return [...this.byRule.values()];
  }

  add(phase: Phase, time: number): void {
    this.phases.set(phase, this.of(phase) + time);
  }

  during<T>(phase: Phase, work: () => T): T {
    const began = performance.now();
    const end = (): void => this.add(phase, performance.now() - began);
    const done = work();
    if (done instanceof Promise) return done.finally(end) as T;
    end();
    return done;
  }

  async *each<T>(phase: Phase, items: AsyncIterable<T>): AsyncGenerator<T> {
    const all = items[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await this.during(phase, () => all.next());
        if (done) return;
        yield value;
      }
    } finally {
      await all.return?.();
    }
  }

  reporter(reporter: Reporter): Reporter {
    return {
      verdict: (verdict) => this.during('report', () => reporter.verdict(verdict)),
      problem: (problem) => this.during('report', () => reporter.problem(problem)),
      end: (summary) => this.during('report', () => reporter.end(summary)),
    };
  }

  judge(ruleset: Ruleset, locale: Locale, options: JudgeOptions): Judge {
    return this.during('packs', () => new TimedJudge(this, ruleset, locale, options));
  }

  ruleTime({ id, kind }: Rule): RuleTime {
    return remember(this.byRule, id, () => ({ id, kind, time: 0, hits: 0, transcripts: 0 }));
  }
}

class TimedJudge extends Judge {
  private readonly watch: Stopwatch;
  private scanning = 0;

  constructor(watch: Stopwatch, ruleset: Ruleset, locale: Locale, options: JudgeOptions) {
    super(ruleset, locale, options);
    this.watch = watch;
    const { scanner } = this;
    const scan = scanner.scan.bind(scanner);
    const nowhere = new Uint32Array(scanner.size);
    scanner.scan = (folded, speakers) => {
      const began = performance.now();
      const hits = scan(folded, speakers);
      // What may stand there is sifted when it is first asked for; that is a part of scanning.
      hits.announce(nowhere, 0);
      this.scanning += performance.now() - began;
      return hits;
    };
  }

  /** Turns are folded and scanned in turn, so folding is what the scans leave of it. */
  override scene(transcript: Transcript): Scene {
    this.scanning = 0;
    const began = performance.now();
    const scene = super.scene(transcript);
    this.watch.add('fold', performance.now() - began - this.scanning);
    this.watch.add('scan', this.scanning);
    return scene;
  }

  protected override judgement(rule: Rule, scene: Scene): Judgement {
    const began = performance.now();
    const judgement = super.judgement(rule, scene);
    const time = performance.now() - began;
    this.watch.add('judge', time);
    this.watch.ruleTime(rule).time += time;
    return judgement;
  }

  /** Comes once a conversation, where judging may have begun twice: an engine is loaded by the first who needs it. */
  protected override verdict(scene: Scene, results: readonly RuleResult[]): Verdict {
    for (const { rule, judgement } of results) {
      if (judgement.outcome !== 'fail') continue;
      const of = this.watch.ruleTime(rule);
      of.hits += judgement.findings.length;
      of.transcripts++;
    }
    return this.watch.during('score', () => super.verdict(scene, results));
  }
}
