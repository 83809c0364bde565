/**
 * @typedef {object} Row
 * @property {string} measure
 * @property {string} result
 * @property {string} [target]
 * @property {boolean} [met] where there is a target
 */

/** @param {Row[]} rows */
export function plainTable(rows) {
  const cells = rows.map(cellsOf);
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
