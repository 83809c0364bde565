/** The only way in which the page is written: whatever an answer says becomes text, never markup. */
import { openTag, xmlText } from '../../../report/xml.ts';

/** HTML that is finished. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type Child = Markup | string | number | null | readonly Child[];
type Attributes = Record<string, string | number | undefined>;

/** An element with its attributes (undefined ones are left out) and children. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  return new Markup(`${openTag(name, attributes)}${htmlOf(children)}</${name}>`);
}

export function htmlOf(child: Child): string {
  if (child === null) return '';
  if (child instanceof Markup) return child.html;
  return typeof child === 'object' ? child.map(htmlOf).join('') : xmlText(String(child));
}
