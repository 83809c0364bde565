/** Why a violation is found by one of two packs only: the other pack's rule is asked what it made of the place. */
import { Judge, judgeRule } from '../judge/judge.ts';
import type { Scene } from '../judge/scene.ts';
import type { Message, Violation } from '../judge/verdict.ts';
import type { Rule } from '../kinds/kind.ts';
import type { Locale } from '../locale/locale.ts';
import type { Ruleset } from '../pack/compile.ts';
import { textAt } from '../phrase/texts.ts';
import { prepare } from '../run/prepare.ts';
import type { Transcript } from '../transcript/transcript.ts';

export type CauseName =
  | 'rule'
  | 'applicability'
  | 'exception'
  | 'phrase'
  | 'answer'
  | 'conditions'
  | 'charge'
  | 'moved';

export interface Cause {
  cause: CauseName;
  why: Message;
}

/** Looks at conversations as one pack does. */
export class Eye {
  private readonly ruleset: Ruleset;
  private readonly judge: Judge;

  constructor(ruleset: Ruleset, locale: Locale) {
    this.ruleset = ruleset;
    this.judge = new Judge(ruleset, locale);
  }

  async see(transcript: Transcript): Promise<Sight> {
    await prepare(this.ruleset, transcript);
    return new Sight(this.ruleset, this.judge.scene(transcript));
  }
}

/** A conversation as one pack sees it. */
class Sight {
  private readonly ruleset: Ruleset;
  private readonly scene: Scene;

  constructor(ruleset: Ruleset, scene: Scene) {
    this.ruleset = ruleset;
    this.scene = scene;
  }

  /** What a rule noted on its way, and why it was not applicable if it was not. */
  look(rule: Rule): {
    notes: { key: string; turn?: number; text: string; by: string }[];
    na: Message | null;
  } {
    const notes: ReturnType<Sight['look']>['notes'] = [];
    this.scene.trace = {
      note: (key, values = {}, turn) =>
        notes.push({ key, turn, text: String(values.text ?? ''), by: String(values.by ?? '') }),
    };
    const judgement = judgeRule(rule, this.scene);
    this.scene.trace = null;
    return { notes, na: judgement.outcome === 'na' ? judgement.reason : null };
  }

  /** The phrase, as its author wrote it, that found these words. */
  phrase({ rule, turn, span }: Violation): string | null {
    const { folded, hits } = this.scene.turns[turn - 1]!;
    const { book } = this.ruleset;
    const here = hits.all().filter(({ start, end }) => {
      const [from, to] = folded.span(start, end);
      return from === span[0] && to === span[1];
    });
    const own = here.find(({ phrase }) => book.rules[book.ruleOf[phrase]!] === rule) ?? here[0];
    return own ? textAt(book.sources, own.phrase) : null;
  }
}

/**
 * @param found by one pack, as it sees the conversation
 * @param other the rule's counterpart, which did not find it; undefined where there is none
 * @param direction whether the violation is new, or gone
 */
export function causeOf(
  found: { violation: Violation; by: Sight; rule: Rule },
  other: { rule: Rule | undefined; sight: Sight },
  direction: 'new' | 'gone',
): Cause {
  const { violation, by } = found;
  const said = (cause: CauseName, values: Message['values'] = {}, parts?: Message['parts']): Cause => ({
    cause,
    why: { key: `diff.${cause}-${direction}`, values, ...(parts && { parts }) },
  });
  if (!other.rule) return said('rule');
  const { notes, na } = other.sight.look(other.rule);
  if (na) return said('applicability', {}, { reason: na });
  if (violation.text === '') return absence(violation, by.look(found.rule).notes, notes, said);
  const here = notes.filter(({ turn }) => turn === violation.turn - 1);
  const about = here.filter(
    ({ text }) => text !== '' && (text.includes(violation.text) || violation.text.includes(text)),
  );
  const excused =
    about.find(({ key }) => key === 'why.excused') ?? here.find(({ key }) => key === 'why.softened');
  if (excused) return said('exception', { by: excused.by });
  const phrase = about.length === 0 ? by.phrase(violation) : null;
  return phrase === null ? said('conditions') : said('phrase', { phrase });
}

type Notes = ReturnType<Sight['look']>['notes'];

/** Something that should be said: the other pack heard it in words that this one does not count. */
function absence(
  { turn }: Violation,
  here: Notes,
  there: Notes,
  said: (cause: CauseName, values?: Message['values']) => Cause,
): Cause {
  const heard = new Set(here.map(({ text }) => text));
  const counted = there.filter(({ key, text }) => key === 'why.found' && text !== '' && !heard.has(text));
  const near = counted.find((note) => note.turn === turn - 1) ?? counted[0];
  return near ? said('answer', { text: near.text }) : said('conditions');
}
