/**
 * @typedef {object} Row
 * @property {string} measure
 * @property {string} result
 * @property {string} [target]
 * @property {boolean} [met] where there is a target
 */

const COLUMNS = 80;
const INDENT = '    ';

/** In columns, or with what was measured in a line of its own where a terminal is too narrow for that. @param {Row[]} rows */
export function plainTable(rows) {
  const cells = rows.map(cellsOf);
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row, padded) =>
    row
      .map((cell, i) => cell.padEnd(padded[i] ?? 0))
      .join('  ')
      .trimEnd();
  const wide = cells.map((row) => line(row, widths));
  if (wide.every(({ length }) => length <= COLUMNS)) return wide.join('\n');
  return cells.map(([measure, ...rest]) => `${measure}\n${INDENT}${line(rest, widths.slice(1))}`).join('\n');
}

/** @param {Row[]} rows */
export function markdownTable(rows) {
  const cells = [['measure', 'result', 'target'], ...rows.map(cellsOf)];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length)));
  const [head, ...body] = cells.map(
    (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}

const cellsOf = ({ measure, result, target = '', met }) => [
  measure,
  result,
  met === undefined ? target : `${target}: ${met ? 'met' : 'not met'}`,
];

export const times = (ratio) => `${ratio.toFixed(2)} ×`;
export const milliseconds = (seconds) => `${(seconds * 1000).toFixed(0)} ms`;
export const rate = (megabytes, seconds) =>
  `${(megabytes / seconds).toFixed(megabytes / seconds < 10 ? 2 : 0)} MB/s`;
export const megabytesOf = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** @returns {Row} a ratio that should be at most so much */
export function atMost(limit, ratio, { measure, detail }) {
  return { measure, result: `${times(ratio)} (${detail})`, target: `≤ ${limit} ×`, met: ratio <= limit };
}

/** @returns {Row} a ratio that should be at least so much */
export function atLeast(limit, ratio, { measure, detail }) {
  return { measure, result: `${times(ratio)} (${detail})`, target: `≥ ${limit} ×`, met: ratio >= limit };
}
