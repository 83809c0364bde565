import type { ReportFormat } from './reporter.ts';

/**
 * What those that show or keep what was said need of it: all of a conversation, or turns in which something was found.
 * The others need no more of a turn than that there is one, and when.
 */
export type Quoting = 'all' | 'found' | 'none';
export const QUOTING: Readonly<Record<string, Quoting>> = {
  stylish: 'found',
  html: 'all',
  baseline: 'found',
};

/** The formats by the name that `--format` takes. A format's module is loaded only when it is asked for. */
export const formats: Record<string, () => Promise<ReportFormat>> = {
  stylish: () => import('./stylish.ts').then((module) => module.stylish),
  json: () => import('./json.ts').then((module) => module.json),
  jsonl: () => import('./jsonl.ts').then((module) => module.jsonl),
  compact: () => import('./compact.ts').then((module) => module.compact),
  sarif: () => import('./sarif.ts').then((module) => module.sarif),
  junit: () => import('./junit.ts').then((module) => module.junit),
  checkstyle: () => import('./checkstyle.ts').then((module) => module.checkstyle),
  github: () => import('./github.ts').then((module) => module.github),
  gitlab: () => import('./gitlab.ts').then((module) => module.gitlab),
  rdjson: () => import('./rdjson.ts').then((module) => module.rdjson),
  markdown: () => import('./markdown.ts').then((module) => module.markdown),
  csv: () => import('./csv.ts').then((module) => module.csv),
  html: () => import('./html.ts').then((module) => module.html),
  xlsx: () => import('./xlsx.ts').then((module) => module.xlsx),
};
