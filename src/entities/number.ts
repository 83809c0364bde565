import { apart, type Entity, find, type Span } from './entity.ts';
import { DIGITS, ENGLISH_AMOUNT, HAN_NUMERAL } from './numeral.ts';

const WRITTEN = new RegExp(
  `(?<![a-z\\d])${DIGITS}(?:%|[多几余来](?=[个天年月元块分小次台张户位人套米平])|)`,
  'g',
);
/** A letter after the digits makes a name (4g, 3d), unless it is a unit. */
const NAMED =
  /^[2-6]g(?![a-z])|^\d(?!(?:kg|km|mm|cm|m|g|w|kw|kwh|mb|gb|tb|mbps|hz|mhz|ghz|px|ml|l|rmb|min|mins|h|hrs?|pm|am|k|st|nd|rd|th)(?![a-z]))[a-z]/;
const PART = new RegExp(
  `百分之(?:${DIGITS}|${HAN_NUMERAL}{1,8}(?:点${HAN_NUMERAL}{1,4})?)|${HAN_NUMERAL}{1,6}分之${HAN_NUMERAL}{1,6}`,
  'g',
);
const POINT =
  /(?<![零〇一二三四五六七八九十百千万亿两])[零〇一二三四五六七八九十百]{1,5}点[零〇一二三四五六七八九]{1,6}(?![零〇一二三四五六七八九十分刻])/g;
const RUN = new RegExp(`${HAN_NUMERAL}+`, 'g');
const SPELT = new RegExp(ENGLISH_AMOUNT, 'g');

/** What is counted. A numeral alone is a number only before one of these. */
const COUNTED =
  /^[几多余来]?(?:个|天|日|年|月|号|元|块|秒|小时|时|周|星期|礼拜|次|台|张|户|位|名|份|条|笔|件|家|人|套|层|楼|室|厅|卫|房|间|米|平|公里|度|千瓦|兆|倍|折|成|期|岁|口|只|辆|部|把|根|扇|栋|幢|座|组|批|种|类|项|步|遍|趟|句|页|本|毛|角|分[钟钱]|斤|公斤|克|吨|升|寸|尺|刻|轮|场|班|级|站|片|瓶|杯|碗|门|颗|棵|双|点[钟半整到前后左以]|%)/;
/** 一 before a measure word that counts nothing. */
const IDIOM =
  /^(?:一时|一度(?!电)|一家人|一口气|一次性|一部分|一条龙|一把手|一站式|一成不|一级棒|一期一会|一门心思|一号店|一家子|一人一|一天到晚|一套一套|一年到头|二号人物|三把火|三人行|四季|四块玉|五一|六一|八一|十一(?:期间|假期|长假|黄金|国庆|放假)|十三陵|三六九等)/;
/** 同一个, 每一位: which one, not how many. */
const POINTING = /[同每哪另这那某任单统之唯万逐专]$/;
const ORDINAL = /(?:第|初|按|拨|选择?|数字|编号)$/;
const ONE_HUNDRED = /[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]/;
const SCALE = /[十百千万亿拾佰仟]/;

/** Numbers in digits, Chinese numerals (GB/T 15835 both ways) and English words; not numerals inside other words. */
export const number: Entity = {
  name: 'number',
  about: {
    zh: '数字：阿拉伯数字、汉字数字、百分数、英文数词；「一下、一定、万一、十分」里的不算',
    en: 'a number in digits, Chinese numerals or English words; not the numerals inside other words',
  },
  examples: {
    yes: [
      '共320户',
      '三百二十',
      '两万五左右',
      '涨了3.5',
      '百分之二十',
      '还要三个人',
      '请到第三窗口',
      '十几分钟',
      'twenty-five users',
      '1,280.50元',
    ],
    no: [
      '请稍等一下',
      '我们一起看看',
      '一定给您回复',
      '万一不行呢',
      '统一处理',
      '十分抱歉',
      '千万别动',
      '一共一样一直一般',
      '4G网络',
      '同一个地址',
      '五一期间',
      'this one is fine',
    ],
  },
  spans({ text }) {
    const spans: Span[] = [
      ...find(
        WRITTEN,
        text,
        ({ index, 0: digits }) =>
          !NAMED.test(text.slice(index + digits.length - 1, index + digits.length + 6)),
      ),
      ...find(PART, text),
      ...find(POINT, text),
      ...find(SPELT, text, ({ 0: words }) => words !== 'one'),
    ];
    for (const { index, 0: run } of text.matchAll(RUN)) {
      const end = index + run.length;
      const around = text.slice(index, end + 4);
      const before = text.slice(Math.max(0, index - 3), index);
      if (!counts(run, before, text.slice(end, end + 4), around)) continue;
      spans.push([
        index,
        '几多余来'.includes(text[end] ?? ' ') && COUNTED.test(text.slice(end, end + 4)) ? end + 1 : end,
      ]);
    }
    return apart(spans);
  },
};

function counts(run: string, before: string, after: string, around: string): boolean {
  if (run === '万一' || run === '一一' || run === '一五一十' || IDIOM.test(around)) return false;
  if (POINTING.test(before) && run.startsWith('一')) return false;
  if (COUNTED.test(after)) return !/^[百千万亿]$/.test(run) || run === '百';
  if (run.length === 1)
    return ORDINAL.test(before) && (before.endsWith('第') || !/^[下直定起样]/.test(after));
  return SCALE.test(run) ? ONE_HUNDRED.test(run) && run !== '万一' : run.length > 2;
}
