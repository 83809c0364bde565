import { createHash } from 'node:crypto';
import { jsonText } from '../texts.ts';
import { xmlText } from '../xml.ts';
import type { Assets } from './assets.ts';

/**
 * JSON inside a script element that does not run. `<` is written as an escape, so that no `</script>` or `<!--` of a
 * transcript is one for the HTML parser; halves of surrogate pairs, NUL and line separators are escapes already.
 */
export function dataElement(attribute: string, value: unknown): string {
  return `${openData(attribute)}${dataText(value)}</script>\n`;
}

export const openData = (attribute: string): string => `<script type="application/json" ${attribute}>`;

export function dataText(value: unknown): string {
  return jsonText(value).replaceAll('<', '\\u003c');
}

/**
 * What stands before the first transcript. The policy allows this page's own script and styles and nothing else: no
 * address can be asked for anything, whatever a transcript holds.
 */
export function head(language: 'zh' | 'en', title: string, loading: string, assets: Assets): string {
  const waiting = `<h1>${xmlText(title)}</h1><p class="loading">${xmlText(loading)}</p>`;
  return `${opening(language, title, assets)}<div id="app">${waiting}</div>\n`;
}

/** A whole page that is finished as it stands; its script is no more than a help. @param body markup */
export function page(language: 'zh' | 'en', title: string, body: string, assets: Assets): string {
  return `${opening(language, title, assets)}${body}\n<script>${assets.script}</script>\n</body>\n</html>\n`;
}

function opening(language: 'zh' | 'en', title: string, { script, style }: Assets): string {
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${xmlText(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
`;
}

/** What stands after the data. Where scripts are off, the numbers are still told. */
export function tail(lines: readonly string[], { script }: Assets): string {
  const told = lines.map((line) => `<p>${xmlText(line)}</p>`).join('');
  return `<noscript>${told}</noscript>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
