/** Puts what people found beside what the rules found, conversation by conversation. */
import type { Message, Verdict } from '../judge/verdict.ts';
import { isNamed, keyOf } from '../pack/rule-name.ts';
import { nearest } from '../text/nearest.ts';
import type { At } from '../transcript/formats/format.ts';
import type { HumanFile, Rating } from './human-file.ts';
import { RatingIndex } from './match.ts';

/** What one rule was found to be by both. */
export interface RuleCase {
  /** The rule's id; its key where several packs have it. */
  rule: string;
  ours: boolean;
  human: boolean;
  /** Where ours stands. */
  line?: number;
  column?: number;
  words?: string;
}

/** One conversation that both rated. */
export interface Case {
  file: string;
  id: string;
  agent: string | null;
  /** Where the conversation begins. */
  line: number;
  /** null where no rule was applicable. */
  score: number | null;
  passed: boolean | null;
  human: { score: number | null; passed: boolean | null };
  rules: RuleCase[];
}

export interface Compared {
  cases: Case[];
  /** Rows that mean no conversation of the corpus. */
  unmatched: Rating[];
  /** How many conversations have no row, and the first of them. */
  unrated: { count: number; first: { file: string; id: string }[] };
  /** Whether people's pass or fail follows from their scores, by our pass mark. */
  passFromScore: boolean;
}

/** As many conversations without a row are named. */
const NAMED = 20;

export class Comparing {
  transcripts = 0;
  private readonly human: HumanFile;
  private readonly index: RatingIndex;
  private readonly found = new Map<Rating, Case[]>();
  private readonly unrated: Compared['unrated'] = { count: 0, first: [] };
  /** Every rule that judged anything. */
  private readonly rules = new Set<string>();
  private passFromScore = false;

  constructor(human: HumanFile) {
    this.human = human;
    this.index = new RatingIndex(human.ratings);
  }

  /**
   * @param line where the conversation begins
   * @param mark the score from which it passes
   */
  add(verdict: Verdict, line: number, mark: number): void {
    this.transcripts++;
    for (const { rule } of verdict.checkList) this.rules.add(rule);
    const ratings = this.index.of(verdict);
    if (ratings.length === 0) {
      const { file, id } = verdict;
      if (this.unrated.count++ < NAMED) this.unrated.first.push({ file, id });
    }
    for (const rating of ratings) {
      const cases = this.found.get(rating) ?? [];
      this.found.set(rating, cases);
      cases.push({ ...this.caseOf(rating, verdict, mark), line });
    }
  }

  private caseOf({ score, passed, rules }: Rating, verdict: Verdict, mark: number): Omit<Case, 'line'> {
    const scored = verdict.score !== null;
    if (passed === undefined && score !== undefined) this.passFromScore = true;
    return {
      file: verdict.file,
      id: verdict.id,
      agent: verdict.agent,
      score: verdict.score,
      passed: scored ? verdict.passed : null,
      human: { score: score ?? null, passed: passed ?? (score === undefined ? null : score >= mark) },
      rules: [...rules].flatMap(([name, human]) => ruleCase(name, human, verdict) ?? []),
    };
  }

  /** What of the table could not be used. */
  unclear(): { message: Message; at: At }[] {
    const known = [...this.rules];
    const unknown = new Set(
      [...this.human.named.keys()].filter((name) => !known.some((id) => isNamed(id, name))),
    );
    const columns = [...unknown].map((name) => {
      const near = nearest(name, known) ?? nearest(name, known.map(keyOf));
      const values = { name, near: near ?? '' };
      return {
        message: { key: near ? 'agree.unknown-near' : 'agree.unknown', values },
        at: this.human.named.get(name)!,
      };
    });
    const cells = this.human.unclear.filter(({ rule }) => rule === undefined || !unknown.has(rule));
    const several = [...this.found]
      .filter(([, cases]) => cases.length > 1)
      .map(([{ line }, cases]) => {
        const values = { count: cases.length, first: cases[0]!.file, second: cases[1]!.file };
        return { message: { key: 'agree.several', values }, at: { line } };
      });
    return [...columns, ...cells, ...several];
  }

  /** A row that means several conversations is none of either. */
  result(): Compared {
    const { human, found, unrated, passFromScore } = this;
    return {
      cases: [...found.values()].filter(({ length }) => length === 1).flat(),
      unmatched: human.ratings.filter((rating) => !found.has(rating)),
      unrated,
      passFromScore,
    };
  }
}

/** A rule that does not apply to a conversation accuses nobody there. */
function ruleCase(name: string, human: boolean, { checkList, violations }: Verdict): RuleCase | null {
  const checks = checkList.filter(({ rule }) => isNamed(rule, name));
  if (checks.length === 0) return null;
  const rule = checks.length === 1 ? checks[0]!.rule : name;
  const first = violations.find((one) => isNamed(one.rule, name));
  if (!first) return { rule, ours: false, human };
  const { line, column, text: words } = first;
  return { rule, ours: true, human, line, column, words };
}
