import type { Transcript } from './transcript.ts';

/** @returns the conversation as one line of the neutral JSONL (what the neutral reader reads back) */
export function neutralLine({ id, agent, language, meta, turns }: Transcript): string {
  return JSON.stringify({
    id,
    ...(agent === null ? {} : { agent }),
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
    turns: turns.map(({ role, speaker, text, start, end, time }) => ({
      role,
      speaker,
      text,
      start,
      end,
      time,
    })),
  });
}
