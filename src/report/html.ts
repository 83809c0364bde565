import type { Summary } from '../judge/verdict.ts';
import { readAssets } from './html/assets.ts';
import { PAGE, type PageData, ROWS, TALK } from './html/data.ts';
import { labelsOf } from './html/labels.ts';
import { Wire } from './html/rows.ts';
import { dataElement, dataText, head, openData, tail } from './html/shell.ts';
import type { ReportContext, ReportFormat } from './reporter.ts';
import { Spool } from './spool.ts';

/** How many pieces are written before the event loop gets a turn to pass them on. */
const BURST = 16;
/** Inputs that could not be read are named up to this many. */
const MOST_PROBLEMS = 200;

/**
 * One file that a browser opens by itself. Each conversation is written as it comes and parsed when it is opened;
 * the short rows of the table are spooled and follow them, then all that is known only at the end.
 */
export const html: ReportFormat = {
  name: 'html',
  about: {
    zh: '单个网页：总览、筛选、逐句标注的对话',
    en: 'one web page: overview, filters, conversations with every place marked',
  },
  open(context) {
    const { locale, write } = context;
    const assets = readAssets('page');
    const wire = new Wire(context);
    const rows = new Spool();
    const problems: string[] = [];
    let count = 0;
    write(head(locale.name, locale.say('html.title'), locale.say('html.loading'), assets));
    return {
      verdict(verdict) {
        rows.add(`${count++ > 0 ? ',\n' : ''}${dataText(wire.row(verdict))}`);
        write(dataElement(`class="${TALK}"`, wire.talk(verdict)));
      },
      problem({ file, line, message }) {
        if (problems.length < MOST_PROBLEMS) {
          problems.push(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
        }
      },
      async end(summary) {
        write(`${openData(`id="${ROWS}"`)}[`);
        let pieces = 0;
        for (const piece of rows.drain()) {
          write(piece);
          if (++pieces % BURST === 0) await new Promise(setImmediate);
        }
        const about = aboutLines(context, summary);
        const data: PageData = {
          language: locale.name,
          labels: labelsOf(locale),
          ...wire.names,
          about,
          problems,
        };
        write(`]</script>\n${dataElement(`id="${PAGE}"`, data)}`);
        write(tail([locale.say('html.noscript'), ...about, ...countLines(context, summary)], assets));
      },
    };
  },
};

function aboutLines({ locale, packs, version }: ReportContext, summary: Summary): string[] {
  const { files, transcripts, turns } = summary;
  const named = packs.map(({ name, version, rules }) => locale.say('summary.pack', { name, version, rules }));
  const rules = packs.reduce((sum, pack) => sum + pack.rules, 0);
  return [
    locale.say('summary.checked', { files, transcripts, turns }),
    locale.say('summary.packs', { rules, packs: named.join(locale.say('report.joiner')) }),
    `courtesy ${version}`,
  ];
}

function countLines({ locale }: ReportContext, { errors, warnings, infos, known, score }: Summary): string[] {
  return [
    locale.say('summary.errors', { count: errors }),
    locale.say('summary.warnings', { count: warnings }),
    locale.say('summary.infos', { count: infos }),
    ...(known ? [locale.say('summary.known', { count: known })] : []),
    score === null ? locale.say('summary.no-score') : locale.say('summary.score', { score }),
  ];
}
