/** How people write what they would say to a customer, rather than saying it. */
import type { Language } from '../transcript/transcript.ts';

export interface SpeechWords {
  /** 我会说：, I would say: and labels; what follows is meant for the customer. */
  leads: readonly RegExp[];
  /** A line that the trainee has the customer say. */
  customerLine: RegExp;
  /** An example of what is not to be said, under a label that says so. */
  badExample: RegExp;
  /** Stands before quoted words that are the customer's, or that must not be said. */
  beforeForeignQuote: RegExp;
  /** Stands before words that must not be said. */
  beforeUnsaid: RegExp;
  /** A clause about the customer, not to the customer. */
  aboutCustomer: RegExp;
  /** The same with him and her for the customer: where somebody is addressed, they are a colleague. */
  aboutThem: RegExp;
  /** A clause that names what one would do. It counts only where nobody is addressed. */
  namesDeed: RegExp;
  /** A clause in which somebody is addressed. */
  addresses: RegExp;
  /** Stands right before words that are thereby not said. */
  negation: RegExp;
  /** Words for the same deed: a described step is recognised by any of those that name it. */
  deeds: readonly (readonly string[])[];
}

const ZH_SAY = '(?:回答|回复|答复|回应|解释说|说|讲)(?:道|到)?(?![明清服法过])';
const ZH_CUSTOMER = '(?:客户|用户|顾客|居民|住户|业主|群众|对方)(?:们)?';
const ZH_THEM = '[他她]们?';
const ZH_WHO = `(?:${ZH_CUSTOMER}|${ZH_THEM})`;
const zhAbout = (who: string): RegExp =>
  new RegExp(
    `(?:向|对|跟|给|为|让|请|帮|与|和|安抚|告知|告诉|感谢|询问|听|听取|倾听|问|使|劝|引导|了解|理解|记录|取得|得到|争取|征求|征得|获得|称呼|回应|答复|尊重)(?:好|这位|该)?${who}(?!经理|服务|代表|端|编号|名|号|信息|资料|中心|群|满意)`,
  );

