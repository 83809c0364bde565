import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { formats } from './index.ts';
import { printBytes, sample } from './sample.ts';

/** file:line:column */
type Place = string;

interface Positioned {
  file: string;
  violations: { line: number; column: number }[];
}

const verdicts = [sample.hotline, sample.chat, sample.clean, sample.unscored];
const expected = placesOf(verdicts);

function placesOf(list: Positioned[]): Place[] {
  return list.flatMap(({ file, violations }) =>
    violations.map(({ line, column }) => `${file}:${line}:${column}`),
  );
}

function all(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map(([, file, line, column]) => `${file}:${line}:${column}`);
}

/** How a format is read back by those who read it. */
const places: Record<string, (bytes: Buffer) => Place[] | Promise<Place[]>> = {
  stylish: (bytes) => all(bytes.toString(), /^ {2}(\S+):(\d+):(\d+)/gm),
  compact: (bytes) => all(bytes.toString(), /^(.+?):(\d+):(\d+): /gm),
  json: (bytes) => placesOf(JSON.parse(bytes.toString()).transcripts),
  jsonl: (bytes) =>
    placesOf(
      bytes
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ),
  sarif: (bytes) =>
    JSON.parse(bytes.toString()).runs[0].results.map((result: SarifResult) => {
      const { artifactLocation, region } = result.locations[0]!.physicalLocation;
      return `${decodeURI(artifactLocation.uri)}:${region.startLine}:${region.startColumn}`;
    }),
  junit: (bytes) => all(bytes.toString(), /<(?:failure [^>]*|system-out)>(?:\S+ )?(\S+):(\d+):(\d+): /g),
  checkstyle(bytes) {
    let file = '';
    const found: Place[] = [];
    for (const [, name, line, column] of bytes
      .toString()
      .matchAll(/<(?:file name="([^"]*)"|error line="(\d+)" column="(\d+)")/g)) {
      if (name !== undefined) file = name;
      else found.push(`${file}:${line}:${column}`);
    }
    return found;
  },
  github: (bytes) => all(bytes.toString(), /^::\w+ file=([^,]*),line=(\d+),endLine=\d+,col=(\d+)/gm),
  gitlab: (bytes) =>
    JSON.parse(bytes.toString()).map(({ location }: GitlabIssue) => {
      const { line, column } = location.positions.begin;
      return `${location.path}:${line}:${column}`;
    }),
  // Columns of the range are in bytes and need the file itself, which byte-columns.test.ts has.
  rdjson: (bytes) =>
    JSON.parse(bytes.toString()).diagnostics.map(({ location, original_output: said }: Diagnostic) => {
      const [, file, line, column] = /^(.+?):(\d+):(\d+): /.exec(said) ?? [];
      expect(location).toMatchObject({ path: file, range: { start: { line: Number(line) } } });
      return `${file}:${line}:${column}`;
    }),
  markdown: (bytes) => all(bytes.toString(), /^\| (\S+?):(\d+):(\d+) \|/gm),
  csv: (bytes) =>
    (parse(bytes, { bom: true, columns: true }) as Record<string, string>[]).map(
      (row) => `${row.文件}:${row.行}:${row.列}`,
    ),
  async xlsx(bytes) {
    const [heading, ...rows] = await readSheet(bytes, '违规');
    const at = (name: string): number => heading!.indexOf(name);
    return rows.map((row) => `${row[at('文件')]}:${row[at('行')]}:${row[at('列')]}`);
  },
};

/** Read in a browser by its own test. */
const elsewhere = ['html'];

test.each(Object.keys(formats).filter((name) => !elsewhere.includes(name)))(
  '%s shows every violation at the file, line and column of the verdict',
  async (name) => {
    const bytes = await printBytes(await formats[name]!(), verdicts);
    const found = await places[name]!(bytes);
    // Annotations stand worst first.
    expect([...found].sort()).toEqual([...expected].sort());
  },
);

interface SarifResult {
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string };
      region: { startLine: number; startColumn: number };
    };
  }[];
}

interface GitlabIssue {
  location: { path: string; positions: { begin: { line: number; column: number } } };
}

interface Diagnostic {
  location: unknown;
  original_output: string;
}
