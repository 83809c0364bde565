import { commands } from './en/commands.ts';
import { grading } from './en/grading.ts';
import { help } from './en/help.ts';
import { judging } from './en/judging.ts';
import { packs } from './en/packs.ts';
import { pages } from './en/pages.ts';
import { quality } from './en/quality.ts';
import { reports } from './en/reports.ts';
import { localeOf } from './locale.ts';

/** English. The same keys with the same slots as zh, which a test asserts. */
export const en = localeOf('en', [judging, reports, commands, help, packs, pages, grading, quality]);
