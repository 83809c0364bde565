/** `courtesy agree human.csv calls/`: what people found in conversations beside what the rules found. */
import type { Problem } from '../judge/verdict.ts';
import { safe } from '../report/safe.ts';
import { placeOf } from '../report/texts.ts';
import { type Ears, inputs } from '../run/inputs.ts';
import { Judges } from '../run/judges.ts';
import type { Io, RunOptions } from '../run/options.ts';
import { silenced } from '../run/silenced.ts';
import { UsageError } from '../run/usage.ts';
import { type Notice, ReadError } from '../transcript/formats/format.ts';
import { wordsOf } from '../transcript/messages.ts';
import { readRows } from '../transcript/plain-table.ts';
import { type Compared, Comparing } from './comparing.ts';
import { type HumanFile, humanFile } from './human-file.ts';

/**
 * @param human the file with people's ratings
 * @throws UsageError where it cannot be read, or no row means a conversation
 */
export async function compare(
  human: string,
  options: Pick<RunOptions, 'paths' | 'packs' | 'config' | 'inputFormat' | 'encoding' | 'locale'>,
  io: Io,
): Promise<Compared> {
  if (options.paths.length === 0) throw new UsageError('run.no-input');
  const { locale } = options;
  const tell = (problem: Problem): void => io.say(safe(`${placeOf(problem)}: ${problem.message}`));
  const said = await readHuman(human, options, tell);
  const comparing = new Comparing(said);
  const judges = new Judges({ ...options, allChecks: true }, () => {});
  await judges.prepare(options.paths);
  const ears = { problem: tell, note: tell };
  for await (const input of inputs(options, judges.configs, ears)) {
    const { judge, ruleset } = await judges.for(input);
    for await (const transcript of silenced(input, ears, locale)) {
      const line = transcript.turns[0]?.origin.locate(0).line ?? 1;
      comparing.add(await judge(transcript), line, ruleset.scorecard.pass);
    }
  }
  if (comparing.transcripts === 0)
    throw new UsageError('run.nothing-checked', { paths: options.paths.join(' ') });
  for (const { at, message } of comparing.unclear())
    tell({ file: human, ...at, message: locale.say(message) });
  const compared = comparing.result();
  if (compared.cases.length === 0)
    throw new UsageError('agree.no-case', { file: human, rows: said.ratings.length });
  return compared;
}

async function readHuman(
  file: string,
  { locale }: Pick<RunOptions, 'locale'>,
  tell: Ears['problem'],
): Promise<HumanFile> {
  const words = (notice: Notice): void => tell({ ...notice, message: wordsOf(locale.name, notice.message) });
  const rows = await readRows(file, { problem: words, note: words }).catch((error: Error) => {
    const why = error instanceof ReadError ? wordsOf(locale.name, error.detail) : error.message;
    throw new UsageError('agree.unreadable', { file, why });
  });
  return humanFile(file, rows);
}
