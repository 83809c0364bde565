export type Span = readonly [start: number, end: number];

/** An expression or message that does not end within this many characters is none. */
const LONGEST = 2000;

/**
 * Markup of one level. `${…}` and ICU messages nest and are read by hand.
 * - `{{x}}`, `{x}`, `%{x}`, `#{x}`, `<%= x %>`, `$t(x)`, `$x`
 * - `%s`, `%1$s`, `%(x)s`, `%x%`: not after a digit, for 100% is no placeholder
 * - `<b>`, `</b>`, `<br/>`, `&nbsp;`, comments; `](url)` of `[words](url)`; addresses
 */
const MARKUP = new RegExp(
  [
    String.raw`\{\{\{?[^{}\n]{0,200}\}?\}\}`,
    String.raw`[%#]?\{[^{}\n]{0,120}\}`,
    '<%[^%]{0,400}%>',
    String.raw`\$t\([^()\n]{0,200}\)`,
    String.raw`\$[A-Za-z_][\w-]*(?:\.[\w-]+)*`,
    String.raw`(?<![\d%])%(?:\d+\$)?(?:\(\w{1,60}\))?[-+0#]*\d*(?:\.\d+)?(?:l{1,2}|h)?[sdifuxXeEgGc@](?![A-Za-z])`,
    String.raw`(?<![\d%])%[A-Za-z_][\w.]{0,60}%`,
    '<!--(?:[^-]|-(?!->)){0,500}-->',
    String.raw`</?[A-Za-z][\w:-]*(?:\s[^<>]{0,2000})?/?>`,
    String.raw`<(?:https?:|mailto:|tel:)[^<>\s|]{0,2000}(?:>|\|)`,
    String.raw`&(?:[A-Za-z]{2,10}|#\d{1,7}|#x[\dA-Fa-f]{1,6});`,
    String.raw`\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\)`,
    String.raw`\bhttps?://[\w\-.~:/?#@!$&'*+,;=%]{1,2000}`,
  ].join('|'),
  'g',
);

/** Of `{count, plural, one {# item} other {# items}}`: all but the words in the inner braces. */
const ICU = /\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,/y;

/** Offsets of what is no words in a reply template, ascending and apart from each other. */
export function placeholders(text: string): Span[] {
  if (!/[{}<%$&[:]/.test(text)) return [];
  const spans = nestedSpans(text);
  for (const match of masked(text, spans).matchAll(MARKUP)) {
    // What ends a sentence is no part of an address.
    const after = match[0].startsWith('http') ? /[.,;:!?'*]*$/.exec(match[0])![0].length : 0;
    spans.push([match.index, match.index + match[0].length - after]);
  }
  return merged(spans);
}

/** The text with what is found already out of sight. */
function masked(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const [start, end] of spans) {
    out += text.slice(at, start) + '\0'.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

/** True when there is something to read in the text besides punctuation and what `spans` cover. */
export function hasWords(text: string, spans: readonly Span[]): boolean {
  let at = 0;
  for (const [start, end] of [...spans, [text.length, text.length] as const]) {
    if (/[^\s\p{P}\p{Sm}\p{Sc}\p{Sk}]/u.test(text.slice(at, start))) return true;
    at = end;
  }
  return false;
}

/** Where `${…}` at `at` ends, quoted strings and nested braces counted; -1 where it does not. */
export function expressionEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST);
  let depth = 0;
  for (let index = at + 1; index < limit; index++) {
    const char = text[index]!;
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return index + 1;
    else if (char === "'" || char === '"' || char === '`') {
      const close = quoteEnd(text, index, limit);
      // An apostrophe that opens no string stands for itself.
      if (close > 0) index = close;
    }
  }
  return -1;
}

function quoteEnd(text: string, at: number, limit: number): number {
  for (let index = at + 1; index < limit; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === text[at]) return index;
  }
  return -1;
}

function nestedSpans(text: string): Span[] {
  const spans: Span[] = [];
  // What opens behind the last brace that closes is not worth a look.
  const last = text.lastIndexOf('}');
  for (let at = 0; at < last; at++) {
    if (text[at] === '$' && text[at + 1] === '{') {
      const end = expressionEnd(text, at);
      if (end > 0) spans.push([at, end]);
      if (end > 0) at = end - 1;
    } else if (text[at] === '{' && opensIcu(text, at)) {
      const found = icuSpans(text, at);
      spans.push(...found);
      if (found.length > 0) at = found.at(-1)![1] - 1;
    }
  }
  return spans;
}

function opensIcu(text: string, at: number): boolean {
  ICU.lastIndex = at;
  return ICU.test(text);
}

/** The syntax around the words of an ICU message; nothing where it is not whole. */
function icuSpans(text: string, from: number): Span[] {
  const spans: Span[] = [];
  /** For each open brace whether words stand in it, or cases. */
  const words = [false];
  let syntax = from;
  const limit = Math.min(text.length, from + LONGEST);
  for (let at = from + 1; at < limit; at++) {
    const char = text[at];
    if (char === '{' && !words.at(-1)) {
      words.push(true);
      spans.push([syntax, at + 1]);
    } else if (char === '{' && opensIcu(text, at)) {
      words.push(false);
      syntax = at;
    } else if (char === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) return [];
      spans.push([at, end + 1]);
      at = end;
    } else if (char === '}') {
      if (words.pop()) syntax = at;
      else spans.push([syntax, at + 1]);
      if (words.length === 0) return spans;
    } else if (char === '#' && words.at(-1)) spans.push([at, at + 1]);
  }
  return [];
}

function merged(spans: Span[]): Span[] {
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = out.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) out.push([start, end]);
  }
  return out;
}
