import type { Alias, Document, Node, Pair, Scalar, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { ReadError, type Source } from './formats/format.ts';
import { LineMap } from './line-map.ts';
import type { Origin, Position } from './transcript.ts';
import { type ScalarToken, yamlOrigin } from './yaml-origin.ts';

/** A text in a YAML file. */
export interface YamlText {
  value: string;
  origin: Origin;
  /** Where the scalar begins: with its quote or its `|`, which may be a line above its first word. */
  at: Position;
}

/** A comment, `#` taken off. */
export interface YamlComment extends Position {
  text: string;
}

/** Characters reached through aliases in one file; more than this is a bomb, not a file somebody wrote. */
const MOST_ALIASED = 10_000_000;
/** What an alias of a collection counts for: there may be as much in it. */
const COLLECTION = 1000;

/**
 * A YAML file with places. Errors are one problem at the first; what ends before it is read, the rest is not:
 * what a parser makes of the lines after an error is a guess. Collections are walked as they are written, aliases
 * followed one by one, so that no file grows in memory.
 */
export class YamlFile {
  readonly roots: Node[] = [];
  readonly text: string;
  private readonly yaml: typeof import('yaml');
  private readonly map: LineMap;
  private readonly source: Source;
  private readonly anchored = new Map<Alias, Node>();
  private aliased = 0;
  /** Nothing that reaches this offset is whole. */
  private brokenAt = Number.POSITIVE_INFINITY;

  /** @throws ReadError where it is nested deeper than it can be parsed */
  static async read(source: Source): Promise<YamlFile> {
    // CommonJS: in a bundle of parts its names are those of the default export.
    return new YamlFile(source, (await import('yaml')).default);
  }

  private constructor(source: Source, yaml: typeof import('yaml')) {
    this.source = source;
    this.yaml = yaml;
    this.text = source.text();
    this.map = new LineMap(this.text);
    try {
      this.parse();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ReadError({ key: 'template.too-deep' });
    }
  }

  /** The pairs of a mapping with what `<<` merges into it; nothing for what is no mapping. */
  *entries(node: unknown, merging = 0): Generator<{ key: string; value: unknown; at: Position }> {
    const map = this.follow(node);
    if (!this.yaml.isMap(map)) return;
    const own = new Set<string>();
    const merges: unknown[] = [];
    for (const pair of (map as YAMLMap).items as Pair<unknown, unknown>[]) {
      const key = this.follow(pair.key);
      if (!this.yaml.isScalar(key) || !this.isWhole(key)) continue;
      const name = key.source ?? String(key.value);
      if (name === '<<') {
        merges.push(pair.value);
        continue;
      }
      own.add(name);
      yield { key: name, value: pair.value, at: this.position(key) };
    }
    if (merging > 8) return;
    for (const merge of merges) {
      const from = this.follow(merge);
      const maps = this.yaml.isSeq(from) ? this.items(from) : [from];
      for (const one of maps) {
        for (const entry of this.entries(one, merging + 1)) {
          if (own.has(entry.key)) continue;
          own.add(entry.key);
          yield entry;
        }
      }
    }
  }

  /** The elements of a sequence; nothing for what is none. */
  *items(node: unknown): Generator<Node> {
    const list = this.follow(node);
    if (!this.yaml.isSeq(list)) return;
    for (const item of (list as YAMLSeq).items as unknown[]) {
      const followed = this.follow(item);
      if (followed) yield followed;
    }
  }

  /** A scalar's text, as it is written even where it reads as a number; undefined for null and for collections. */
  textOf(node: unknown): YamlText | undefined {
    const scalar = this.follow(node);
    if (!this.yaml.isScalar(scalar) || !this.isWhole(scalar)) return undefined;
    const token = (scalar as Scalar).srcToken as ScalarToken | undefined;
    if (!token || scalar.value === null || scalar.source === undefined) return undefined;
    return {
      value: scalar.source,
      origin: yamlOrigin(token, scalar.source, this.map),
      at: this.map.at(token.offset),
    };
  }

  is(node: unknown, kind: 'map' | 'list' | 'text' | 'nothing'): boolean {
    const followed = this.follow(node);
    if (kind === 'map') return this.yaml.isMap(followed);
    if (kind === 'list') return this.yaml.isSeq(followed);
    const text = this.textOf(followed) !== undefined;
    return kind === 'text' ? text : !text && !this.yaml.isCollection(followed);
  }

  /** False for what the first error of the file cuts through or stands behind: that is said already. */
  isWhole(node: unknown): boolean {
    const range = (node as Node | undefined)?.range;
    return !range || range[1] < this.brokenAt;
  }

  /** Where a node begins. */
  position(node: unknown): Position {
    return this.map.at((node as Node | undefined)?.range?.[0] ?? 0);
  }

  /** The comments of the file, in order. `#` in texts and block scalars is none. */
  *comments(): Generator<YamlComment> {
    let offset = 0;
    let text = false;
    const { DOCUMENT, FLOW_END, SCALAR } = this.yaml.CST;
    for (const lexeme of new this.yaml.Lexer().lex(this.text)) {
      // Marks that the lexer puts in are no part of the file; this one comes before a text.
      if (lexeme === SCALAR) text = true;
      if (lexeme === DOCUMENT || lexeme === FLOW_END || lexeme === SCALAR) continue;
      if (!text && lexeme.startsWith('#')) yield { text: lexeme.slice(1), ...this.map.at(offset) };
      text = false;
      offset += lexeme.length;
    }
  }

  private parse(): void {
    const documents = this.yaml.parseAllDocuments(this.text, {
      keepSourceTokens: true,
      prettyErrors: false,
      // A name that stands twice is two replies.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    for (const document of Array.isArray(documents) ? documents : []) {
      const { contents } = document as Document<Node>;
      if (!contents) continue;
      this.roots.push(contents);
      this.resolveAliases(contents);
    }
    const errors = [...documents].flatMap((document) => document.errors);
    const [first] = errors;
    if (!first) return;
    // The parser may run out of stack by itself, and says so as an error of the file.
    if (/call stack/i.test(first.message)) throw new RangeError(first.message);
    this.break(
      errors.reduce((least, { pos }) => Math.min(least, pos[0]), Number.POSITIVE_INFINITY),
      first,
    );
  }

  /** An alias means the last node of that name before it. Done once: asking the parser walks the file each time. */
  private resolveAliases(root: Node): void {
    const names = new Map<string, Node>();
    this.yaml.visit(root, {
      Node: (_key, node) => {
        if (this.yaml.isAlias(node)) {
          const target = names.get(node.source);
          if (target) this.anchored.set(node, target);
        } else if ('anchor' in node && node.anchor) names.set(node.anchor, node);
      },
    });
  }

  /** @param first the error found first, which the others follow from */
  private break(offset: number, first: YAMLError): void {
    this.brokenAt = offset;
    let at = first.pos[0];
    for (const root of this.roots) {
      this.yaml.visit(root, {
        Scalar: (_key, { range, type }) => {
          // A quote that never closes is found out at its end, and the fault is where it opens.
          if (!range || !type?.startsWith('QUOTE') || range[0] >= offset || range[1] < offset)
            return undefined;
          at = range[0];
          this.brokenAt = at;
          return this.yaml.visit.BREAK;
        },
      });
    }
    this.source.problem({ key: 'yaml.syntax', values: { reason: first.message } }, this.map.at(at));
  }

  private follow(node: unknown): Node | undefined {
    if (!this.yaml.isAlias(node)) return (node ?? undefined) as Node | undefined;
    const target = this.anchored.get(node);
    this.aliased += this.yaml.isScalar(target) ? 100 + (target.source?.length ?? 0) : COLLECTION;
    if (this.aliased > MOST_ALIASED) throw new ReadError({ key: 'yaml.aliases' }, this.position(node));
    if (!target)
      this.source.problem({ key: 'yaml.no-anchor', values: { name: node.source } }, this.position(node));
    return target;
  }
}
