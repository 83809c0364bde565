import { kept } from '../kept.ts';
import { clauses } from '../text/sentences.ts';
import type { Entity } from './entity.ts';
import { requestInEnglish } from './request-en.ts';
import { requestInChinese } from './request-zh.ts';
import { isChinese, partsOf } from './utterance.ts';

/** Clauses are short and come again and again. */
const inChinese = kept(requestInChinese, 16_384);

/** What is asked of somebody is said within this; the rest of a longer clause is read no further. */
const LONGEST = 300;

/** Clauses in the imperative, polite or not, in which the hearer is asked to do something. */
export const request: Entity = {
  name: 'request',
  about: {
    zh: '祈使的请求：要对方做（或不做）某事；说自己要做的、提议、问事实的不算',
    en: 'an imperative addressed to the hearer; not offers, questions or what the speaker does',
  },
  examples: {
    yes: [
      '把身份证号报一下。',
      '身份证拿来。',
      '你重启一下。',
      '你别动那个。',
      '签个字。',
      '请您报一下证件号后四位,好吗?',
      '请出示您的证件。',
      '麻烦您先不要动那根线,好吗?',
      '等一下。',
      '坐那儿。',
      '去2号窗口办。',
      '名字说一下',
      '您先坐',
      '留个电话',
      '自己看去。',
      '明天再来吧。',
      '过来签字',
      '开门。',
      '你得去营业厅办理',
      '我们这边需要您提供一下户号',
      '稍等,我帮您查',
      '发我',
      '不要挂电话',
      'Send me your ID.',
      'Please hold while I check.',
      'You need to call the bank.',
      "Don't touch that.",
      'If it fails, restart the router.',
      'Hold on.',
    ],
    no: [
      '我帮您查一下',
      '我看一下',
      '我们会尽快处理',
      '您可以到营业厅办理',
      '您重启了吗',
      '客户把手机拿来了',
      '您方便提供一下户号吗',
      '师傅会给您打电话',
      '请问您贵姓',
      '请您放心',
      '给您添麻烦了',
      '已经申请了',
      '如果您重启一下的话',
      '您报的故障修好了',
      '别担心',
      '这套房子不错',
      '把您的问题反馈给技术部',
      "I'll check that for you.",
      'Could you tell me your name?',
      'You have two options.',
      'Check-in is at 3 pm.',
      'Thank you for waiting.',
      'Let me check.',
      'Do you need to call?',
    ],
  },
  spans({ text }) {
    let first = true;
    return partsOf(text, clauses(text), (clause) => {
      const opening = first;
      first = /[.。!?;…]["”')」』]*$/.test(clause.slice(-6));
      const part = clause.slice(0, LONGEST);
      return isChinese(part) ? inChinese(part) : requestInEnglish(part, opening);
    });
  },
};
