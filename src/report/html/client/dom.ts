/** The only way in which this page makes elements: text becomes text nodes, never markup. */
type Child = Node | string | number | null;
type Handler = (event: Event) => void;
type Attributes = Record<string, string | number | boolean | undefined | Handler>;

/** An element with attributes (functions become listeners, false and undefined are left out) and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value));
  }
  for (const child of children)
    if (child !== null) element.append(child instanceof Node ? child : String(child));
  return element;
}

/** Text for screen readers only. */
export function hidden(text: string): HTMLElement {
  return el('span', { class: 'hidden' }, text);
}
