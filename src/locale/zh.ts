import { localeOf } from './locale.ts';
import { commands } from './zh/commands.ts';
import { grading } from './zh/grading.ts';
import { judging } from './zh/judging.ts';
import { packs } from './zh/packs.ts';
import { quality } from './zh/quality.ts';
import { reports } from './zh/reports.ts';

/** Chinese. Flat tables by what they are about; en has the same keys with the same slots, which a test asserts. */
export const zh = localeOf('zh', { ...judging, ...commands, ...packs, ...reports, ...grading, ...quality });
