import type { ReportFormat } from './reporter.ts';

/** The formats by the name that `--format` takes. A format's module is loaded only when it is asked for. */
export const formats: Record<string, () => Promise<ReportFormat>> = {
  stylish: () => import('./stylish.ts').then((module) => module.stylish),
  json: () => import('./json.ts').then((module) => module.json),
  jsonl: () => import('./jsonl.ts').then((module) => module.jsonl),
};
