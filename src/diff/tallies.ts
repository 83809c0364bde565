/** Sums over all conversations, changed or not: memory grows with the agents. */
import type { Verdict } from '../judge/verdict.ts';
import { remember } from '../remember.ts';

/** Changes that cancel out may leave this much, in points. */
const ROUNDING = 1e-9;

/** Scores by one pack. */
class Scores {
  count = 0;
  private sum = 0;

  add(score: number | null): void {
    if (score === null) return;
    this.count++;
    this.sum += score;
  }

  /** null for none. */
  get mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

class Both {
  transcripts = 0;
  readonly old = new Scores();
  readonly new = new Scores();

  add(old: Verdict, next: Verdict): void {
    this.transcripts++;
    this.old.add(old.score);
    this.new.add(next.score);
  }
}

export interface AgentChange {
  agent: string | null;
  transcripts: number;
  /** Mean scores; null where none has one. */
  old: number | null;
  new: number | null;
  /** Of the mean; null where there is no mean on one side. */
  change: number | null;
}

export class Tallies {
  private readonly all = new Both();
  private readonly agents = new Map<string | null, Both>();

  add(old: Verdict, next: Verdict): void {
    this.all.add(old, next);
    remember(this.agents, next.agent, () => new Both()).add(old, next);
  }

  get transcripts(): number {
    return this.all.transcripts;
  }

  means(): { old: number | null; new: number | null } {
    return { old: this.all.old.mean, new: this.all.new.mean };
  }

  /** Agents whose mean changes, the greatest change first. */
  changedAgents(): AgentChange[] {
    const size = ({ change }: AgentChange): number => Math.abs(change ?? Number.POSITIVE_INFINITY);
    return [...this.agents]
      .map(([agent, both]) => agentChange(agent, both))
      .filter(({ change, ...one }) => (change === null ? one.old !== one.new : Math.abs(change) > ROUNDING))
      .sort((a, b) => size(b) - size(a) || ((a.agent ?? '') < (b.agent ?? '') ? -1 : 1));
  }
}

function agentChange(agent: string | null, both: Both): AgentChange {
  const [old, next] = [both.old.mean, both.new.mean];
  const change = old === null || next === null ? null : next - old;
  return { agent, transcripts: both.transcripts, old, new: next, change };
}
