import type { Severity } from '../judge/verdict.ts';
import { ByteColumns } from './byte-columns.ts';
import type { ReportFormat } from './reporter.ts';
import { fullMessage, jsonText, placeOf, wellFormed } from './texts.ts';

/** https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto */
interface Diagnostic {
  message: string;
  location: { path: string; range: { start: Position; end?: Position } };
  severity: 'ERROR' | 'WARNING' | 'INFO';
  code: { value: string };
  /** Place and message as courtesy itself says them, with columns in UTF-16 code units. */
  original_output: string;
}

interface Position {
  line: number;
  /** In bytes of UTF-8. Left out where the file's line cannot be read again. */
  column?: number;
}

const LEVEL: Record<Severity, Diagnostic['severity']> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** Reviewdog's diagnostic format: comments on pull requests of any code host. */
export const rdjson: ReportFormat = {
  name: 'rdjson',
  about: { zh: 'reviewdog 诊断格式', en: 'reviewdog diagnostic format' },
  open(context) {
    const { write } = context;
    const columns = new ByteColumns();
    let first = true;
    write('{"source":{"name":"courtesy"},\n"diagnostics":[');
    return {
      verdict({ file, violations }) {
        for (const violation of violations) {
          const { line, column, endLine, endColumn, rule, severity } = violation;
          const start: Position = { line, column: columns.at(file, line, column) };
          const end: Position = { line: endLine, column: columns.at(file, endLine, endColumn) };
          const diagnostic: Diagnostic = {
            message: wellFormed(fullMessage(violation, context)),
            location: { path: wellFormed(file), range: { start, end } },
            severity: LEVEL[severity],
            code: { value: rule },
            original_output: wellFormed(`${placeOf({ ...violation, file })}: ${violation.message}`),
          };
          write(`${first ? '' : ','}\n${jsonText(diagnostic)}`);
          first = false;
        }
      },
      problem() {},
      end() {
        write(`${first ? '' : '\n'}]}\n`);
      },
    };
  },
};
