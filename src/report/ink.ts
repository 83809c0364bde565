/** Paints words, as chalk does. */
export interface Ink {
  (text: string): string;
  readonly bold: Ink;
  readonly underline: Ink;
  readonly dim: Ink;
  readonly red: Ink;
  readonly green: Ink;
  readonly yellow: Ink;
  readonly cyan: Ink;
}

/**
 * Chalk is loaded only where there are colours. The sixteen basic ones follow the user's own theme, so no more than
 * level 1 is asked for.
 */
export async function inkFor(color: boolean): Promise<Ink> {
  if (!color) return WITHOUT;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

const plain = (text: string): string => text;
const WITHOUT = plain as Ink;
Object.assign(plain, { bold: plain, underline: plain, dim: plain });
Object.assign(plain, { red: plain, green: plain, yellow: plain, cyan: plain });
