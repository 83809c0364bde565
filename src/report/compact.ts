import type { ReportFormat } from './reporter.ts';
import { safe } from './safe.ts';
import { placeOf } from './texts.ts';

/**
 * One line a violation, as compilers write it (GNU Coding Standards, "Formatting Error Messages"), so that editors
 * and grep find their way.
 */
export const compact: ReportFormat = {
  name: 'compact',
  about: { zh: '每处违规一行', en: 'one line for each violation' },
  open({ locale, write }) {
    return {
      verdict({ file, violations }) {
        for (const violation of violations) {
          const severity = locale.say(`severity.${violation.severity}`);
          const { message, rule } = violation;
          write(safe(`${placeOf({ ...violation, file })}: ${severity}: ${message} [${rule}]`).concat('\n'));
        }
      },
      // `run` has printed it on stderr already.
      problem() {},
      end() {},
    };
  },
};
