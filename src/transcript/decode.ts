import { isAscii, isUtf8, transcode } from 'node:buffer';
import { bomOf, type Detected, decodeAs, detect } from './detect.ts';
import { ReadError } from './formats/format.ts';
import { countLineEnds, firstLineEnd, lastLineEnd } from './line-ends.ts';

/** A piece of decoded text that ends where a line ends (or the file does), BOM left out. */
export interface Block {
  text: string;
  /** Set when this block is one line with bytes that are invalid: how many bytes of the file stand before them. */
  invalidAt?: number;
  /** Set when this block is one line that was longer than LONGEST_LINE; its text is empty. */
  tooLong?: boolean;
}

export interface DecodedText {
  text: string;
  /** As TextDecoder names it. */
  encoding: string;
}

/** In bytes. Longer lines are skipped: V8 cannot hold much more in one string. */
export const LONGEST_LINE = 128 * 1024 * 1024;

const NO_BYTES = new Uint8Array(0);

/** The canonical name of an encoding, such as `gb18030` for `GBK`. Throws ReadError when there is none. */
export function encodingOf(name: string): string {
  try {
    const { encoding } = new TextDecoder(name);
    // GB18030 reads all of GBK and what lies beyond it.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    throw new ReadError({ key: 'read.unknown-encoding', values: { encoding: name } });
  }
}

/** Bytes of whole lines, or a line that is too long and left out. */
export interface Run {
  /** None where it is left out. */
  bytes: Uint8Array;
  /** Bytes of the file that stand before it, and that it takes. */
  before: number;
  length: number;
  tooLong?: boolean;
}

/** Where decoding begins, when it is not at the file's first byte: at the beginning of a line. */
export interface Start {
  /** Bytes of the file that stand before. */
  from: number;
  /** What was known of the encoding there. */
  encoding: string | undefined;
}

/** Decodes bytes as they come; lines are never cut, so memory is bounded by the longest of them. */
export class Decoder {
  /** Known once the first character that is no ASCII has been seen. */
  encoding: string | undefined;
  /** With an encoding forced: whether bytes had to be replaced by U+FFFD. */
  replaced = false;
  private readonly forced: boolean;
  private readonly start: Start | undefined;

  /** @param forced the encoding that the user named: nothing is detected and invalid bytes are replaced */
  constructor(forced?: string, start?: Start) {
    this.forced = forced !== undefined;
    this.start = start;
    this.encoding = forced === undefined ? start?.encoding : encodingOf(forced);
  }

  *blocks(chunks: Iterable<Uint8Array>): Generator<Block> {
    for (const { bytes, before, tooLong } of this.runs(chunks)) {
      if (tooLong) yield { text: '', tooLong };
      else yield* this.decode(bytes, before);
    }
  }

  /**
   * Cuts bytes where lines end, and decodes nothing. The bytes of a run are good until the next is asked for; `learn`
   * is to be told of them, or they are to be decoded, before that.
   */
  *runs(chunks: Iterable<Uint8Array>): Generator<Run> {
    let kept: Uint8Array[] = [];
    let keptLength = 0;
    let before = this.start?.from ?? 0;
    let skipping = false;
    let begun = this.start !== undefined;
    for (let chunk of chunks) {
      if (!begun) {
        if (keptLength + chunk.length < 4) {
          // Too short to tell a byte order mark yet.
          kept.push(Buffer.from(chunk));
          keptLength += chunk.length;
          continue;
        }
        if (keptLength > 0) chunk = Buffer.concat([...kept, chunk]);
        [kept, keptLength, begun] = [[], 0, true];
        before = this.begin(chunk);
        chunk = chunk.subarray(before);
      }
      const end = lastLineEnd(chunk, this.encoding, keptLength);
      if (end === 0) {
        keptLength += chunk.length;
        if (!skipping) kept.push(Buffer.from(chunk));
        if (keptLength > LONGEST_LINE && !skipping) [kept, skipping] = [[], true];
        continue;
      }
      let first = chunk.subarray(0, end);
      if (skipping) {
        // The rest of the long line goes with it.
        const rest = firstLineEnd(first, this.encoding);
        const length = keptLength + rest;
        yield { bytes: NO_BYTES, before, length, tooLong: true };
        before += length;
        first = first.subarray(rest);
        skipping = false;
      } else if (keptLength > 0) first = Buffer.concat([...kept, first]);
      yield { bytes: first, before, length: first.length };
      before += first.length;
      // The reader may use its buffer again.
      const rest = chunk.subarray(end);
      kept = rest.length > 0 ? [Buffer.from(rest)] : [];
      keptLength = rest.length;
    }
    if (skipping) yield { bytes: NO_BYTES, before, length: keptLength, tooLong: true };
    else if (keptLength > 0) {
      const bytes = Buffer.concat(kept);
      const bom = begun ? 0 : this.begin(bytes);
      yield { bytes: bytes.subarray(bom), before: before + bom, length: bytes.length - bom };
    }
  }

