/** What two rulesets make of one conversation, and why they differ. */
import type { Verdict, Violation } from '../judge/verdict.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { type Cause, type CauseName, causeOf, Eye } from './causes.ts';
import { chargeOf } from './charge.ts';
import { Counterparts } from './counterparts.ts';
import { pair } from './pairs.ts';

/** A violation that one pack finds and the other does not, or that is charged otherwise. */
export interface Change {
  change: 'new' | 'gone' | 'charged' | 'moved';
  /** The rule that finds it now; where it is gone, the one that did. */
  rule: string;
  /** The rule that found it before, where its id differs. */
  before?: string;
  cause: CauseName;
  why: string;
  turn: number;
  line: number;
  column: number;
  words: string;
}

export interface Mark {
  score: number | null;
  passed: boolean | null;
}

/** A conversation that is judged otherwise by the new pack. */
export interface ChangedTranscript {
  file: string;
  id: string;
  agent: string | null;
  old: Mark;
  new: Mark;
  changes: Change[];
}

/** Two rulesets beside each other. */
export class Comparison {
  private readonly old: Eye;
  private readonly next: Eye;
  private readonly locale: Locale;
  private readonly counterparts: Counterparts;

  constructor(old: Ruleset, next: Ruleset, locale: Locale) {
    this.old = new Eye(old, locale);
    this.next = new Eye(next, locale);
    this.locale = locale;
    this.counterparts = new Counterparts(old, next);
  }

  /** @returns null where both judge the conversation alike */
  async of(transcript: Transcript, old: Verdict, next: Verdict): Promise<ChangedTranscript | null> {
    const changes = await this.changes(transcript, old, next);
    const marks = { old: markOf(old), new: markOf(next) };
    const same = marks.old.score === marks.new.score && marks.old.passed === marks.new.passed;
    if (same && changes.length === 0) return null;
    const { file, id, agent } = next;
    return { file, id, agent, ...marks, changes };
  }

  private async changes(transcript: Transcript, old: Verdict, next: Verdict): Promise<Change[]> {
    const { counterparts, locale } = this;
    const { same, moved, gone, come } = pair(old.violations, next.violations, counterparts);
    const charged = same.flatMap(([one, other]) => {
      const why = chargeOf(counterparts.inOld(one.rule), counterparts.inNew(other.rule), locale);
      return why === null ? [] : [change('charged', other, { cause: 'charge', why }, one.rule)];
    });
    const others = moved.map(([one, other]) =>
      change(
        'moved',
        other,
        { cause: 'moved', why: locale.say('diff.moved-from', { rule: one.rule }) },
        one.rule,
      ),
    );
    if (gone.length === 0 && come.length === 0) return [...charged, ...others];
    const [before, after] = await Promise.all([this.old.see(transcript), this.next.see(transcript)]);
    const said = ({ cause, why }: Cause) => ({ cause, why: locale.say(why) });
    const lost = gone.map((violation) => {
      const found = { violation, by: before, rule: counterparts.inOld(violation.rule)! };
      return change(
        'gone',
        violation,
        said(causeOf(found, { rule: counterparts.inNew(violation.rule), sight: after }, 'gone')),
      );
    });
    const fresh = come.map((violation) => {
      const found = { violation, by: after, rule: counterparts.inNew(violation.rule)! };
      return change(
        'new',
        violation,
        said(causeOf(found, { rule: counterparts.inOld(violation.rule), sight: before }, 'new')),
      );
    });
    return [...fresh, ...lost, ...charged, ...others];
  }
}

const markOf = ({ score, passed }: Verdict): Mark => ({ score, passed: score === null ? null : passed });

function change(
  kind: Change['change'],
  { rule, turn, line, column, text: words }: Violation,
  { cause, why }: { cause: CauseName; why: string },
  before?: string,
): Change {
  const renamed = before !== undefined && before !== rule ? { before } : {};
  return { change: kind, rule, ...renamed, cause, why, turn, line, column, words };
}
