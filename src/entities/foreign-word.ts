import { type Entity, type EntityOptions, find, type Span, within } from './entity.ts';

/** Names and abbreviations that Chinese has no everyday word for, folded. Packs add their own by `allow`. */
const NAMES =
  'app wifi wi-fi wlan vip svip sim esim usb gps atm pos pin id cvv cvc cvn qq ip ipv it ceo cfo tv ktv dna pc ' +
  'sms mms nfc etc vpn led lcd hdmi cpu gpu ram rom ssd bios dns mac lan wan nat iptv ott vr ar ai iot api sdk pdf ppt ' +
  'xls csv txt jpg jpeg png gif mp url http https html www com cn net org email mail logo ' +
  'iphone ipad ipod imac ios android windows macbook office excel word outlook linux chrome edge safari firefox ' +
  'wechat weixin alipay taobao tmall apple huawei xiaomi redmi oppo vivo honor samsung sony nokia lenovo thinkpad ' +
  'dell hp asus acer intel amd nvidia google microsoft amazon facebook twitter youtube tiktok skype zoom steam ' +
  'bmw benz audi tesla loft mall dvd cd mv ps pk up spa cbd mba hr ota ups ems fedex dhl visa mastercard jcb unionpay ' +
  'rmb cny usd hkd kg km cm mm nm ml mg kw kwh mw wh mb gb tb kb kbps mbps gbps bps hz khz mhz ghz rpm ah mah db pm am ' +
  'ipconfig ping cmd wps los pon adsl ftth dhcp ssid bilibili';

/** What people say in English though Chinese has the word: capitals and lists do not excuse these. */
const SPEECH =
  'ok okay okey oke okk bye byebye bye-bye baibai goodbye good thank thanks thankyou thx sorry hello hi hey yes yeah yep no ' +
  'nope please well fine sure cool nice great perfect welcome morning night evening afternoon wait stop right maybe ' +
  'problem madam sir mr mrs miss ms lady dear baby darling honey see you later what why how when where who ' +
  'come go let wow oh god my done call check happy love money time easy busy free sale best baby';

let names: ReadonlySet<string> | undefined;
let speech: ReadonlySet<string> | undefined;

