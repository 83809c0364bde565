import { sentences } from '../text/sentences.ts';
import { guarded, signsOf } from '../text/signs.ts';
import type { Entity } from './entity.ts';
import { isChinese, partsOf } from './utterance.ts';

/** A clause longer than this is read in part: nobody asks at such length. */
const LONGEST = 400;

const ENDS_OPEN = guarded(/\?["'”’)」』\]\s~!。.…]*$/);
const WORD = /[a-z\d\u3400-\u9fff]/;
const CLAUSE = /[,;:\n。!?…]/;
const TAIL = /[\s"'”’)」』\]~!。.…啊呀哈哦喔噢嘞诶]+$/;

/** Wordings with a question word in them that ask nothing. They are taken out before the question words are looked for. */
const NO_QUESTION = new RegExp(
  [
    '没有?(?:个)?(?:什么|啥|多少|几个|几天)',
    '没多[久大少长远]',
    '(?:不管|无论|不论|随便|任凭|甭管|不知道?|不清楚|不确定|没确定|没想好|没定|不好说|说不准|不晓得|别管)[^,]{0,16}',
    '(?:什么(?:时候|样|地方)?|啥|谁|哪[里儿个些天种家]?|怎么样?|多少|几点|多久)[^,吗呢]{0,5}(?:都|也)(?!是|不是)',
    '不怎么|没怎么|怎么[着样]?都|怎么[也]',
    '多少(?:有|会|还|能|给)[点些]?|多多少少',
    '几乎|几率|几何|茶几',
    '哪怕|哪[有能敢会知]|哪里哪里|[天看]哪',
    '(?:什么|啥)的$',
    '谁知道?|怎么说呢',
    '(?:这|那|前|后|过|好|十|近|再|等|隔|有限|(?:推荐|介绍|发|找|选|挑|带|给)[您你]?|看了|只有|最后|多[\u4e00-\u9fff])几[^,]?',
    '(?:^|[也就还都里边])有几[^,]',
    '(?:客气|谢)(?:什么|啥)',
    '([时动])不\\1|差不多|不得不|了不[起得]|对不起|要不(?!要)|三不|一不|什么什么',
  ].join('|'),
  'g',
);
/** Somebody knows, checks or tells what, how, whether. */
const TOLD = guarded(
  /(?:知道|清楚|了解|明白|核实|确认|核对|查|检查|检测|告诉|告知|说明|介绍|记得|教|取决|根据|研究|商量|讨论|决定|看看|看一?下|问一?下|问问|说一?下|讲一?下|想想|试试|试一?下|判断|解释|反馈|注明|忘了?|通知|明确|保证|考虑一?下|看具体|(?:^|我|再|先|具体|就|得)看|以及|关于)[了您你我他她们这那的]{0,4}[^,]{0,10}$/,
);
const ASKED = guarded(
  /请问|想问|请教|问您|问你|(?:您|你)(?:们|这边)?(?:大概|具体|还|是)?(?:想|要|需要|打算|准备|希望)/,
);
const QUESTION_WORD =
  /什么|啥|怎么|怎样|如何|为何|咋|干嘛|多少|多久|多长时间|多[大远高重宽长](?=的?$|[的呢了呀])|几(?:点|天|个|位|号|时|楼|月|年|次|口|套|层|居|室|岁|种|房|分|折|块|张|台|户|人|成|栋|期)(?=[^,]{0,5}$)|哪(?:[里儿个些位种家套天一边年月号款方几的]|$)|谁(?!家都)|是否|([\u4e00-\u9fff])[不没]\1|可不可以|方不方便|愿不愿意|需不需要|清不清楚|满不满意|知不知道|喜不喜欢/g;
const WHETHER = guarded(
  /吗(?!啡)|(?<![什怎这那要多])么$|(?:[了到过好完])没有?$|(?:可以|行|对|在|能|要|好|方便|兴趣|考虑|需要|看|考虑一下|是)不$|(?:是|要|用|想|选|办|喜欢)[^,]{1,12}还是[^,吧了]{1,14}$/,
);
const NO_CHOICE = guarded(
  /(?:不管|无论|不论)|(?<![您你问])还是(?:先|建议|要|得|很|比较|不|没|有|挺|蛮|可以|能|会|在|这|那)/,
);
/** 您的地址呢: a topic this short with 呢 asks about it; 是呢 and 还在查呢 say something. */
const LONGEST_TOPIC = 8;
const STATED = guarded(/[还正着才都就可不没很挺真太好有是会能多少行对嗯哦谢了做住卖在]/);
const TOPIC = guarded(
  /^(?:那|请问|其[他它]|别的|剩下|另外)|[您你]|(?:地址|电话|户号|姓名|名字|号码|价格|时间|身份证|证件|楼层|房号|原因)$/,
);
const UP_TO_YOU = guarded(
  /(?:(?<![您你])看|取决于|根据|按)(?:您|你)(?:们|这边)?(?:是|具体|自己)?(?:想|要|需要|选|喜欢)?$/,
);
/** 能不能谈业主没说: the question is not put to the hearer. */
const UNKNOWN = guarded(/(?:没说|没定|不知道|不清楚|不确定|不好说|再说|看情况)$/);
const IF_ANY = guarded(/^(?:什么|啥)[^,]{0,8}(?:随时|联系|请|欢迎|尽管|再|致电|拨打|的话|可以(?!帮|为|效))/);
const CALL_IF = guarded(/有(?:任何)?(?:什么|啥)[^,]{0,8}$/);
const CALL = guarded(/随时|联系|可以|请|欢迎|尽管|问我|找我|再|说|咨询|致电|拨打|告诉|都|直接|我/);

const AUXILIARY =
  "(?:do|does|did|is|are|was|were|can|could|will|would|shall|should|may|might|have|has|had|am|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't)";
const SUBJECT =
  '(?:you|i|we|they|he|she|it|there|this|that|these|those|the|your|my|our|any|anyone|anybody|anything|someone|all|everything|everyone)';
/** Greetings and the like that come before what is asked. */
const OPENING =
  "(?:(?:ok|okay|so|and|but|or|well|hi|hello|hey|sorry|please|thanks|thank you|alright|all right|right|great|sure|now|then|also|yes|no|oh|um|uh|sir|madam|ma'am|perfect|excellent|good morning|good afternoon|good evening)[, ]+){0,4}";
const INVERTED = new RegExp(`^${OPENING}${AUXILIARY} (?:not )?${SUBJECT}\\b`);
const WH = "(?:what|where|when|who|whom|whose|which|why|how)(?:'s|'re|'d|'ll)?";
const WH_FIRST = new RegExp(
  `^${OPENING}(?:(?:on|at|in|for|to|from|with|by|about|until|since) )?(?:${WH}(?: (?:[a-z'-]+ ){0,4}?${AUXILIARY}\\b|(?<='s|'re|'d|'ll) )|why not\\b|(?:what|how) about\\b|how come\\b|how (?:many|much|long|often|far)$|what (?:happened|went|caused|made)\\b|who (?:[a-z]+s|told|gave|sent|called|said|made|took) )`,
);
/** Wishes, conditions and commands that begin with an auxiliary. */
const NO_INVERSION = new RegExp(
  `^${OPENING}(?:should (?:you|there|any|anything|the)|had (?:i|we|you|it|the)|were (?:i|we|you|it)|may (?:you|your|the|all)|do (?:the|this|that|it|your|all|these|those|my|our)|have (?:you|your|the|a|all|this|it) (?:ready|with|on|a|day|handy)|have (?:your|the|a|this|it|my|our|all)|will (?:the|you) be\\b(?=.*\\.$))`,
);
const WH_CLAUSE =
  /^(?:[a-z]+, )*(?:what|how) (?:a|an|nice|great|wonderful|lovely|kind)\b|^(?:when|where|which|who|what|how)(?:ever)? (?:you|i|we|they|he|she|it|the|your) |^what (?:i|we|you|it)\b|^which (?:should|can|could|will|would|has|have|may|might|do|does|did|was|were)/;

/** Sentences that ask, by a question mark or, as recognised speech has none, by their wording. */
export const question: Entity = {
  name: 'question',
  about: {
    zh: '疑问句：以问号、吗/呢 结尾，或有疑问词、正反问',
    en: 'a sentence that asks, by its question mark or by its wording',
  },
  examples: {
    yes: [
      '你电话多少',
      '请问您贵姓?',
      '您方便吗',
      '什么时候断的网',
      '您要办理哪个套餐',
      '为什么要登记',
      '灯亮不亮',
      '有没有收到短信',
      '您那边几点方便',
      '您的地址呢',
      '修好了没有',
      '请问有什么可以帮您',
      '是移动还是联通',
      '您好,请问是王先生吗我是供电公司的',
      'What is your account number',
      'Could you tell me your name',
      'May I have your name, please',
      'ok, do you see a red light',
      'On what day would you like to come',
      'Right?',
    ],
    no: [
      '没什么',
      '什么都行',
      '不管怎么样我们都会处理',
      '多少有点影响',
      '有什么问题随时联系我',
      '有什么需要,请拨10000号。',
      '我看看是什么原因',
      '不知道怎么回事。',
      '还在查呢',
      '是呢',
      '这几天比较忙',
      '哪怕晚一点也可以',
      '对不起',
      '差不多了',
      '我核实一下是不是欠费',
      'Should you need anything, let us know.',
      'When you arrive, call us.',
      'Have a nice day.',
      'Do the following steps.',
      'What a nice day',
      '?',
    ],
  },
  spans({ text }) {
    return partsOf(text, sentences(text), (sentence) => (asks(sentence) ? [0, sentence.length] : null));
  },
};

function asks(sentence: string): boolean {
  if (!WORD.test(sentence)) return false;
  const signs = signsOf(sentence);
  if (ENDS_OPEN.test(sentence.slice(-20), signs)) return true;
  const clauses = sentence.slice(-LONGEST).split(CLAUSE);
  if (!isChinese(sentence))
    return (
      clauses.some((clause, index) => asksInEnglish(clause.trim(), index === 0)) ||
      asksInEnglish(sentence.slice(0, LONGEST), true)
    );
  return clauses.some((clause, index) =>
    asksInChinese(clause.replace(TAIL, ''), clauses.slice(index + 1).join(',')),
  );
}

function asksInChinese(clause: string, rest: string): boolean {
  const signs = signsOf(clause);
  const leftOpen = clause.endsWith('呢');
  const said = leftOpen ? clause.slice(0, -1) : clause;
  if (leftOpen && said.length <= LONGEST_TOPIC && TOPIC.test(said, signs) && !STATED.test(said, signs))
    return true;
  if (leftOpen && said.includes('还是') && !NO_CHOICE.test(said, signs)) return true;
  if (WHETHER.test(said, signs) && !NO_CHOICE.test(said, signs)) return true;
  if (!guarded(QUESTION_WORD).mayMatch(signs)) return false;
  const plain = guarded(NO_QUESTION).mayMatch(signs) ? said.replace(NO_QUESTION, '') : said;
  for (const { index } of plain.matchAll(QUESTION_WORD)) {
    const before = plain.slice(0, index);
    if (UP_TO_YOU.test(before, signs) || (TOLD.test(before.slice(-20), signs) && !ASKED.test(before, signs)))
      continue;
    if (CALL_IF.test(said, signs) && CALL.pattern.test(rest)) continue;
    const after = plain.slice(index);
    if (UNKNOWN.test(after, signs) || (before.endsWith('有') && IF_ANY.test(after, signs))) continue;
    return true;
  }
  return false;
}

function asksInEnglish(clause: string, first: boolean): boolean {
  if (INVERTED.test(clause)) return !NO_INVERSION.test(clause);
  return first && WH_FIRST.test(clause) && !WH_CLAUSE.test(clause);
}
