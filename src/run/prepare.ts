/** Engines that few runs need are loaded by the first transcript that needs them. */
import type { Ruleset } from '../pack/compile.ts';
import { EngineMissing, loadRegexEngine } from '../phrase/regex.ts';
import type { Transcript } from '../transcript/transcript.ts';

const LATIN_WORD = /[a-z]{3}/i;

export async function prepare(ruleset: Ruleset, transcript: Transcript): Promise<void> {
  if (ruleset.book.engines.regex) await loadRegexEngine();
  await prepareStems(ruleset, transcript);
}

/** As `prepare`, but regular expressions are only made ready once one has to be tried: most transcripts need none. */
export async function judgeReady<T>(ruleset: Ruleset, transcript: Transcript, judge: () => T): Promise<T> {
  await prepareStems(ruleset, transcript);
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof EngineMissing)) throw error;
    await loadRegexEngine();
    return judge();
  }
}

async function prepareStems({ book: { engines } }: Ruleset, transcript: Transcript): Promise<void> {
  if (engines.stems && transcript.turns.some((turn) => LATIN_WORD.test(turn.text))) {
    const { loadStemmer } = await import('../text/stem.ts');
    await loadStemmer();
  }
}
