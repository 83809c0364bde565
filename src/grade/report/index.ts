import type { GradeFormat } from './format.ts';

/** The formats by the name that `courtesy grade --format` takes. A format's module is loaded only when it is asked for. */
export const gradeFormats: Record<string, () => Promise<GradeFormat>> = {
  table: () => import('./table.ts').then((module) => module.table),
  json: () => import('./json.ts').then((module) => module.json),
  html: () => import('./html.ts').then((module) => module.html),
  xlsx: () => import('./xlsx.ts').then((module) => module.xlsx),
  csv: () => import('./csv.ts').then((module) => module.csv),
  md: () => import('./md.ts').then((module) => module.md),
};
