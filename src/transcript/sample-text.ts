/** What the head of a file shows of its text, before anybody knows what the file is. */
import { type Block, Decoder } from './decode.ts';

/** What a sample shows; flawless: all bytes are valid. */
export interface SampleText {
  text: string;
  flawless: boolean;
}

export const NO_TEXT: SampleText = { text: '', flawless: false };

/** Whole lines of the head as far as it goes, whatever bytes are broken in it. */
export function sampleText(head: Uint8Array, whole: boolean, encoding: string | undefined): SampleText {
  // Blocks end at line ends but for the last, so a line that is cut comes alone; it counts when there is no other.
  const texts: string[] = [];
  const end = whole ? 0 : Math.max(head.lastIndexOf(10), head.lastIndexOf(13)) + 1;
  // Where NULs are, it is UTF-16, and its units are not to be cut.
  const odd = end > 0 && head.includes(0) ? end % 2 : 0;
  const lines = end > 0 ? head.subarray(0, end + odd) : head;
  const decoder = new Decoder(encoding);
  let flawless = true;
  for (const block of decoder.blocks([lines])) {
    texts.push(block.text);
    if (isDamaged(block)) flawless = false;
  }
  return { text: texts.length === 1 ? texts[0]! : texts.join(''), flawless: flawless && !decoder.replaced };
}

export const isDamaged = (block: Block) => block.invalidAt !== undefined || block.tooLong === true;