  /** What bytes of whole lines tell of the encoding, where nothing did before. */
  learn(bytes: Uint8Array): void {
    if (!this.encoding && !isAscii(bytes)) this.encoding = detect(bytes).encoding;
  }

  /** How many bytes of byte order mark to leave out. */
  private begin(head: Uint8Array): number {
    const marked: Detected | undefined = bomOf(head);
    if (marked && (!this.forced || marked.encoding === this.encoding)) {
      this.encoding = marked.encoding;
      return marked.bom;
    }
    // UTF-16 without its mark has to be known before lines can be told.
    if (!this.encoding && head.includes(0)) {
      const even = head.subarray(0, Math.min(head.length, 65536) & ~1);
      const wide = detect(even).encoding;
      if (wide?.startsWith('utf-16')) this.encoding = wide;
    }
    return 0;
  }

  /** @param bytes whole lines; @param before the bytes of the file that stand before them */
  private *decode(bytes: Uint8Array, before: number): Generator<Block> {
    if (bytes.length === 0) return;
    this.learn(bytes);
    const encoding = this.encoding;
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) {
      yield { text };
    } else if (this.forced) {
      this.replaced = true;
      yield { text: decodeAs(bytes, encoding!) };
    } else {
      yield* this.decodeLines(bytes, encoding!, before);
    }
  }

  /** Sets the lines with invalid bytes apart from the others. */
  private *decodeLines(bytes: Uint8Array, encoding: string, before: number): Generator<Block> {
    let good = 0;
    let at = 0;
    while (at < bytes.length) {
      const end = at + firstLineEnd(bytes.subarray(at), encoding);
      const line = bytes.subarray(at, end);
      if (tryDecode(line, encoding) === undefined) {
        if (at > good) yield { text: decodeAs(bytes.subarray(good, at), encoding) };
        yield { text: decodeAs(line, encoding), invalidAt: before + at + validPrefix(line, encoding) };
        good = end;
      }
      at = end;
    }
    if (at > good) yield { text: decodeAs(bytes.subarray(good, at), encoding) };
  }
}

/**
 * Decodes a whole buffer.
 * @param forced the encoding to use, with invalid bytes replaced by U+FFFD; otherwise it is detected
 * Throws ReadError naming encoding, byte (from 0) and line where bytes are invalid.
 */
export function decode(bytes: Uint8Array, forced?: string): DecodedText {
  const decoder = new Decoder(forced);
  const text = wholeText(decoder, decoder.blocks([bytes]));
  return { text, encoding: decoder.encoding ?? 'utf-8' };
}

/** All blocks as one text. Throws ReadError on invalid bytes and on lines that are too long. */
export function wholeText(decoder: Decoder, blocks: Iterable<Block>): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.invalidAt !== undefined || block.tooLong) {
      throw damage(
        block,
        decoder.encoding,
        texts.reduce((sum, text) => sum + countLineEnds(text), 1),
      );
    }
    texts.push(block.text);
  }
  return texts.length === 1 ? texts[0]! : texts.join('');
}

/** The error for a block that is invalid or too long. @param line where it stands, from 1 */
export function damage(block: Block, encoding: string | undefined, line: number): ReadError {
  if (block.tooLong) {
    return new ReadError(
      { key: 'read.line-too-long', values: { megabytes: LONGEST_LINE / 1024 / 1024 } },
      { line },
    );
  }
  const values = { encoding: (encoding ?? 'utf-8').toUpperCase(), byte: block.invalidAt ?? 0 };
  return new ReadError({ key: 'read.invalid-bytes', values }, { line });
}

function tryDecode(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (!encoding) return asBuffer(bytes).toString('latin1');
  if (encoding === 'utf-8') return isUtf8(bytes) ? decodeUtf8(bytes) : undefined;
  try {
    return decodeAs(bytes, encoding, true);
  } catch {
    return undefined;
  }
}

/** @param bytes valid UTF-8 */
function decodeUtf8(bytes: Uint8Array): string {
  if (isAscii(bytes)) return asBuffer(bytes).toString('latin1');
  // For text that is mostly Chinese, the way over UTF-16 takes a third of the time, but for short ones.
  if (bytes.length < 512) return asBuffer(bytes).toString('utf8');
  return asBuffer(transcode(bytes, 'utf8', 'utf16le')).toString('utf16le');
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** How many bytes stand before the first character that is not valid. */
function validPrefix(bytes: Uint8Array, encoding: string): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    try {
      // `stream` forgives a character that is cut at the end of the prefix.
      const stream = middle < bytes.length;
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  // The prefix may end with the beginning of the character that is not valid.
  for (let at = valid; at >= 0 && at > valid - 4; at--) {
    if (tryDecode(bytes.subarray(0, at), encoding) !== undefined) return at;
  }
  return valid;
}
