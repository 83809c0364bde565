import type { JsonPath } from './json-places.ts';

/** What there is of a JSON text that is cut off or breaks down. */
export interface WholePart {
  /** The text up to the last value that is whole, with what was open closed: it parses. */
  text: string;
  /** Objects and arrays that were open where it broke, the outer ones: these are not whole. */
  open: readonly JsonPath[];
}

/** No reader looks deeper, and a path for each level of a hostile text would be too much. */
const DEEPEST = 20;

/** Thrown to leave the parser. */
class Broken extends Error {}

/**
 * The beginning of a broken JSON text, as far as it is whole. What stands before the break keeps its offsets.
 * @returns undefined where not even the first container was opened
 */
export async function wholePart(text: string): Promise<WholePart | undefined> {
  const { visit } = await import('jsonc-parser');
  const open: { path: JsonPath; close: string }[] = [];
  let end = 0;
  const begin =
    (close: string) => (at: number, length: number, _l: number, _c: number, path: () => JsonPath) => {
      open.push({ path: open.length < DEEPEST ? path() : [], close });
      end = at + length;
    };
  const whole = (at: number, length: number) => {
    // At the end of the text the parser closes by itself what nothing closed.
    if (at >= text.length) throw new Broken();
    open.pop();
    end = at + length;
  };
  try {
    visit(
      text,
      {
        onObjectBegin: begin('}'),
        onArrayBegin: begin(']'),
        onObjectEnd: whole,
        onArrayEnd: whole,
        onLiteralValue: (_value, at, length) => {
          end = at + length;
        },
        onError: () => {
          throw new Broken();
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    // Deeper nesting than the stack holds is a RangeError: then nothing can be said.
    if (!(error instanceof Broken)) return undefined;
  }
  if (end === 0) return undefined;
  const closing = open.map(({ close }) => close).reverse();
  return {
    text: text.slice(0, end) + closing.join(''),
    open: open.slice(0, DEEPEST).map(({ path }) => path),
  };
}
