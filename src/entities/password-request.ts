import { apart, type Entity, find } from './entity.ts';

const SECRET = '(?:密码|验证码|校验码|动态码|动态口令|口令|安全码|识别码|cvv2?|cvc|pin码?)';
const LINK = '[^。!?;\\n…]';
const YOUR = '(?:您|你|客户)';
const TELL = '(?:告诉|告知|报|说|发|念|读|提供|给|传|发送|写|回复|留)';
const TO_ME = '(?:一?下|一遍|过来|给我们?|我们?|出来|到这|至我)';

const PATTERNS = [
  // 把您的密码告诉我, 密码报一下, 验证码念给我听
  `(?:[把将请]${LINK}{0,6})?(?:${YOUR}的?)?${LINK}{0,4}${SECRET}[也都再先]?(?:请|麻烦)?${YOUR}?${TELL}(?:${TO_ME}|来|吧|(?=[,。!?]|$))${TO_ME}?`,
  // 报一下密码, 告诉我您收到的验证码, 需要您提供密码
  `(?:请|麻烦|需要|得|把)?${YOUR}?[再先]?(?:(?:告诉|告知|发给|发|报给|念给|说给|提供给|给|回复)我们?|(?:报|念|说|读|提供|告知|写)(?:一?下)?)(?:${YOUR}的?)?${LINK}{0,10}?${SECRET}(?!(?:错误|重置|功能|服务|输入|保护|是为|有误))`,
  // 您的密码是多少
  `${YOUR}(?:的|这边|那边|手机|收到)?${LINK}{0,8}${SECRET}(?:(?:是|为)?(?:多少|什么(?!意思|原因|时候|样|情况)|啥|几(?!位))|是(?=[?,。]|$)|呢|\\?)`,
  `${SECRET}(?:是多少(?!位)|多少(?!位)|是什么(?!意思|原因|时候|样|情况)|是啥|发我|报我)`,
];
const CHINESE = new RegExp(PATTERNS.join('|'), 'g');
/** The clause says not to, or it is the customer who is told. */
const EXCUSED =
  /不要|勿|别(?!的)|不用|不需|无需|不会|不能|不可|不得|切忌|任何人|他人|泄露|透露|重置|重设|修改|设置|设定|忘记|忘了|找回|初始|自己输|自行输|我(?:帮|给|为|把|们会)(?![您你]?(?:输|登|填|操作|弄))|(?:告诉|发给|报给|提供给|发送给|给)(?:您|你)|系统|错误|有误|不对|短信会|wifi|wi-fi|无线/;

/** Nearly every turn names no secret, and the patterns that tell requests from advice are long. */
const NAMES_ONE = /[码令]|cvv|cvc|(?<![a-z])(?:pin|otp|code|pass|secret|secur)/;
const SECRET_EN =
  '(?:password|passcode|passphrase|(?<!area )pin(?: (?:number|code))?|cvv2?|cvc|security code|verification code|one[- ]time (?:code|password|passcode)|otp|secret (?:code|word)|access code)';
/** Codes that anybody may know. */
const NOT_SECRET =
  '(?!(?:post|postal|zip|area|city|country|dialling|promo|promotion|promotional|discount|voucher|coupon|gift|offer|referral|booking|order|product|item|error|fault|tracking|model|colou?r|store|branch|sort|swift|dress|status|customer|account|invoice|qr|bar|party|course|flight|airport|airline) )';
const THEIRS = "(?:your|the|that|it's)(?:,? [a-z'-]{1,14}){0,7}";
const ENGLISH = new RegExp(
  [
    `\\bwhat(?:'s| is| was| are)? (?:${THEIRS} )?${SECRET_EN}s?\\b`,
    `(?:\\b(?:tell|give|read|send|share|provide|confirm|text|say|state|supply|verify)(?: me| us)?(?: back| out)?(?: with)?|\\b(?:get|have|need|require|want|take)) (?:${THEIRS} )?(?:(?:and|or) (?:your )?)?${SECRET_EN}\\b`,
    `\\b(?:read|tell|give|send|text)(?: me| us)(?: back| out)? (?:the|your) (?:\\d-digit |${NOT_SECRET}\\w{1,10} )?code\\b`,
    `\\byour (?:[a-z-]{1,12} ){0,2}${SECRET_EN}(?: as well| too)?,?(?: please|\\?)`,
    `\\band (?:your )?${SECRET_EN},? please\\b`,
  ].join('|'),
  'g',
);
const EXCUSED_EN =
  /\b(?:never|not|don't|won't|can't|cannot|no need|nobody|no one|reset|change|forgot|forgotten|set up|create|enter|i'll|we'll|i will|we will|anyone)\b/;

/** Requests that the customer give away a password, a verification code or a card's security code. */
export const passwordRequest: Entity = {
  name: 'password-request',
  about: {
    zh: '索要客户的密码、验证码、CVV；请客户自己输入、重置、勿泄露不算',
    en: "asking for the customer's password, verification code or CVV; not asking them to enter, reset or keep it",
  },
  examples: {
    yes: [
      '把您的密码告诉我,我帮您登录',
      '请您报一下密码',
      '您的密码是多少?',
      '验证码发我',
      '收到的验证码念给我听',
      '密码说一下',
      '网银密码念一下我帮你输',
      '请告诉我您收到的短信验证码',
      '麻烦提供一下银行卡后面的CVV',
      "What's your password?",
      'Could you tell me your PIN?',
      'Please read me the code.',
      'Right, and your PIN as well please.',
    ],
    no: [
      '请您自己输入密码',
      '密码不要告诉任何人',
      '我帮您重置密码',
      '请设置密码',
      '请勿泄露密码',
      '密码输入错误',
      '不要把验证码告诉别人',
      '我们不会向您索要密码,请您不要提供密码',
      '验证码已经发给您了',
      '我把初始密码告诉您',
      'Please enter your password.',
      'Never give your PIN to anyone.',
      'Could you give me your post code, please?',
      'Please share your area PIN code.',
      'I can help you reset your password.',
    ],
  },
  spans({ text }) {
    if (!NAMES_ONE.test(text)) return [];
    return apart([
      ...find(CHINESE, text, ({ index, 0: request }) => !EXCUSED.test(sentenceAround(text, index, request))),
      ...find(
        ENGLISH,
        text,
        ({ index, 0: request }) => !EXCUSED_EN.test(sentenceAround(text, index, request)),
      ),
    ]);
  },
};

/** The request with what stands before it in its clause: 不要, don't and the like stand there. */
function sentenceAround(text: string, index: number, request: string): string {
  const lead = text.slice(Math.max(0, index - 24), index);
  return (
    lead.slice(1 + Math.max(...[...',。!?;\n'].map((sign) => lead.lastIndexOf(sign)))) +
    request +
    text.slice(index + request.length, index + request.length + 6).replace(/[,。!?;\n].*/su, '')
  );
}
