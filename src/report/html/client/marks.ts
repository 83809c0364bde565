/** A piece of a turn's text and the violations that object to it, by their place in the list. */
export interface Piece {
  text: string;
  by: number[];
  /** Violations whose words end here: their numbers are shown after it. */
  ends: number[];
}

/** Cuts a text at every beginning and end of a span, so that overlapping ones are all shown. */
export function pieces(
  text: string,
  spans: readonly { at: number; span: readonly [number, number] }[],
): Piece[] {
  const within = spans
    .map(({ at, span: [from, to] }) => ({ at, from: Math.max(0, from), to: Math.min(text.length, to) }))
    .filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ from, to }) => [from, to])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    return {
      text: text.slice(from, to),
      by: within.filter((span) => span.from <= from && to <= span.to).map(({ at }) => at),
      ends: within.filter((span) => span.to === to).map(({ at }) => at),
    };
  });
}
