import { readAssets } from '../../report/html/assets.ts';
import { page } from '../../report/html/shell.ts';
import type { GradeFormat } from './format.ts';
import { classPage } from './html/class-page.ts';
import { el, htmlOf } from './html/markup.ts';
import { traineePage } from './html/trainee.ts';

/**
 * One file that a browser opens by itself: the class, then a page for each trainee. All of it is there without a
 * script, which only sorts the grade book and turns pages by keys.
 */
export const html: GradeFormat = {
  name: 'html',
  about: {
    zh: '单个网页:成绩册、班级统计、每人一页的批改',
    en: 'one web page: grade book, class statistics, a marked page for each trainee',
  },
  write(book, { locale, version }) {
    const pages = book.sheets.map((_, index) => traineePage(book, index, locale));
    const body = el(
      'main',
      {},
      classPage(book, locale),
      pages,
      el(
        'footer',
        {},
        el('p', {}, [`courtesy ${version}`, ...book.exercise.pack, locale.say('book.keys')].join(' · ')),
      ),
    );
    return page(locale.name, book.exercise.title, htmlOf(body), readAssets('grades'));
  },
};
