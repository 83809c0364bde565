import { apart, type Entity, find } from './entity.ts';

const STATUS =
  'internal server error|bad gateway|gateway time-?out|bad request|method not allowed|service unavailable|not found|forbidden|unauthorized|too many requests';
/** Kinds of errors as programs name them, in one word. */
const NAMED =
  'type|syntax|reference|range|runtime|value|key|index|attribute|name|io|os|sql|db|api|http|network|timeout|validation|auth|parse|assertion|illegalargument|connection|module|import|memory|server|eval|uri|json|internal';

const CODES: readonly RegExp[] = [
  // 错误码:E_50012, 状态码 404
  /(?:错误|报错|异常|故障|状态|返回|响应)(?:代码|编码|编号|码|code)[为是:#(= ]{0,4}[a-z]{0,10}[_-]?\d{2,12}[\w-]{0,30}/g,
  /(?:错误|报错)[:#(= ]{0,3}[a-z]{0,10}[_-]?\d{3,12}[\w-]{0,30}/g,
  // error 500, error code: 1234, status code 404
  /\b(?:error|err|exception|fault)(?:[ _-](?:code|number|no|id))?[ :#=(]{0,4}(?:[a-z]{1,10}[_-])?\d{3,12}\b[\w-]{0,30}/g,
  /(?:超时|失败|错误|异常|timeout|failed|error) ?[(#:] ?[45]\d\d\b/g,
  /\b(?:status|response|return|exit|result)[ _-]code[ :#=(]{0,4}-?\d{1,12}\b/g,
  /\bhttp(?:s|\/\d(?:\.\d)?)?[ -]?(?:status |error |code |response ){0,2}[1-5]\d\d\b/g,
  new RegExp(`\\b[45]\\d\\d[ :-]{1,3}(?:error|${STATUS})\\b`, 'g'),
  // NullPointerException, TypeError, ECONNREFUSED, ERR_CONNECTION_REFUSED
  /\b[a-z]{3,40}exception\b/g,
  new RegExp(`\\b(?:${NAMED})error\\b`, 'g'),
  /\b(?:econn[a-z]{3,10}|etimedout|enoent|eaccess?|epipe|enotfound|nxdomain)\b/g,
  /\b[a-z]{0,20}(?:err|error|fail|failed|failure|null|invalid|denied|refused|timeout|not_found|exception)(?:_[a-z0-9]{1,20}){1,5}\b/g,
  /\b[a-z]{2,20}(?:_[a-z0-9]{1,20}){0,4}_(?:err|error|fail|failed|failure|null|invalid|denied|refused|timeout|found|exception|exceeded|missing)\b/g,
  /\b0x[\da-f]{4,16}\b/g,
  /\b(?:code|errno|errcode|retcode|status) ?= ?-?\d{1,10}\b/g,
  /\berrno ?\d{1,5}\b/g,
  /\b(?:ora|err|pls|sqlstate|errno|e|ex|sys)[-_ [:]{1,2}\d{3,8}\b/g,
  // paths and places of programs
  /(?<![\w.])\/(?:api|v\d|usr|var|opt|srv)\/[\w./{}□-]{1,80}/g,
  /\b[\w$]{1,40}\.(?:java|js|ts|py|php|go|rb|cs|cpp):\d{1,6}\b/g,
  /\bline \d{1,6},? (?:in|column|col|of) [\w<]{1,40}/g,
  // values that nobody filled in
  /\b(?:null|undefined)\b(?! and void)/g,
  /\[object object\]/g,
];
/** Not a number, as programs write it. */
const NOT_A_NUMBER = /(?<![A-Za-z])NaN(?![A-Za-z])/g;

/** What programs write for programmers: codes of errors, names of exceptions, paths, empty values. */
export const jargonCode: Entity = {
  name: 'jargon-code',
  about: {
    zh: '写给程序员看的代码：错误码、异常名、HTTP 状态、接口路径、null',
    en: 'what programs write for programmers: error codes, exception names, HTTP statuses, paths, null',
  },
  examples: {
    yes: [
      '请求失败,错误码:E_50012',
      'Error 500: Internal Server Error',
      '接口超时(HTTP 504 Gateway Timeout)',
      'TypeError: Cannot read properties of undefined',
      'java.lang.NullPointerException',
      '亲爱的null,您好',
      'ERR_CONNECTION_REFUSED',
      'status code 404',
      'at /api/v2/orders',
      'You owe NaN dollars',
      '错误代码 0x80070005',
      'ORA-00942',
      'Hello [object Object]',
    ],
    no: [
      '抱歉,系统暂时出了点问题',
      'Please enter your order number, for example AB-10293-UK.',
      'Sorry, an error occurred.',
      '订单号 500123 已发货',
      'The contract is null and void.',
      '错误地填写了2次',
      'room 404 is free',
      'The washing machine shows E4.',
      'With the exception of Sundays',
      '请拨打10086',
      'nan made dinner',
    ],
  },
  spans(folded) {
    const { text, original } = folded;
    const spans = CODES.flatMap((pattern) => find(pattern, text));
    for (const [start, end] of find(NOT_A_NUMBER, original)) spans.push([folded.at(start), folded.at(end)]);
    return apart(spans.filter(([start, end]) => end > start));
  },
};
