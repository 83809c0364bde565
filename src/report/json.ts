import type { Problem, Verdict } from '../judge/verdict.ts';
import type { ReportFormat, TextOptions } from './reporter.ts';
import { Spool } from './spool.ts';
import { jsonText } from './texts.ts';
import { transcriptObject } from './transcript-object.ts';

/** How many pieces are written before the event loop gets a turn to pass them on. */
const BURST = 16;
/** How long the comma is that the first conversation does without. */
const COMMA = 1;

/**
 * The whole document of the contract. `summary` stands before `transcripts` and is known only at the end, so the
 * transcripts are written into a spool one by one and copied out after it: memory does not grow with the corpus.
 */
export const json: ReportFormat = {
  name: 'json',
  about: { zh: '完整的 JSON 文档', en: 'one JSON document' },
  textOf,
  open(context) {
    const transcripts = new Spool();
    const problems: Problem[] = [];
    let empty = true;
    return {
      verdict(verdict) {
        const text = textOf(verdict, context);
        transcripts.add(empty ? text.slice(COMMA) : text);
        empty = false;
      },
      texts(texts) {
        transcripts.add(empty ? texts.subarray(COMMA) : texts);
        empty = false;
      },
      problem(problem) {
        problems.push(problem);
      },
      async end(summary) {
        const { transcripts: number, ...rest } = summary;
        const { files, turns, errors, warnings, infos, known, sampled, score, passed } = rest;
        const tool = { name: 'courtesy', version: context.version };
        const packs = context.packs.map(({ name, version, rules }) => ({ name, version, rules }));
        const ladder = summary.ladder ? `"ladder":${JSON.stringify(summary.ladder)},\n` : '';
        const totals = { files, transcripts: number, turns, errors, warnings, infos };
        const counted = { ...totals, known, sampled, score, passed };
        context.write(
          `{"schemaVersion":1,"tool":${JSON.stringify(tool)},\n"packs":${JSON.stringify(packs)},\n` +
            `"summary":${JSON.stringify(counted)},\n${ladder}"transcripts":[`,
        );
        let pieces = 0;
        for (const piece of transcripts.drain()) {
          context.write(piece);
          if (++pieces % BURST === 0) await new Promise(setImmediate);
        }
        const failed = problems.map(({ file, message, line, column }) => ({ file, message, line, column }));
        context.write(`${empty ? '' : '\n'}],\n"errors":${jsonText(failed)}}\n`);
      },
    };
  },
};

function textOf(verdict: Verdict, options: TextOptions): string {
  return `,\n${jsonText(transcriptObject(verdict, options))}`;
}
