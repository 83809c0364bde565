import type { ParseError } from 'jsonc-parser';

/**
 * Why and where a text is no JSON. JSON.parse does not always say where, so the text is parsed again by a
 * parser that does; it is loaded only now.
 * @param error what JSON.parse threw
 * @returns the reason in English; the offset from 0 where one is known
 */
export async function jsonError(text: string, error: unknown): Promise<{ reason: string; offset?: number }> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // It recurses, and a text may be nested deeper than the stack.
  }
  const [first] = errors;
  if (!first) return { reason: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  const reason = printParseErrorCode(first.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return { reason, offset: first.offset };
}
