import { type CueSyntax, TIME } from './cues.ts';
import type { Format } from './format.ts';
import { subtitles } from './subtitles.ts';

const SYNTAX: CueSyntax = {
  isTiming: /-->/,
  timing: new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}(?:\\s+(.*))?$`),
  strictBlank: true,
  header: /^WEBVTT(?:[ \t]|$)/,
  aside: /^(?:NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$|X-TIMESTAMP-MAP)/,
};

/**
 * WebVTT: cues with or without names and settings, voice tags (`<v 坐席>`, `<v.loud Mary>`), `NOTE`, `STYLE` and
 * `REGION` blocks, cue tags and character references. The parsers on npm give no offsets, so the mapping is here; it
 * follows https://www.w3.org/TR/webvtt1/#file-parsing and is laxer where that would drop somebody's words: a missing
 * header and broken times are noted, unknown tags are words.
 */
export const vtt: Format = {
  name: 'vtt',
  about: {
    zh: 'WebVTT 字幕（<v 坐席> 或“坐席：”标出说话人）',
    en: 'WebVTT captions (speakers by <v Name> or "Name:")',
  },
  example: `WEBVTT

NOTE a call of 17 February

1
00:00:01.000 --> 00:00:03.500
<v 坐席>您好，很高兴为您服务。</v>

2
00:00:04.000 --> 00:00:05.200
<v 客户>我家停电了。</v>
`,
  extensions: ['vtt'],

  recognise({ text, extension }) {
    if (SYNTAX.header!.test(text.split(/[\r\n]/, 1)[0]!)) return 1;
    return extension === 'vtt' ? 0.7 : 0;
  },

  *read(source, options) {
    if (!SYNTAX.header!.test(source.sample().text.split(/[\r\n]/, 1)[0]!)) {
      source.note({ key: 'subtitle.no-header' }, { line: 1, column: 1 });
    }
    yield* subtitles(source, options, SYNTAX, (text) => {
      const language = /^WEBVTT[^\n]*\n(?:.+\n)*?Language:[ \t]*(\S+)/i.exec(text)?.[1];
      return language === undefined ? {} : { language };
    });
  },
};
