import type { GradeFormat } from './format.ts';

/** The formats by the name that `courtesy grade --format` takes. A format's module is loaded only when it is asked for. */
export const gradeFormats: Record<string, () => Promise<GradeFormat>> = {
  table: () => import('./table.ts').then((module) => module.table),
  json: () => import('./json.ts').then((module) => module.json),
  html: () => import('./html.ts').then((module) => module.html),
};
