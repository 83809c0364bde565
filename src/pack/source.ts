/** A pack's YAML as data, with the place of every value. */
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import type { Message } from '../judge/verdict.ts';
import { quoteBrackets } from './brackets.ts';
import { PackError, type PackProblem } from './problem.ts';

export type Path = readonly (string | number)[];

export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A YAML file's data and where in the file each part stands. */
export interface YamlSource {
  file: string;
  data: unknown;
  /** Where the value at a path stands; `key` asks for its key instead. The nearest part that exists, where it does not. */
  place(path: Path, key?: boolean): Place;
}

/** Aliases expand at most this many times: a pack is no bomb. */
const MOST_ALIASES = 100;

/**
 * @param file as problems name it
 * @throws PackError where the text is not YAML
 */
export function parseYaml(file: string, text: string): YamlSource {
  let document = parseDocument(text, { uniqueKeys: true, version: '1.2' });
  const quoted = document.errors.length > 0 ? quoteBrackets(text) : null;
  if (quoted) document = parseDocument(quoted.text, { uniqueKeys: true, version: '1.2' });
  const lines = new LineCounter();
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  lines.lineStarts.unshift(0);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(quoted ? quoted.original(offset) : offset);
    return { file, line, column: col };
  };
  const broken = [...document.errors];
  if (broken.length > 0) {
    throw new PackError(
      broken.map((error): PackProblem => ({ ...at(error.pos[0]), message: yamlMessage(error) })),
    );
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw new PackError([
      { file, line: 1, column: 1, message: { key: 'pack.yaml', values: { why: (error as Error).message } } },
    ]);
  }
  return {
    file,
    data,
    place(path, key = false) {
      let node: unknown = document.contents;
      let found = node as YamlNode | null;
      for (const [depth, part] of path.entries()) {
        if (isMap(node)) {
          const pair = node.items.find(
            (item) => isPair(item) && isScalar(item.key) && item.key.value === part,
          );
          if (!pair) break;
          const last = depth === path.length - 1;
          found = (last && key ? pair.key : (pair.value ?? pair.key)) as YamlNode;
          node = pair.value;
        } else {
          const next = (node as { items?: unknown[] } | null)?.items?.[Number(part)];
          if (!next) break;
          node = next;
          found = next as YamlNode;
        }
      }
      return at(found?.range?.[0] ?? 0);
    },
  };
}

function yamlMessage(error: { code: string; message: string }): Message {
  if (error.code === 'DUPLICATE_KEY') return { key: 'pack.duplicate-key' };
  return { key: 'pack.yaml', values: { why: error.message.split('\n')[0]! } };
}