const WORD = /(?<![\da-z\u00df-\u024f])[a-z\u00df-\u024f]+(?:['-][a-z\u00df-\u024f]+)*(?![\da-z])/g;
const HAN = /[\u3400-\u9fff]/;
/** What is no speech: addresses of the web and mail, placeholders, markup, handles. */
const NO_SPEECH =
  /https?:\/\/[^\s\u3400-\u9fff]{1,2000}|(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?:\/[!-~]{0,500})?|[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,100}|@[a-z0-9_]{1,30}|\$?\{[^{}]{0,80}\}|<\/?[a-z][^<>]{0,200}>|\[[a-z_]{1,40}\]|#[a-z_]{1,40}#|%[a-z]\b|[a-z]+(?:_[a-z0-9]{1,20}){1,4}/g;
const TITLE = /^[A-Z\u00c0-\u00de]/;
/** An abbreviation or a brand: LED, TP-LINK. */
const CAPITALS = /^[A-Z]{2,6}(?:-[A-Z]{1,6}){0,2}$/;
const INNER_CAPITAL = /[a-z][A-Z]/;
/** Only a name stands before one of these, whatever its word: OK便利店, Hi辣火锅. */
const SHOP =
  /^ ?[\u4e00-\u9fff]{0,2}?(?:店|餐厅|酒店|宾馆|酒吧|火锅|咖啡|公寓|广场|商场|超市|便利|冰淇淋|按?键|按钮|绷)/;
const THING = /^ ?(?:牌|版|系列|软件|系统|格式|接口|端口|会员|卡|协议|平台|网|机|码|账号|文件|芯片|浏览器)/;
/** A capital inside a sentence begins a name. */
const NAME_BEFORE = /[\u3400-\u9fff(《“"「\d]/;
/** In a text with more words than these and fewer Chinese characters than words, Chinese is the guest. */
const ENGLISH_TEXT = 4;

interface Token {
  start: number;
  end: number;
  /** Folded. */
  word: string;
  /** As written, but for width. */
  written: string;
}

/**
 * English words in Chinese speech. In: any text. A Latin word of two letters or more is found when the text also
 * has Chinese characters, or is nothing but such a word as OK or bye; names, abbreviations and units are let pass.
 */
export const foreignWord: Entity = {
  name: 'foreign-word',
  about: {
    zh: '中文里夹带的外文词，如 OK、byebye；APP、WiFi、型号、单位、网址等不算',
    en: 'a foreign word in Chinese speech, such as OK or byebye; not names, models, units or addresses',
  },
  examples: {
    yes: [
      'OK,我知道了',
      '好的,byebye',
      'Thank you先生',
      '您好,please等一下',
      'OK',
      'Byebye!',
      '这个没problem',
      'ＯＫ没问题',
      'sorry啊',
      'OKOK马上来',
    ],
    no: [
      '请打开APP看一下',
      'WiFi密码',
      'VIP客户',
      '4G和5G网络',
      'SIM卡',
      'iPhone15的套餐',
      '型号是HG8245H',
      '3000kwh',
      '网址www.example.com',
      '发到abc@example.com',
      '您好{customer_name}',
      'A座',
      'BMW的车主',
      'Thank you for calling.',
      '在Holiday Inn酒店',
    ],
  },
  spans(folded, options) {
    const { text } = folded;
    if (!/[a-z]{2}|[a-z]['.-][a-z]/.test(text)) return [];
    const tokens = tokensOf(folded);
    if (HAN.test(text)) {
      if (tokens.length >= ENGLISH_TEXT && hanLetters(text, tokens.length) < tokens.length) return [];
      return joined(text, foreign(text, tokens, options));
    }
    const rest = text.replace(/[a-z' -]+/g, '');
    const alone =
      /^[\p{P}\p{S}\s]*$/u.test(rest) && tokens.length <= 2 && tokens.every(({ word }) => isSpeech(word));
    return alone ? joined(text, tokens) : [];
  },
};

function tokensOf(folded: Parameters<Entity['spans']>[0]): Token[] {
  const { text } = folded;
  const silent = find(NO_SPEECH, text);
  const tokens: Token[] = [];
  for (const { index: start, 0: word } of text.matchAll(WORD)) {
    if (word.length < 2 || within(silent, start)) continue;
    const end = start + word.length;
    const [from, to] = folded.span(start, end);
    tokens.push({ start, end, word, written: folded.original.slice(from, to).normalize('NFKC') });
  }
  return tokens;
}

function foreign(text: string, tokens: Token[], options: EntityOptions | undefined): Token[] {
  names ??= new Set(NAMES.split(' '));
  const allow = options?.allow;
  return tokens.filter((token, index) => {
    const { word, written } = token;
    if (allow?.has(word) || allow?.has(written)) return false;
    const after = text.slice(token.end, token.end + 6);
    if (SHOP.test(after)) return false;
    if (isSpeech(word)) return true;
    if (THING.test(after)) return false;
    if (names!.has(word)) return false;
    if (CAPITALS.test(written)) return false;
    if (INNER_CAPITAL.test(written)) return false;
    if (!TITLE.test(written)) return true;
    if (NAME_BEFORE.test(text[token.start - 1] ?? '')) return false;
    return ![tokens[index - 1], tokens[index + 1]].some((near) => near && inName(near, token));
  });
}

/** Several words with a capital in a row are a name: Holiday Inn. */
function inName(near: Token, token: Token): boolean {
  const gap = near.start > token.start ? near.start - token.end : token.start - near.end;
  return gap === 1 && TITLE.test(near.written) && !isSpeech(near.word);
}

function isSpeech(word: string): boolean {
  speech ??= new Set(SPEECH.split(' '));
  return speech.has(word) || /^(?:ok){2,}$|^(?:bye){2,}$|^(?:no){2,}$/.test(word);
}

/** Words with one space between them are one place. */
function joined(text: string, tokens: Token[]): Span[] {
  const spans: [number, number][] = [];
  for (const { start, end } of tokens) {
    const last = spans.at(-1);
    if (last && start - last[1] === 1 && text[last[1]] === ' ') last[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}

/** The number of Chinese characters, counted no further than needed. */
function hanLetters(text: string, enough: number): number {
  let count = 0;
  for (let i = 0; i < text.length && count < enough; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) count++;
  }
  return count;
}
