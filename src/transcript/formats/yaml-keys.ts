/** The keys at the left margin of what may be YAML: what a file is told by before it is parsed. */
export function topLevelKeys(text: string): Set<string> {
  const keys = new Set<string>();
  if (/^\s*[{[<]/.test(text)) return keys;
  for (const [, key] of text.matchAll(/^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?=\s|$)/gm)) keys.add(key!);
  return keys;
}
