import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

describe('detectLanguage', () => {
  it.each([
    ['zh', ['您好，请问有什么可以帮您？']],
    ['zh', ['請稍後']],
    ['zh', ['请 reset 一下 password']],
    ['zh', ['OK', '好的']],
    ['zh', ['……。', '？！']],
    ['zh', ['！']],
    ['en', ['Hello, how can I help?']],
    ['en', ['Thank you 王伟, one moment']],
    ['en', ['Ｈｅｌｌｏ　ｔｈｅｒｅ 好']],
    ['en', ["I don't 不"]],
    ['en', ['12345', '...']],
    ['en', ['👍']],
    ['en', []],
  ] as const)('%s: %j', (language, texts) => expect(detectLanguage(texts)).toBe(language));

  it('reads no more than it needs', () => {
    let read = 0;
    function* texts() {
      for (;;) {
        read++;
        yield '您好'.repeat(500);
      }
    }
    expect(detectLanguage(texts())).toBe('zh');
    expect(read).toBe(4);
  });
});
