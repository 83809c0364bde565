import type { Entity, Span } from './entity.ts';

/** A Latin word as it was written. */
const WORD = /[A-Za-z\u00c0-\u024f\uff21-\uff3a\uff41-\uff5a0-9_]+(?:['’][A-Za-z]+)*/g;
/** Only these become capitals, as written or by folding their width. */
const CAPITAL = /[A-Z\u00c0-\u024f\uff21-\uff3a]/;
const CAPITALS = /^[A-Z\u00c0-\u00de]+(?:'[A-Z]+)*$/;
/** What may stand between words of one outcry. */
const BETWEEN = /^[ ,.!?:;\u25a1"'“”\u3000，。！？、-]{1,40}$/;
/** `!!!` and `！！`; `!?` is an outcry too, and so are three question marks. */
const PILED = /[!！?？]{2,}/g;
const MOST_CALM_QUESTION_MARKS = 2;

/** Words that nobody takes for an abbreviation or a name. */
const COMMON = new Set(
  (
    'a about above access account accepted action add address after again all already also always an and another answer any ' +
    'are as ask at available back be because been before below but buy by call can cancel cancelled card careful ' +
    'change check choose click close code complete confirm contact correct customer customers date day days declined denied do ' +
    "does don't done email end enter error every expire expired expires failed fill final first follow for form free " +
    'from full get give go have here hold how hurry i if immediately important in incorrect information input ' +
    'invalid is it its just know last late leave limited listen log login look mandatory may message minutes must my name need ' +
    'never new next no not notice nothing now number of off offer on once one only open or order our out overdue page ' +
    'pay payment phone please press problem provide put quick read ready rejected remember repeat reply request required ' +
    'restart retry return review right sale save select send service should sign start stay stop submit ' +
    'sure tell that the their them then there these they this time to today too took transaction try turn type under ' +
    'unavailable until up update upload urgent us use user valid verify wait want warning was we were what when where ' +
    'which who why will win with without wrong yes you your yours attention alert danger beware answer invalid'
  ).split(' '),
);
/** One of these in capitals is loud by itself. */
const LOUD = new Set(
  (
    'warning attention urgent immediately important invalid failed failure denied rejected declined overdue forbidden ' +
    'mandatory required incorrect wrong unavailable expired absolutely definitely everyone nothing impossible ' +
    'hurry limited guaranteed danger beware'
  ).split(' '),
);
/** One of these is loud where an exclamation mark follows. */
const LOUD_WITH_MARK = new Set(
  'stop now no never not must error free win help yes go wait please sale alert'.split(' '),
);
const MANY = 4;
/** Of several unknown words, acronyms are shorter than this on average. */
const LONG = 5;

interface Shouted {
  start: number;
  end: number;
  word: string;
}

/**
 * Words in capitals that are no abbreviation or name, and piled-up exclamation marks. It reads the text as
 * written, for folding makes both disappear.
 */
export const shouting: Entity = {
  name: 'shouting',
  about: {
    zh: '大喊大叫：成串的大写单词、连用的感叹号；缩写和商标名不算',
    en: 'words in capitals and piled-up exclamation marks; not abbreviations or names',
  },
  examples: {
    yes: [
      'PLEASE ENTER YOUR ORDER NUMBER NOW',
      'YOUR CARD WAS DECLINED.',
      '立即付款!!!',
      '注意！！！您的账户即将到期',
      'WARNING!请勿重复提交',
      'You must reply IMMEDIATELY.',
      'ACCESS DENIED',
      'Stop that NOW!',
      "DON'T CLOSE THIS PAGE",
      'What?!!',
      'ＷＡＲＮＩＮＧ！',
    ],
    no: [
      'Please enter your order number, for example AB-10293-UK.',
      'Sorry, your VISA card was declined. Would you like PayPal or SEPA instead?',
      '您的VIP会员及NFC、SIM卡业务已开通!',
      '您好!很高兴为您服务!请问有什么可以帮您?',
      'We ship with UPS, DHL, USPS and FEDEX.',
      'The ASUS ROG RTX GPU supports HDMI and USB.',
      'Do NOT share your code with anyone.',
      'Press OK to go on.',
      'I am at A4.',
      'Read the TERMS AND CONDITIONS.',
      '方便吗??',
    ],
  },
  spans(folded) {
    const { original } = folded;
    const spans: Span[] = [...piled(original), ...outcries(capitals(original), original)];
    spans.sort((a, b) => a[0] - b[0]);
    const found: [number, number][] = [];
    for (const [from, to] of spans) {
      const start = folded.at(from);
      const end = folded.at(to);
      if (end <= start) continue;
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  },
};

function piled(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: marks } of text.matchAll(PILED)) {
    const questions = marks.replace(/[!！]/g, '').length;
    if (questions === marks.length ? questions > MOST_CALM_QUESTION_MARKS : true) {
      spans.push([index, index + marks.length]);
    }
  }
  return spans;
}

function capitals(text: string): Shouted[] {
  const found: Shouted[] = [];
  if (!CAPITAL.test(text)) return found;
  for (const { index: start, 0: written } of text.matchAll(WORD)) {
    if (!CAPITAL.test(written)) continue;
    const plain = written.normalize('NFKC').replaceAll('’', "'");
    if (CAPITALS.test(plain)) found.push({ start, end: start + written.length, word: plain.toLowerCase() });
  }
  return found;
}

/** Runs of words in capitals that are too many, or too plain, for names. */
function outcries(words: Shouted[], text: string): Span[] {
  const spans: Span[] = [];
  let run: Shouted[] = [];
  const close = (): void => {
    if (isOutcry(run, text)) spans.push([run[0]!.start, run.at(-1)!.end]);
    else for (const word of run) if (isLoud(word, text)) spans.push([word.start, word.end]);
    run = [];
  };
  for (const word of words) {
    const last = run.at(-1);
    if (last && (word.start - last.end > 40 || !BETWEEN.test(text.slice(last.end, word.start)))) close();
    run.push(word);
  }
  close();
  return spans;
}

function isOutcry(run: Shouted[], text: string): boolean {
  const counted = run.filter(({ word }) => word.length > 1);
  const common = counted.filter(({ word }) => COMMON.has(word)).length;
  if (common >= 3 || (common === 2 && counted.length <= 3)) return true;
  if (common >= 1 && counted.length >= MANY) return true;
  if (counted.length < MANY) return false;
  const letters = counted.reduce((sum, { word }) => sum + word.length, 0);
  return letters >= counted.length * LONG && !/[,，、]/.test(text.slice(run[0]!.start, run.at(-1)!.end));
}

function isLoud({ word, end }: Shouted, text: string): boolean {
  return LOUD.has(word) || (LOUD_WITH_MARK.has(word) && /^ ?[!！]/.test(text.slice(end, end + 2)));
}
