import { type Stretch, stretches } from '../transcript.ts';
import type { Line } from './format.ts';
import type { Row } from './talk.ts';

/** What somebody said on one line or several, gathered with its place. */
export class Gathered {
  private readonly parts: Stretch[] = [];
  text = '';

  /** Adds what a line says in [from, to), without the white space around it; blank lines between are kept out. */
  add({ text, line }: Line, from = 0, to = text.length): this {
    const said = text.slice(from, to);
    const words = said.trim();
    if (words === '') return this;
    const column = from + said.length - said.trimStart().length + 1;
    if (this.text !== '') this.text += '\n';
    this.parts.push({ offset: this.text.length, line, column });
    this.text += words;
    return this;
  }

  /** What a row of a conversation has of it. */
  row(): Pick<Row, 'text' | 'origin'> {
    return { text: this.text, origin: stretches(this.parts) };
  }
}
