import { localeOf } from './locale.ts';
import { commands } from './zh/commands.ts';
import { grading } from './zh/grading.ts';
import { help } from './zh/help.ts';
import { judging } from './zh/judging.ts';
import { packs } from './zh/packs.ts';
import { pages } from './zh/pages.ts';
import { quality } from './zh/quality.ts';
import { reports } from './zh/reports.ts';

/**
 * Chinese. Flat tables by what they are about, those first that a plain check asks; each is made when it is first asked.
 * en has the same keys with the same slots, which a test asserts.
 */
export const zh = localeOf('zh', [judging, reports, commands, help, packs, pages, grading, quality]);
