import type { Verdict } from '../judge/verdict.ts';
import type { ReportFormat, TextOptions } from './reporter.ts';
import { jsonText } from './texts.ts';
import { transcriptObject } from './transcript-object.ts';

/** One transcript object a line, written as it is finished: what a cluster engine reads. */
export const jsonl: ReportFormat = {
  name: 'jsonl',
  about: {
    zh: '每通对话一行 JSON，随检随出',
    en: 'one JSON object a line for each transcript, as it is finished',
  },
  textOf,
  open(context) {
    return {
      verdict(verdict) {
        context.write(textOf(verdict, context));
      },
      texts(texts) {
        context.write(texts);
      },
      // A line is a transcript and nothing else; problems are on stderr.
      problem() {},
      end() {},
    };
  },
};

function textOf(verdict: Verdict, options: TextOptions): string {
  return `${jsonText(transcriptObject(verdict, options))}\n`;
}
