import type { Container } from './format.ts';
import { untilBroken } from './gzip.ts';
import { Bounds } from './unpack.ts';
import { officeKind, zipMembers } from './zip-members.ts';

/** What packing programs add, and what stands beside transcripts. */
const LEFT_OUT =
  /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.suppress\.ya?ml$|\.expected\.json$|(?:^|\/)courtesy\.ya?ml$/i;

/**
 * A folder packed by zip. Its files are read one after the other, in the order of its directory, each reported as
 * `calls.zip/monday/a.txt`; those whose extension no reader knows are counted. A damaged file takes no other
 * with it.
 */
export const zip: Container = {
  name: 'zip',
  extensions: ['zip'],

  recognise(sample) {
    const { head } = sample;
    // The second is an archive of nothing.
    const signed =
      head[0] === 0x50 &&
      head[1] === 0x4b &&
      ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
    return signed && officeKind(sample) === undefined;
  },

  async *open(source) {
    const { knownExtensions } = await import('./index.ts');
    const known = knownExtensions();
    const unknown = new Map<string, number>();
    const bytes = source.bytes();
    for await (const member of zipMembers(bytes, new Bounds(bytes.length))) {
      if (LEFT_OUT.test(member.name)) continue;
      const base = member.name.split('/').at(-1)!;
      const extension = /\.([^.]+)$/.exec(base)?.[1]?.toLowerCase() ?? '';
      if (!known.has(extension)) {
        const shown = extension === '' ? base : `.${extension}`;
        unknown.set(shown, (unknown.get(shown) ?? 0) + 1);
        continue;
      }
      const name = `${source.file}/${member.name}`;
      if (member.closed) {
        source.inner(name, []).problem(member.closed.detail);
        continue;
      }
      // What is damaged is told under the file's own name.
      const inner = source.inner(name, []);
      yield source.inner(name, untilBroken(inner, member.content()));
    }
    if (unknown.size === 0) return;
    const count = [...unknown.values()].reduce((sum, each) => sum + each, 0);
    source.note({
      key: 'discover.skipped',
      values: { count, extensions: [...unknown.keys()].slice(0, 10).join(' ') },
    });
  },
};
