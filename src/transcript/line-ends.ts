/** Where lines end: CRLF, LF, or CR alone. Nothing else ends one. */

const LF = 10;
const CR = 13;

export function countLineEnds(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\r\n?|\n/g)) count++;
  return count;
}

/** The lines of a text, without their ends. A text that ends with a line end has no empty line after it. */
export function* linesOf(text: string): Generator<string> {
  // Each kind of end is searched for only when the one found before has been passed: once over the text.
  let feed = text.indexOf('\n');
  let back = text.indexOf('\r');
  let from = 0;
  while (from < text.length) {
    if (feed >= 0 && feed < from) feed = text.indexOf('\n', from);
    if (back >= 0 && back < from) back = text.indexOf('\r', from);
    const end = feed < 0 ? back : back < 0 ? feed : Math.min(feed, back);
    if (end < 0) {
      yield text.slice(from);
      return;
    }
    yield text.slice(from, end);
    from = end === back && feed === back + 1 ? end + 2 : end + 1;
  }
}

/** How many lines end in these bytes: as `countLineEnds` says of what they decode to. */
export function countLineEndsIn(bytes: Uint8Array, encoding: string | undefined): number {
  const width = unitOf(encoding);
  let count = 0;
  // Looking for the next is done in native code, many bytes at a time.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (width === 1 && !buffer.includes(CR)) {
    for (let at = buffer.indexOf(LF); at >= 0; at = buffer.indexOf(LF, at + 1)) count++;
    return count;
  }
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (isUnit(bytes, at, encoding, LF)) count++;
    else if (isUnit(bytes, at, encoding, CR) && !isUnit(bytes, at + width, encoding, LF)) count++;
  }
  return count;
}

/** 2 for UTF-16: 10 and 13 are line ends only as whole units there. */
const unitOf = (encoding: string | undefined) => (encoding?.startsWith('utf-16') ? 2 : 1);

function isUnit(bytes: Uint8Array, at: number, encoding: string | undefined, unit: number): boolean {
  if (encoding === 'utf-16le') return bytes[at] === unit && bytes[at + 1] === 0;
  if (encoding === 'utf-16be') return bytes[at] === 0 && bytes[at + 1] === unit;
  return bytes[at] === unit;
}

/**
 * The offset behind the last line end, 0 where there is none. A CR that nothing follows yet may be half of a
 * CRLF and does not count.
 * @param before how many bytes already wait: UTF-16 units are told by even offsets in the file
 */
export function lastLineEnd(bytes: Uint8Array, encoding: string | undefined, before: number): number {
  const width = unitOf(encoding);
  if (width === 1) {
    const feed = bytes.lastIndexOf(LF);
    if (feed >= 0) return feed + 1;
    return bytes.length > 1 ? bytes.lastIndexOf(CR, bytes.length - 2) + 1 : 0;
  }
  let at = bytes.length - width - ((bytes.length + before) % width);
  const last = at;
  for (; at >= 0; at -= width) {
    if (isUnit(bytes, at, encoding, LF) || (at < last && isUnit(bytes, at, encoding, CR))) return at + width;
  }
  return 0;
}

/** The offset behind the first line end; the length where there is none. */
export function firstLineEnd(bytes: Uint8Array, encoding: string | undefined): number {
  const width = unitOf(encoding);
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (isUnit(bytes, at, encoding, LF)) return at + width;
    if (isUnit(bytes, at, encoding, CR)) {
      return isUnit(bytes, at + width, encoding, LF) ? at + 2 * width : at + width;
    }
  }
  return bytes.length;
}
