/** [start, end) in an answer's text, in UTF-16 code units. */
export type Span = readonly [number, number];

export const touches = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
export const inside = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** The text with a blank for every unit of the spans: of the same length, so that all places stay what they are. */
export function blanked(text: string, spans: readonly Span[]): string {
  let out = text;
  for (const [start, end] of spans) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
  return out;
}

/** The text without the spans. */
export function without(text: string, spans: readonly Span[]): string {
  return blanked(text, spans).trim();
}

/** The places where a pattern matches. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  return [
    ...text.matchAll(new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)),
  ];
}

/** Whole sentences, without what ends them. */
export function sentenceSpans(text: string): Span[] {
  return pieces(text, /[^。！？!?；;\n…]+?(?=[。！？!?；;\n…]|\.(?:\s|$)|$)/g);
}

/** What stands between marks of any kind. */
export function clauseSpans(text: string): Span[] {
  return pieces(text, /[^，,。！？!?；;、：:\n…]+?(?=[，,。！？!?；;、：:\n…]|\.(?:\s|$)|$)/g);
}

function pieces(text: string, pattern: RegExp): Span[] {
  return matches(pattern, text).flatMap((match): Span[] => {
    const lead = match[0].length - match[0].replace(/^[.\s]+/, '').length;
    const start = match.index + lead;
    const end = match.index + match[0].trimEnd().length;
    return end > start ? [[start, end]] : [];
  });
}
