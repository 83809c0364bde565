/** What `<name>` stands for in a template: a list of the pack, or an entity. */
import { ENTITIES } from '../entities/index.ts';
import { type Node, parseTemplate, TemplateError } from '../phrase/template.ts';
import { stemOf } from '../text/stem.ts';
import type { ListValue } from './shape.ts';

const WORD = /[A-Za-z][A-Za-z'’]*/g;

export class Lists {
  private readonly lists: Record<string, ListValue>;
  private readonly parsed = new Map<string, Node>();
  private readonly open: string[] = [];

  constructor(lists: Record<string, ListValue>) {
    this.lists = lists;
  }

  /** Whether a list stands for inflections too. */
  get stemmed(): boolean {
    return Object.values(this.lists).some((list) => !Array.isArray(list) && list.stem === true);
  }

  /** @throws TemplateError where the template cannot be read or names an unknown list */
  template(source: string, openEnds = false): Node {
    return parseTemplate(source, (name, offset) => this.lookup(name, offset), openEnds);
  }

  private lookup(name: string, offset: number): Node {
    const known = this.parsed.get(name);
    if (known) return known;
    const list = this.lists[name];
    if (!list) {
      if (ENTITIES.has(name)) return { is: 'entity', name };
      throw this.unknown(name, offset);
    }
    if (this.open.includes(name)) {
      throw new TemplateError('template.list-in-itself', offset, { chain: [...this.open, name].join(' → ') });
    }
    this.open.push(name);
    const node = this.choiceOf(list, offset);
    this.open.pop();
    this.parsed.set(name, node);
    return node;
  }

  private unknown(name: string, offset: number): TemplateError {
    const known = [...Object.keys(this.lists), ...ENTITIES.keys()].join(', ');
    return new TemplateError('template.unknown-list', offset, { name, known });
  }

  private choiceOf(list: ListValue, offset: number): Node {
    const stemmed = !Array.isArray(list) && list.stem === true;
    const words = Array.isArray(list) ? list : list.words;
    return {
      is: 'choice',
      of: words.map((word) => {
        try {
          return stemmed ? stemmedPhrase(word) : this.template(word);
        } catch (error) {
          if (error instanceof TemplateError)
            throw new TemplateError(error.key, offset, { ...error.values, source: word });
          throw error;
        }
      }),
    };
  }
}

/** Each Latin word of the phrase stands for all its inflections. */
function stemmedPhrase(phrase: string): Node {
  const words = phrase.match(WORD) ?? [];
  const of = words.flatMap((word, index): Node[] => [
    ...(index > 0 ? [{ is: 'space' } as const] : []),
    { is: 'stem', word: stemOf(word.toLowerCase()) },
  ]);
  return of.length === 1 ? of[0]! : { is: 'seq', of };
}
