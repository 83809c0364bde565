import { isAscii, isUtf8 } from 'node:buffer';
import { isCommon } from './common-characters.ts';

/** What windows-1252 has at 0x80 to 0x9f; Node 20 takes it for Latin-1, which has control characters there. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** All bytes decoded, marks kept. @param fatal throw on invalid bytes, otherwise they become U+FFFD */
export function decodeAs(bytes: Uint8Array, encoding: string, fatal = false): string {
  const text = new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (unit) => WESTERN[unit.charCodeAt(0) - 0x80]!);
}

/** What a file's first bytes say of its encoding. */
export interface Detected {
  /** A name that TextDecoder knows; undefined where all is ASCII and any of them would do. */
  encoding: string | undefined;
  /** Bytes of byte order mark to leave out. */
  bom: number;
}

const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252'];
/** As much of the text as is weighed: more would not change the answer. */
const WEIGHED = 16 * 1024;

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['504b0304', 'ZIP'],
  ['1f8b', 'gzip'],
  ['25504446', 'PDF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['d0cf11e0', 'Microsoft Office 97–2003'],
  ['52494646', 'RIFF'],
  ['494433', 'MP3'],
  ['fffb', 'MP3'],
  ['4f676753', 'Ogg'],
  ['664c6143', 'FLAC'],
  ['53514c697465', 'SQLite'],
  ['50415231', 'Parquet'],
  ['7f454c46', 'ELF'],
];

/** The encoding that a byte order mark names. */
export function bomOf(head: Uint8Array): Detected | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  return undefined;
}

/**
 * Why a file is no text, judged by its first bytes: the kind of file, or `NUL` where NUL and other control
 * bytes ride through it; undefined for text. A stray NUL in a text is left to those who read the text.
 */
export function binaryKind(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 8)).toString('hex');
  const known = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  // Short signatures are also how a text in some encoding may begin, so these need control bytes as well.
  if (known && known[0].length >= 8) return known[1];
  if (bomOf(head)) return undefined;
  let controls = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) controls++;
  }
  // Terminal escapes and bells do stand in transcripts; without a NUL it takes many of them to make a binary file.
  const bearable = head.includes(0) ? 100 : 4;
  if (controls * bearable <= head.length || guessUtf16(head)) return undefined;
  return known?.[1] ?? 'NUL';
}

/** UTF-16 that came without its mark: NULs mostly on one side of the units, and what they give is readable. */
function guessUtf16(head: Uint8Array): Detected | undefined {
  const nul = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) nul[at % 2]!++;
  if (nul[0] === nul[1]) return undefined;
  const encoding = nul[1]! > nul[0]! ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(head.subarray(0, WEIGHED));
  let readable = 0;
  for (const char of text)
    if (/[\t\r\n -~\u3000-\u303f\uff00-\uff60]/.test(char) || isCommon(char)) readable++;
  return readable * 10 > text.length * 8 ? { encoding, bom: 0 } : undefined;
}

/**
 * The encoding of a text: its byte order mark, else UTF-8 if it is valid, else the East Asian or Western
 * encoding that makes the most common characters of it. Bytes that are mostly one encoding with a few broken
 * places are still that encoding, so that the broken places can be named.
 * @param text whole lines, so that no character is cut
 */
export function detect(text: Uint8Array): Detected {
  const marked = bomOf(text);
  if (marked) return marked;
  if (isAscii(text)) return (text.includes(0) && guessUtf16(text)) || { encoding: undefined, bom: 0 };
  const wide = text.includes(0) ? guessUtf16(text) : undefined;
  if (wide) return wide;
  if (isUtf8(text)) return { encoding: 'utf-8', bom: 0 };
  const weighed = text.subarray(0, endOfWeighed(text));
  let best = 'gb18030';
  let most = Number.NEGATIVE_INFINITY;
  for (const encoding of CANDIDATES) {
    const score = weigh(decodeAs(weighed, encoding), encoding);
    if (score > most) [best, most] = [encoding, score];
  }
  return { encoding: best, bom: 0 };
}

/** Weighing stops at a line's end, where no character is cut, and not before the first byte that is no ASCII. */
function endOfWeighed(text: Uint8Array): number {
  const high = text.findIndex((byte) => byte > 127);
  const end = text.indexOf(10, high + WEIGHED);
  return end < 0 ? text.length : end;
}

function weigh(text: string, encoding: string): number {
  let score = 0;
  for (const [run] of text.matchAll(/\P{ASCII}+/gu)) {
    score += encoding === 'windows-1252' ? weighWestern(run) : weighEastern(run, encoding);
  }
  return score;
}

/** Accents and typographic marks stand alone or in pairs between plain letters. */
function weighWestern(run: string): number {
  if (/^[àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿœßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝ’‘“”–—…€£°«»¿¡®©™]$/.test(run)) return 3;
  return /^[\p{L}’‘“”–—…€£°«»]{2}$/u.test(run) ? 2 : -run.length;
}

function weighEastern(run: string, encoding: string): number {
  let score = 0;
  for (const char of run) {
    const code = char.codePointAt(0)!;
    if (isCommon(char)) score += 3;
    else if (code === 0xfffd) score -= 6;
    else if (code >= 0x3040 && code <= 0x30ff) score += encoding === 'shift_jis' ? 2.5 : 0;
    else if ((code >= 0x3000 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff1f)) score += 2;
    else if (code >= 0xff61 && code <= 0xff9f) score -= 1;
    else if ((code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code <= 0x9f)) score -= 4;
    else if (encoding === 'utf-8') score += 2;
  }
  return score;
}
