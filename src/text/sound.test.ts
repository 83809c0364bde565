import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { soundOf, sounds } from './sound.ts';
import { homophones } from './tables.ts';

const heard = (text: string) => [...fold(text).text].map((c) => soundOf(sounds(), c.charCodeAt(0)));

describe('sounds', () => {
  it.each([
    ['不知到', '不知道'],
    ['没办发', '没办法'],
    ['不请楚', '不清楚'],
    ['少等', '稍等'],
    ['不规我馆', '不归我管'],
    ['再线', '在线'],
    ['说地好', '说得好'],
    ['做不了', '坐不了'],
    ['那里', '哪里'],
    ['好嘛', '好吗'],
    ['算了把', '算了吧'],
    ['稍後', '稍后'],
  ])('%s sounds like %s', (wrong, right) => expect(heard(wrong)).toEqual(heard(right)));

  it.each([
    ['好吗', '好么'],
    ['四', '是'],
    ['您', '你'],
    ['一', '医'],
    ['十', '时'],
    ['，', '。'],
    ['买', '卖'],
  ])('%s does not sound like %s', (one, other) => expect(heard(one)).not.toEqual(heard(other)));

  it('leaves numerals and signs alone, and names each group by a member that stands for itself', () => {
    const table = sounds();
    for (const sign of '零〇一二三四五六七八九十百千万亿两幺012abc,。!?…“”') {
      expect(soundOf(table, sign.charCodeAt(0))).toBe(sign.charCodeAt(0));
    }
    for (let unit = 0; unit < 65536; unit++) {
      const sound = soundOf(table, unit);
      expect(soundOf(table, sound)).toBe(sound);
    }
    expect(sounds()).toBe(table);
  });

  it('groups each folded character once', () => {
    const characters = homophones().replaceAll(' ', '');
    expect(new Set(characters).size).toBe(characters.length);
    for (const character of characters) expect(fold(character).text).toBe(character);
  });
});
