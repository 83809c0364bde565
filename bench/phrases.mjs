/** Phrases to look for: plain words out of the shipped packs, and a company's own by the thousand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from './random.mjs';

const compiled = fileURLToPath(new URL('../dist/packs', import.meta.url));

/** Three characters or two words: shorter ones stand in many a polite turn, and every tool would print those. */
const TELLING = /^(?:[\p{L}\p{N}]*\p{Script=Han}[\p{L}\p{N}]{2,}|[a-z']+(?: [a-z']+)+)$/iu;

/**
 * One spelling of each forbidden phrase of the shipped packs, as a tool without templates needs it: options left out,
 * of choices and lists the first.
 * @param {string[]} packs names of shipped packs
 * @returns `count` of them, taken evenly from all
 */
export function shippedPhrases(packs, count) {
  const found = new Set();
  for (const pack of packs) {
    const { spec } = JSON.parse(readFileSync(join(compiled, `${pack}.json`), 'utf8'));
    const phrases = Object.values(spec.rules).flatMap((rule) => [rule.forbid?.phrases ?? []].flat());
    for (const phrase of phrases) {
      const plain = spelling(phrase, spec.lists ?? {});
      if (plain !== null && TELLING.test(plain)) found.add(plain);
    }
  }
  const all = [...found].sort();
  if (all.length < count) throw new Error(`the shipped packs give ${all.length} plain phrases, not ${count}`);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
}

/** @returns null where a phrase has no plain spelling: it needs an entity, or a regular expression */
function spelling(phrase, lists) {
  if (typeof phrase !== 'string' || phrase.startsWith('/')) return null;
  let text = phrase.replace(/[$^]/g, '').replace(/…\d*/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/<([\w-]+)>/g, (all, name) => [lists[name] ?? all].flat()[0])
      .replace(/\[[^[\]()]*\]/g, '')
      .replace(/\(([^[\]()|]*)(?:\|[^[\]()]*)?\)/g, '$1');
  }
  text = text.replace(/ {2,}/g, ' ').trim();
  return /[[\]()<>|/\\…~]/.test(text) ? null : text;
}

const SUBJECTS = [
  '这个',
  '那个',
  '您的',
  '你的',
  '你们',
  '贵司',
  '本店',
  '我们',
  '公司',
  '系统',
  '后台',
  '厂家',
  '快递',
  '仓库',
  '师傅',
  '主管',
  '财务',
  '平台',
  '商家',
  '门店',
];
const THINGS = [
  '订单',
  '发票',
  '退款',
  '补偿',
  '保修',
  '优惠',
  '积分',
  '会员',
  '押金',
  '合同',
  '套餐',
  '账单',
  '安装',
  '维修',
  '检测',
  '换货',
  '登记',
  '预约',
  '催单',
  '投诉',
  '赠品',
  '配件',
  '尾款',
  '运费',
];
const WORDS = [
  '办不下来',
  '没人管',
  '不作数',
  '早作废了',
  '不给开',
  '不能退',
  '别想了',
  '拖着吧',
  '看运气',
  '懒得弄',
  '随便你',
  '等着呗',
  '谁也没辙',
  '轮不到你',
  '不值钱',
  '没得谈',
];

/** @returns {string[]} as many different phrases; a smaller number gives the first of a larger one's */
export function companyPhrases(count) {
  const random = new Random(5000);
  const phrases = new Set();
  while (phrases.size < count) phrases.add(random.pick(SUBJECTS) + random.pick(THINGS) + random.pick(WORDS));
  return [...phrases];
}

/**
 * Writes a company's pack that forbids phrases, 50 to a rule.
 * @param {string[]} phrases
 * @param {{folder: string, name: string, extends?: string[], language?: string}} pack
 * @returns its path
 */
export function writePack(phrases, { folder, name, extends: base = [], language = 'zh' }) {
  const rules = [];
  for (let from = 0; from < phrases.length; from += 50) {
    const listed = phrases.slice(from, from + 50).map((phrase) => `        - ${JSON.stringify(phrase)}`);
    rules.push(
      `  words-${from / 50 + 1}:\n    title: 公司禁用语\n    severity: warning\n    points: 1\n    forbid:\n      phrases:\n${listed.join('\n')}\n    instead: 我马上为您核实。`,
    );
  }
  const head = [
    `pack: acme/${name}`,
    'title: 公司规范',
    'version: 1.0.0',
    `language: ${language}`,
    `extends: ${JSON.stringify(base)}`,
  ];
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `${head.join('\n')}\nrules:\n${rules.join('\n')}\n`);
  return file;
}
