import { type Container, ReadError, type Source } from './format.ts';
import { Bounds, unpacked } from './unpack.ts';

/** One file packed by gzip. It is unpacked as it is read and reported under its own name, `calls.csv.gz`. */
export const gzip: Container = {
  name: 'gzip',
  extensions: ['gz'],

  recognise: ({ head }) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,

  async *open(source) {
    const { Gunzip } = await import('minizlib');
    yield source.inner(
      source.file,
      untilBroken(source, unpacked(source.pieces(), new Gunzip({}), new Bounds())),
    );
  },
};

/** What is whole of a damaged file is read to its last line; the damage is told. */
export function* untilBroken(source: Source, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    // A bomb is not read to its end in hope of words.
    if (!(error instanceof ReadError) || error.detail.key !== 'archive.broken') throw error;
    source.problem(error.detail);
  }
}
