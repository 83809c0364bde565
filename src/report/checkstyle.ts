import type { ReportFormat } from './reporter.ts';
import { fullMessage } from './texts.ts';
import { element, openTag, XML_HEADER } from './xml.ts';

/** Written as the newest that readers know; no schema was ever published, only what Checkstyle's XMLLogger writes. */
const VERSION = '4.3';

/** Checkstyle's XML, which most CI servers read: files with errors, and nothing of what was said around them. */
export const checkstyle: ReportFormat = {
  name: 'checkstyle',
  about: { zh: 'Checkstyle XML，供 CI 读取', en: 'Checkstyle XML, for CI servers' },
  open(context) {
    const { write } = context;
    /** A file may hold many transcripts: its element stays open until another file comes. */
    let open: string | undefined;
    const into = (file: string): void => {
      if (file === open) return;
      close();
      write(`  ${openTag('file', { name: file })}\n`);
      open = file;
    };
    const close = (): void => {
      if (open !== undefined) write('  </file>\n');
      open = undefined;
    };
    write(`${XML_HEADER}${openTag('checkstyle', { version: VERSION })}\n`);
    return {
      verdict({ file, violations }) {
        into(file);
        for (const violation of violations) {
          const { line, column, severity, rule } = violation;
          const message = fullMessage(violation, context);
          const source = `courtesy.${rule}`;
          write(`    ${element('error', { line, column, severity, message, source })}\n`);
        }
      },
      problem({ file, line, column, message }) {
        into(file);
        const source = 'courtesy.input';
        write(`    ${element('error', { line: line ?? 0, column, severity: 'error', message, source })}\n`);
      },
      end() {
        close();
        write('</checkstyle>\n');
      },
    };
  },
};
