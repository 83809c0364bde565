/** A string, or what is read from disk when a part of it is asked for. */
export interface LongText {
  slice(from: number, to: number): string;
}

/** Many short texts as one, cut when one of them is asked for. */
export interface Texts<Text extends LongText = string> {
  text: Text;
  /** Where each of them ends. */
  ends: Uint32Array;
}

export function joinTexts(texts: readonly string[]): Texts {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => (end += text.length));
  return { text: texts.join(''), ends };
}

export function textAt({ text, ends }: Texts<LongText>, number: number): string {
  return text.slice(number === 0 ? 0 : ends[number - 1]!, ends[number]!);
}

export function splitTexts(texts: Texts<LongText>): string[] {
  return Array.from(texts.ends, (_, number) => textAt(texts, number));
}

/** Lists of numbers one after the other, told apart as texts are. */
export interface Groups {
  flat: Uint32Array;
  ends: Uint32Array;
}

export function joinGroups(groups: readonly (readonly number[])[]): Groups {
  let end = 0;
  const ends = Uint32Array.from(groups, (group) => (end += group.length));
  return { flat: Uint32Array.from(groups.flat()), ends };
}

export function groupAt({ flat, ends }: Groups, number: number): Uint32Array {
  return flat.subarray(number === 0 ? 0 : ends[number - 1]!, ends[number]!);
}

/** @returns for each of `count` members the groups that it is in, ascending */
export function invert({ flat, ends }: Groups, count: number): Groups {
  const inverse = { flat: new Uint32Array(flat.length), ends: new Uint32Array(count) };
  // Members are many and most are in no group: what lies between those that are is filled at once.
  const met = flat.slice().sort();
  for (let at = 0; at < met.length; at++)
    if (met[at] !== met[at + 1]) inverse.ends.fill(at + 1, met[at], met[at + 1] ?? count);
  // Filled from behind, so that each end moves down to where its group begins: to the end of the one before.
  for (let group = ends.length - 1; group >= 0; group--) {
    for (let at = ends[group]! - 1; at >= (group === 0 ? 0 : ends[group - 1]!); at--)
      inverse.flat[--inverse.ends[flat[at]!]!] = group;
  }
  inverse.ends.copyWithin(0, 1);
  if (count > 0) inverse.ends[count - 1] = flat.length;
  return inverse;
}

/** A copy of the first numbers: of few, a plain array is made several times as fast as a typed one. */
export function firstOf(numbers: Int32Array, count: number): number[] {
  const copy = new Array<number>(count);
  for (let at = 0; at < count; at++) copy[at] = numbers[at]!;
  return copy;
}
