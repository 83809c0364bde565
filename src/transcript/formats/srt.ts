import { type CueSyntax, TIME } from './cues.ts';
import type { Format } from './format.ts';
import { subtitles } from './subtitles.ts';

const ARROW = '\\s*-->\\s*';

const SYNTAX: CueSyntax = {
  isTiming: /-->/,
  timing: new RegExp(`^\\s*${TIME}${ARROW}${TIME}(?:\\s+(.*))?$`),
  strictBlank: false,
};

const BEGINS = new RegExp(`^\\s*(?:\\d+[ \\t]*(?:\\r\\n?|\\n))?[ \\t]*${TIME}${ARROW}${TIME}`);

/**
 * SubRip: a number, a line of times, the words, a blank line. There is no written standard; this reads what players
 * read: a point for the comma, missing numbers and blank lines, tags of HTML and `{\an8}`.
 */
export const srt: Format = {
  name: 'srt',
  about: { zh: 'SubRip 字幕（“坐席：”标出说话人）', en: 'SubRip subtitles (speakers by "Name:")' },
  example: `1
00:00:01,000 --> 00:00:03,500
坐席：您好，很高兴为您服务。

2
00:00:04,000 --> 00:00:05,200
客户：我家停电了。
`,
  extensions: ['srt'],
  recognise({ text, extension }) {
    if (BEGINS.test(text)) return extension === 'vtt' ? 0.5 : 0.9;
    return extension === 'srt' ? 0.7 : 0;
  },
  read: (source, options) => subtitles(source, options, SYNTAX),
};
