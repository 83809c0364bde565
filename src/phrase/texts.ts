/** Many short texts as one string: read from disk in one piece, cut when one of them is asked for. */
export interface Texts {
  text: string;
  /** Where each of them ends. */
  ends: Uint32Array;
}

export function joinTexts(texts: readonly string[]): Texts {
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => (end += text.length));
  return { text: texts.join(''), ends };
}

export function textAt({ text, ends }: Texts, number: number): string {
  return text.slice(number === 0 ? 0 : ends[number - 1]!, ends[number]!);
}

export function splitTexts(texts: Texts): string[] {
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
