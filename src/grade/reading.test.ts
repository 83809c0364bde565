import { describe, expect, test } from 'vitest';
import type { Language } from '../transcript/transcript.ts';
import { marked } from './test-tools.ts';

const steps = async (language: Language, text: string): Promise<number[]> =>
  (await marked(language, text)).steps.map(({ earned }) => earned);

describe('an answer as a marker reads it', () => {
  test.each([
    ['zh', '态度要诚恳致歉,核实线路,不与客户争吵,感谢客户的理解。'],
    ['en', 'Show that one is sorry, trace the parcel, thank the caller for calling and say goodbye.'],
  ] as const)('speaks of the customer and to nobody: all of it is told (%s: %s)', async (language, text) => {
    expect(await steps(language, text)).toEqual([2, 2, 1]);
  });

  test.each([
    ['zh', '很抱歉,我让他们马上核实线路,感谢您的理解。'],
    ['en', "I'm sorry. I'll ask them to trace the parcel. Thank you for your patience, goodbye."],
  ] as const)('who is spoken of beside the customer is a colleague (%s: %s)', async (language, text) => {
    expect(await steps(language, text)).toEqual([4, 4, 2]);
  });

  test('能不能 asks, 不能 denies', async () => {
    expect(await steps('zh', '能不能核实线路再给您答复?抱歉,再见。')).toEqual([4, 4, 2]);
    expect(await steps('zh', '不能核实线路再给您答复,抱歉,再见。')).toEqual([4, 0, 2]);
  });

  test('what one would love to do is said to somebody', async () => {
    expect(await steps('en', "Sorry, I'd love to trace the parcel right now. Goodbye.")).toEqual([4, 4, 2]);
  });

  test.each([
    'Sorry. All traced? Thanks, bye.',
    "Great, glad it's working. Anything else? Bye.",
    "i'm so sorry thank you for waiting",
  ])('a brief reply is a reply (%s)', async (text) => {
    expect((await marked('en', text)).remarks).toEqual(['too-short']);
  });

  test('courtesies run on without a sentence are keywords', async () => {
    expect((await marked('en', 'sorry thank you please hold thank you')).remarks).toEqual(['keywords-only']);
  });
});
