import { type Entity, find } from './entity.ts';

const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}(?:@| ?艾特 ?| at (?=[a-z0-9-]{1,63} dot ))(?:[a-z0-9-]{1,63}(?:\.| ?点 ?| dot )){1,6}[a-z]{2,24}(?![a-z0-9-])/g;

/** Mail addresses in the plain form of RFC 5322 (dot-atom), written or read out with 艾特 … 点 or at … dot. */
export const email: Entity = {
  name: 'email',
  about: { zh: '电子邮箱地址', en: 'a mail address' },
  examples: {
    yes: [
      '发到zhang.san@example.com就行',
      '邮箱是ＡＢＣ＠１６３．ｃｏｍ',
      'abc123艾特qq点com',
      'jane at example dot org',
    ],
    no: ['关注@小助手', 'a@b', '请把邮箱发我', 'meet me at example.com'],
  },
  spans({ text }) {
    return find(EMAIL, text);
  },
};
