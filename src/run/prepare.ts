/** Engines that few runs need are loaded by the first transcript that needs them. */
import type { Ruleset } from '../pack/compile.ts';
import type { Transcript } from '../transcript/transcript.ts';

const LATIN_WORD = /[a-z]{3}/i;

export async function prepare(ruleset: Ruleset, transcript: Transcript): Promise<void> {
  const { engines } = ruleset.book;
  if (engines.regex) {
    const { loadRegexEngine } = await import('../phrase/regex.ts');
    await loadRegexEngine();
  }
  if (engines.stems && transcript.turns.some((turn) => LATIN_WORD.test(turn.text))) {
    const { loadStemmer } = await import('../text/stem.ts');
    await loadStemmer();
  }
}
