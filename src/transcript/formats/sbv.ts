import { type CueSyntax, TIME } from './cues.ts';
import type { Format } from './format.ts';
import { subtitles } from './subtitles.ts';

const SYNTAX: CueSyntax = {
  isTiming: /^\s*\d+:\d[^\s,]*,\d+:\d[^\s,]*\s*$/,
  timing: new RegExp(`^\\s*${TIME},${TIME}\\s*()$`),
  strictBlank: false,
};

const BEGINS = /^\s*\d+:\d\d:\d\d\.\d{3},\d+:\d\d:\d\d\.\d{3}[ \t]*[\r\n]/;

/** SubViewer, as YouTube writes it: a line `0:00:01.000,0:00:03.500`, the words, a blank line. */
export const sbv: Format = {
  name: 'sbv',
  about: { zh: 'SBV 字幕（YouTube）', en: 'SBV captions (YouTube)' },
  example: `0:00:01.000,0:00:03.500
坐席：您好，很高兴为您服务。

0:00:04.000,0:00:05.200
客户：我家停电了。
`,
  extensions: ['sbv'],
  recognise({ text, extension }) {
    if (BEGINS.test(text)) return 0.95;
    return extension === 'sbv' ? 0.7 : 0;
  },
  read: (source, options) => subtitles(source, options, SYNTAX),
};
