import { decode } from '../decode.ts';
import { ReadError } from './format.ts';
import { type Bounds, broken, unpacked } from './unpack.ts';

/** A file in a ZIP archive. */
export interface ZipMember {
  /** With forward slashes. */
  name: string;
  /** Why its content cannot be had. */
  closed?: ReadError;
  /** Throws ReadError where it is damaged, after what was whole has been given. */
  content(): Generator<Uint8Array>;
}

const UTF8_NAME = 0x800;
/** What stands before each file in an archive. */
const HEADER = Buffer.from([0x50, 0x4b, 3, 4]);
const STORED = 0;
const DEFLATED = 8;

/**
 * The files in an archive as its directory lists them, folders left out. Names that are not UTF-8 are in the
 * encoding of the machine that packed them, GBK mostly, and are decoded like any text.
 * Throws ReadError where the directory is damaged or there is none.
 */
export async function* zipMembers(bytes: Buffer, bounds: Bounds): AsyncGenerator<ZipMember> {
  // CommonJS: in a bundle of parts its names are those of the default export.
  const { fromBufferPromise } = (await import('yauzl')).default;
  const { InflateRaw } = await import('minizlib');
  const { crc32 } = await import('node:zlib');
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      const raw = entry.fileName as unknown as Buffer;
      const name = nameOf(raw, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0);
      if (name.endsWith('/')) continue;
      const method = entry.compressionMethod;
      const member: ZipMember = {
        name,
        *content() {
          let sum = 0;
          const data =
            method === STORED ? stored(packed, bounds) : unpacked([packed], new InflateRaw({}), bounds);
          for (const piece of data) {
            sum = crc32(piece, sum);
            yield piece;
          }
          if (sum !== entry.crc32) throw broken(new Error('checksum differs'));
        },
      };
      if (entry.isEncrypted()) member.closed = new ReadError({ key: 'archive.encrypted' });
      else if (method !== STORED && method !== DEFLATED) {
        member.closed = new ReadError({ key: 'archive.method', values: { method } });
      }
      const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const packed = bytes.subarray(start, start + entry.compressedSize);
      yield member;
    }
  } catch (error) {
    throw error instanceof ReadError ? error : broken(error);
  }
}

function* stored(bytes: Buffer, bounds: Bounds): Generator<Uint8Array> {
  bounds.add(bytes.length, bytes.length);
  if (bytes.length > 0) yield bytes;
}

function nameOf(raw: Buffer, utf8: boolean): string {
  let name = raw.toString();
  try {
    if (!utf8) name = decode(raw).text;
  } catch {
    // Bytes of no encoding: the name is only there to be read.
  }
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

/** The content of one member, whole. @param most in bytes; throws ReadError beyond it */
export function wholeMember(member: ZipMember, most: number): Buffer {
  if (member.closed) throw member.closed;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of member.content()) {
    length += piece.length;
    if (length > most) throw tooLarge(most);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

export const tooLarge = (most: number) =>
  new ReadError({ key: 'read.too-large', values: { megabytes: most / 1024 / 1024 } });

/** Whether a ZIP is an Office document, by the names that stand in its beginning. */
export function officeKind({
  head,
  extension,
}: {
  head: Uint8Array;
  extension: string;
}): 'xlsx' | 'docx' | undefined {
  if (HEADER.some((byte, at) => head[at] !== byte)) return undefined;
  if (/^xls[xm]$/.test(extension)) return 'xlsx';
  if (/^doc[xm]$/.test(extension)) return 'docx';
  const names = namesIn(head);
  if (!names.some((name) => /^(?:\[Content_Types\]\.xml$|_rels\/|docProps\/|xl\/|word\/)/.test(name)))
    return undefined;
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : undefined;
}

/** Names of the files that begin in the first bytes of an archive. */
function namesIn(head: Uint8Array): string[] {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const names: string[] = [];
  for (
    let at = bytes.indexOf(HEADER);
    at >= 0 && at + 30 <= bytes.length;
    at = bytes.indexOf(HEADER, at + 4)
  ) {
    names.push(
      bytes.toString('latin1', at + 30, Math.min(bytes.length, at + 30 + bytes.readUInt16LE(at + 26))),
    );
  }
  return names;
}
