import type { Notice, ReadReport } from './formats/format.ts';
import { type ReadRequest, readSource } from './read.ts';
import { roleTable } from './roles.ts';
import { sourceOf } from './source.ts';
import type { Position, Transcript } from './transcript.ts';

/** For tests: a report that keeps what it is told. */
export function keptReport(): ReadReport & { problems: Notice[]; notes: Notice[] } {
  const problems: Notice[] = [];
  const notes: Notice[] = [];
  return {
    problems,
    notes,
    problem: (notice) => problems.push(notice),
    note: (notice) => notes.push(notice),
  };
}

export interface ReadResult {
  transcripts: Transcript[];
  problems: Notice[];
  notes: Notice[];
}

/** For tests: all that a file of this name and content gives. @param content bytes, or text written as UTF-8 */
export async function readContent(
  file: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  request: Partial<ReadRequest> = {},
): Promise<ReadResult> {
  const report = keptReport();
  const { encoding } = request;
  const source = sourceOf(file, content, { report, ...(encoding && { encoding }) });
  const transcripts: Transcript[] = [];
  const asked: ReadRequest = { options: { roles: roleTable() }, ...request, report };
  for await (const transcript of readSource(source, asked)) transcripts.push(transcript);
  return { transcripts, problems: report.problems, notes: report.notes };
}

/** For tests: the lines of a file as an editor counts them, so that a position can be read back. */
export class Editor {
  private readonly lines: string[];

  constructor(text: string) {
    this.lines = text.split(/\r\n|\r|\n/);
  }

  /** What stands at a position, `length` UTF-16 units of it. */
  read({ line, column }: Position, length = 1): string {
    return (this.lines[line - 1] ?? '').slice(column - 1, column - 1 + length);
  }
}
