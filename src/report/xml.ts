/**
 * XML 1.0 allows no other control characters than tab, line feed and carriage return, and no half of a surrogate
 * pair, not even as character references (https://www.w3.org/TR/xml/#charsets).
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** Allowed, but obeyed by terminals or invisible while they reorder the text around them: written as references. */
const ODD = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const NAMED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as it may stand between tags and in attributes. A forbidden control is shown by its picture: NUL as ␀. */
export function xmlText(text: string): string {
  return (
    text
      .replace(FORBIDDEN, picture)
      // `>` too, so that no `]]>` is left. A carriage return as it is would be read as a line feed.
      .replace(/[&<>"'\r]/g, (char) => NAMED[char] ?? reference(char))
      .replace(ODD, reference)
  );
}

/** An opening tag; attributes that are undefined are left out. Newlines and tabs in values survive reading. */
export function openTag(name: string, attributes: Record<string, string | number | undefined> = {}): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${xmlText(String(value)).replace(/[\n\t]/g, reference)}"`;
  }
  return `${tag}>`;
}

/** A whole element: with text, or empty. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  text = '',
): string {
  const open = openTag(name, attributes);
  return text === '' ? `${open.slice(0, -1)}/>` : `${open}${xmlText(text)}</${name}>`;
}

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

function picture(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

function reference(char: string): string {
  return `&#${char.charCodeAt(0)};`;
}
