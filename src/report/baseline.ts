import type { Violation } from '../judge/verdict.ts';
import { fingerprint } from './fingerprint.ts';
import type { ReportFormat } from './reporter.ts';
import { jsonText } from './texts.ts';

/** A violation that is known, as `.courtesy-baseline.json` keeps it: where it stands, and no words of anybody. */
export interface Known {
  /** From the working folder, with forward slashes. */
  file: string;
  id: string;
  rule: string;
  key: string;
  /** In how many turns of the same text. */
  times: number;
}

/** The words in question and the turn they stand in; its line and number may change. */
export const keyOf = (rule: string, words: string, turn: string): string => fingerprint([rule, words, turn]);

/** Today's violations, for `--baseline` to let pass. */
export const baseline: ReportFormat = {
  name: 'baseline',
  about: { zh: '现有违规的基线，给 --baseline 用', en: "today's violations, for --baseline to let pass" },
  open({ write }) {
    const known: Known[] = [];
    return {
      verdict({ file, id, turns, violations }) {
        const found = new Map<string, { rule: string; at: Set<number> }>();
        for (const { rule, text, turn } of violations.filter(judged)) {
          const key = keyOf(rule, text, turns[turn - 1]!.text);
          const one = found.get(key) ?? { rule, at: new Set() };
          found.set(key, one);
          one.at.add(turn);
        }
        for (const [key, { rule, at }] of found) {
          known.push({ file: fromHere(file), id, rule, key, times: at.size });
        }
      },
      problem() {},
      end() {
        write(baselineText(known));
      },
    };
  },
};

/** One a line, in one order: what changes is seen in a diff. */
export function baselineText(known: readonly Known[]): string {
  const lines = known.map((one) => jsonText(one)).sort();
  return `{"schemaVersion":1,"violations":[\n${lines.join(',\n')}\n]}\n`;
}

/** A step of the ladder follows from violations and is none. */
const judged = ({ kind }: Violation): boolean => kind !== 'ladder';

/** The same name however the user came to the file. */
export function fromHere(file: string): string {
  const slashes = file.replaceAll('\\', '/');
  const here = `${process.cwd().replaceAll('\\', '/')}/`;
  return (slashes.startsWith(here) ? slashes.slice(here.length) : slashes).replace(/^(?:\.\/)+/, '');
}