const zh: SpeechWords = {
  leads: [
    new RegExp(
      `(?:我们?|本人|坐席|客服(?:人员)?|工作人员|抢修人员|员工)?(?:首先|先|然后|再|接着|最后|就)?(?:会|要|应该|应当|应|可以|将|就|来|得){0,4}` +
        `(?:首先|先|再|这样|这么|如此|[^，。！？；：:"“「\\n地]{0,4}地){0,3}(?:(?:对|跟|向|和)${ZH_WHO})?(?:${ZH_SAY}|告诉${ZH_WHO})\\s*[：:]\\s*`,
    ),
    /(?<=^|[，。！？；,\n])[ \t]{0,4}我们?(?:会|要|应该|可以|将)?(?:这样|这么)?(?:对客户|跟客户|对他|跟他)?(?:说|回答)(?![明清服法过到])[，,]?/,
    /^[ \t]*(?:答案?|回答|回复|答复|话术|参考话术|标准话术|应答|客服|坐席|座席|员工|工作人员|抢修人员|我|A)\s*[：:]\s*/im,
  ],
  customerLine: /^[ \t]*(?:客户|用户|顾客|对方|问|C|Q)\s*[：:].*$/im,
  badExample:
    /(?:错误|不规范|不恰当|不正确|反面)(?:的)?(?:说法|示范|示例|回答|用语|例子)?\s*[：:][^。！？!?\n]*|(?:服务)?(?:忌语|禁语|禁用语|反例)\s*[：:][^。！？!?\n]*/,
  beforeForeignQuote:
    /(?<![对跟向和给诉])(?:(?:客户|用户|顾客|对方|他|她|您|你)(?:刚才|之前|如果|要是|再)?(?:问|说|讲|抱怨|表示|提到)(?:道|的)?[：:，,]?)$/,
  beforeUnsaid:
    /(?:不(?:会|能|可以?|要|应该?|得|许|准)|别|避免|禁止|切忌|杜绝|绝不|而不是|不是)(?:再|直接|只是?|随便)?(?:(?:对|跟|向|和)(?:客户|他|她|对方))?(?:说|讲|用|出现|使用|回答|回复)?(?:出|到)?[：:，,]?["“「『‘]?$/,
  aboutCustomer: zhAbout(ZH_CUSTOMER),
  aboutThem: zhAbout(ZH_THEM),
  namesDeed:
    /^\s*(?:\d+\s*[.、)）]?|[一二三四五]是|第[一二三四五]步?)?(?:我|我们)?(?:首先|先|然后|再|接着|最后|之后|随后|其次|并且?|同时|会|要|应该|应当|应|需要?|可以|将)*(?:真诚|诚恳|耐心|主动|及时|礼貌|热情|积极|认真|诚挚)?地?的?(?:道歉|致歉|赔礼|安抚|解释|说明|告知|表示(?:歉意|理解|感谢|抱歉)|表达|倾听|聆听|询问|了解(?:情况|原因|清楚)|记录|感谢客户|道谢|道别|致谢|问候|问好)/,
  addresses: /[您你]/,
  negation:
    /(?:(?<![会能要可])不(?:会|能|要|可能)|不想|不用|不必|不需要?|无需|没必要|没有必要|不愿意?|不打算|拒绝|凭什么要?|为什么要|干[嘛吗]要?|才不会?|别|难道要?|(?:您|你|他|她|客户|你们|他们)(?:应该|该|得|必须|要|先)?(?:向|给|跟|对)(?:我|咱)们?(?:说|道|赔|表示)?|(?:应该|该|必须)(?:说|向|感谢))(?:我|你|您|跟|向|给|对|为|客户|他|她|们|再|说|去|来|帮|替|马上|立即|讲|一声|一句|["“”「『‘])*$/,
  deeds: [
    ['致歉', '道歉', '歉意', '赔礼', '抱歉'],
    ['安抚', '共情', '同理', '体谅', '理解', '情绪'],
    ['解释', '说明', '原因', '缘由'],
    ['感谢', '致谢', '道谢', '谢意'],
    ['道别', '告别', '再见', '结束语'],
    ['问候', '问好', '招呼', '迎接'],
    ['安排', '处理', '措施', '解决', '行动', '办法', '派人'],
    ['回访', '跟进', '反馈', '答复', '回电'],
    ['询问', '了解', '核实', '确认', '核对'],
  ],
};

const EN_CUSTOMER = '(?:the (?:customer|caller|client|user|guest))';
const EN_THEM = '(?:him|her|them)';
const EN_WHO = `(?:${EN_CUSTOMER}|${EN_THEM})`;
const enAbout = (who: string): RegExp =>
  new RegExp(
    `\\b(?:apologi[sz]e|explain|say|tell|ask|offer|thank|reassure|listen|speak|talk|reply|inform|advise|let|give|calm|help|assure|empathi[sz]e|acknowledge|follow up|understand)\\b(?:\\s+[a-z]+){0,3}?\\s+${who}\\b`,
    'i',
  );
const EN_DEED =
  '(?:(?:politely|calmly|kindly|sincerely|gently) [a-z]+|refuse|decline|apologi[sz]e|explain|empathi[sz]e|sympathi[sz]e|reassure|acknowledge|greet|listen|tell them|tell him|tell her)';

const en: SpeechWords = {
  leads: [
    new RegExp(
      `(?:i(?:['’]d| would| will|['’]ll| should| could| can)?(?: (?:first|then|simply|just|politely|calmly))?|(?:and|then))\\s*(?:say|reply|respond|answer|write|tell ${EN_WHO})(?: to ${EN_WHO})?(?: that| something like)?\\s*[:,]\\s*`,
      'i',
    ),
    new RegExp(
      `(?<=^|[.!?\\n]\\s*)i(?:['’]d| would| will|['’]ll)(?: first| then)? (?:say|reply|respond|answer)(?: to ${EN_WHO})?(?! to)\\s*`,
      'i',
    ),
    /^[ \t]*(?:my (?:answer|reply|response)|answer|reply|response|agent|me|a)\s*:\s*/im,
  ],
  customerLine: /^[ \t]*(?:customer|caller|client|user|c|q)\s*:.*$/im,
  badExample: /\b(?:wrong|bad|incorrect|(?:don['’]t|do not|never) say)\s*:\s*[^.!?\n]*/i,
  beforeForeignQuote:
    /\b(?:customer|caller|client|user|he|she|they|you)(?: just)? (?:says?|said|asks?|asked|complains?)[:,]?\s*$/i,
  beforeUnsaid:
    /\b(?:not|never|n['’]t|avoid|without|rather than|instead of)(?: (?:just|simply|ever|be|use|to|the words?|phrases? like))*(?: (?:say|saying|tell(?:ing)?(?: the customer| them)?|reply(?:ing)?|answer(?:ing)?))?[:,]?\s*["“‘']?$/i,
  aboutCustomer: enAbout(EN_CUSTOMER),
  aboutThem: enAbout(EN_THEM),
  namesDeed: new RegExp(
    `^\\s*(?:\\d+[.)]\\s*)?(?:(?:first(?:ly)?|second(?:ly)?|then|next|finally|also|and|after that|lastly|to)[ ,]*)*(?:i(?:['’]d| would| should)(?! like| love| hate| rather| prefer| be)(?: first| then| also)? [a-z]+|${EN_DEED})\\b`,
    'i',
  ),
  addresses: /\b(?:you|your|yours|you['’]\w+)\b/i,
  negation:
    /(?:\b(?:not|never|cannot|no need to|refuse to|rather not|why should i)|n['’]t)(?:\s+(?:be|going to|to|want to|need to|have to|say|say that|saying|think i should|even|really|be able to|at all|very|so|that|all that|going))*\s*$/i,
  deeds: [
    ['apology', 'apolog', 'sorry'],
    ['empath', 'sympath', 'acknowledg', 'understanding', 'reassur'],
    ['explain', 'explanation', 'reason', 'cause'],
    ['thank', 'gratitude', 'appreciat'],
    ['farewell', 'goodbye', 'closing', 'sign off', 'sign-off'],
    ['greet', 'hello', 'welcome'],
    ['action', 'fix', 'solution', 'resolve', 'next step', 'solve'],
    ['follow-up', 'follow up', 'get back', 'update', 'call back'],
    ['ask', 'question', 'check', 'confirm', 'verify'],
  ],
};

export const speechWords: Readonly<Record<Language, SpeechWords>> = { zh, en };
