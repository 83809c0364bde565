import { describe, expect, it } from 'vitest';
import type { Transcript } from '../transcript/transcript.ts';
import { metadata } from './metadata.ts';

const transcript = (meta: Record<string, unknown>, ...times: (string | undefined)[]): Transcript => ({
  file: 'a.jsonl',
  id: 'a',
  agent: null,
  meta,
  rolesKnown: true,
  turns: times.map((time) => ({ role: 'agent', text: '您好', origin: [], ...(time && { time }) })) as never,
});

describe('metadata', () => {
  it('gives what the transcript says', () => {
    expect(metadata(transcript({ channel: 'phone' }), 'channel')).toBe('phone');
    expect(metadata(transcript({}), 'channel')).toBeUndefined();
    expect(metadata(transcript({}), 'constructor')).toBeUndefined();
  });

  it('writes the date one way, whatever way it was written', () => {
    for (const date of ['2026-02-17', '2026/2/17', '2026年2月17日', '2026-02-17T23:30:00+08:00']) {
      expect(metadata(transcript({ date }), 'date')).toBe('2026-02-17');
    }
    expect(metadata(transcript({ date: '除夕' }), 'date')).toBe('除夕');
  });

  it('takes date and hour from the first turn that has a time, on the clock of its writer', () => {
    const late = transcript({}, undefined, '2026-02-17T00:10:00+08:00');
    expect(metadata(late, 'date')).toBe('2026-02-17');
    expect(metadata(late, 'hour')).toBe(0);
    expect(metadata(transcript({}, '15:20'), 'hour')).toBe(15);
    expect(metadata(transcript({}, '15:20'), 'date')).toBeUndefined();
  });

  it('knows no hour from a date alone', () => {
    expect(metadata(transcript({ date: '2026-02-17' }), 'hour')).toBeUndefined();
    expect(metadata(transcript({ hour: 9 }, '15:20'), 'hour')).toBe(9);
  });
});
