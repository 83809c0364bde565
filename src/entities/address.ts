import { apart, type Entity, find, type Span } from './entity.ts';

const HAN = '[\\u4e00-\\u9fff]';
const NUMBER = '(?:\\d{1,5}|[零一二三四五六七八九十百]{1,5})';
const HOUSE = `[甲乙丙丁临]?${NUMBER}(?:[、-]\\d{1,4})?号(?:院|楼)?`;
/** 南京路123弄5号, 和平大街十二号, 慧忠北里309号楼. */
const ROAD = new RegExp(
  `${HAN}{2}(?:大道|大街|路|街|巷|胡同|公路)(?:[东南西北中]段?)?(?:${NUMBER}[弄巷]|${HOUSE})|${HAN}{2}(?:道|里|庄|村|屯|坊|沿|条)${HOUSE}(?!线)`,
  'g',
);
const NO_ROAD =
  /(?:线|网|电|铁|思|出|套|一|二|这|那|马|半|去|来|让|带|问|顺|走)路|[这那几]条|(?:逛|上)街|(?:知|频|通|渠|报|轨|力|味|一|街|跑|管|车|赛)道|[这那哪家村区店屋楼院手心]里/;
const ESTATE = new RegExp(
  `${HAN}(?:小区|花园|公寓|大厦|广场|家园|新村|新城|山庄|别墅|[苑园庭府城村])[ ,]?(?:[a-z东南西北]区 ?)?(?:[a-z]|${NUMBER})(?:号楼|栋|幢|座|楼|单元)[ ,]?(?:${NUMBER}(?:单元|门|层|楼)[ ,]?){0,2}(?:\\d{2,4}(?:室|号|房|户)?(?!\\d)|${NUMBER}(?:室|号|房|户))`,
  'g',
);
const MORE = new RegExp(
  `^(?:[ ,]?(?:[a-z东南西北]|${NUMBER})(?:号楼|号院|号|弄|栋|幢|座|楼|单元|门|层|室|房|户|梯)|[ ,]?${HAN}{2,8}?(?:小区|花园|公寓|大厦|家园|苑|园|广场)){1,5}(?: ?\\d{2,4}(?!\\d))?`,
);
/** The name of a place goes back to one of these, as far as this. */
const BEGINS = /在|是|到|住|址为?|位于|我|你|您|的|给|寄|请|往|去|[^\u4e00-\u9fffa-z\d]/g;
const LONGEST_NAME = 30;
const ENGLISH =
  /(?<![\d.:$])\d{1,5}[a-z]? (?:[a-z]+ ){1,3}(?:(?:street|avenue|ave|road|rd|lane|boulevard|blvd|highway)\b|(?:st|dr|drive|way|court|ct|place|square)\b)\.?/g;
const NO_NAME =
  / (?:to|the|a|an|of|in|on|at|and|or|is|minutes?|mins?|hours?|miles?|meters?|km|for|from|by|with|my|your|people|more|days?|pm|am) /;

/** Postal addresses down to the house: a road and a number, or a housing estate, a building and a flat. */
export const address: Entity = {
  name: 'address',
  about: {
    zh: '详细地址：至少有路名加门牌号，或小区加楼号加房号',
    en: 'a postal address: at least a road with a number, or an estate with building and flat',
  },
  examples: {
    yes: [
      '住在中山路18号',
      '黑龙江省哈尔滨市南岗区和平大街12号3单元502室',
      '南京西路123弄5号',
      '阳光小区3号楼2单元501',
      '他家在翠园新村12栋301室',
      '北京市朝阳区霄云路26号',
      'I live at 221 Baker Street',
      '1600 Pennsylvania Avenue',
    ],
    no: [
      '请到3号窗口办理',
      '拨10000号',
      '线路3号机',
      '我们小区停水了',
      '在中山路附近',
      '坐地铁2号线',
      '这条路3号也通知了',
      '20 minutes to the street',
      '知道12号来',
    ],
  },
  spans(folded) {
    const { text } = folded;
    const spans: Span[] = [];
    for (const [start, end] of [
      ...find(ROAD, text, ({ 0: core }) => !NO_ROAD.test(core)),
      ...find(ESTATE, text),
    ]) {
      // The first two characters of a core are the name itself, or what stands before a name of one.
      const name = nameBefore(text, start + 2);
      if (name === start + 2) continue;
      const more = MORE.exec(text.slice(end, end + 80));
      spans.push([name, end + (more ? more[0].length : 0)]);
    }
    const english = find(ENGLISH, text, ({ 0: core, index }) => {
      if (NO_NAME.test(core)) return false;
      if (!/(?:drive|way|place|square|court|st|dr|ct)\.?$/.test(core)) return true;
      const [from, to] = folded.span(index, index + core.length);
      return /(?:^| )[A-Z][a-z]*\.?$/.test(folded.original.slice(from, to));
    });
    return apart([...spans, ...english]);
  },
};

/** Where the name that ends, or goes on, at an offset begins. */
function nameBefore(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_NAME);
  let start = from;
  for (const { index, 0: sign } of text.slice(from, at).matchAll(BEGINS)) start = from + index + sign.length;
  return start;
}
