import { isAbsolute, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';
import { wellFormed } from './texts.ts';

/**
 * A message's text as SARIF 2.1.0 reads it: `{0}` would be a placeholder (3.11.5) and `[words](address)` a link
 * (3.11.6), which a transcript must not be able to plant.
 */
export function sarifMessage(text: string): string {
  return wellFormed(text)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[')
    .replace(/\](?=\()/g, '\\]');
}

/**
 * Where a file is, relative to the folder of the run so that the report is good on another machine (3.4.3). A file
 * elsewhere keeps its whole address.
 */
export function artifact(file: string): ArtifactLocation {
  const named = wellFormed(file);
  const path = (isAbsolute(named) ? relative(process.cwd(), named) : named).replaceAll('\\', '/');
  if (isAbsolute(path) || path.startsWith('../')) return { uri: pathToFileURL(named).href };
  const uri = path
    .replace(/^(\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
