/** For tests: one rule as a pack's author writes it, and what it makes of a conversation. */
import { Judge } from '../judge/judge.ts';
import type { Violation } from '../judge/verdict.ts';
import { openLocale } from '../locale/index.ts';
import { compile } from '../pack/compile.ts';
import { parsePack } from '../pack/load.ts';
import { resolveLoaded } from '../pack/resolve.ts';
import { type Role, stretches, type Transcript, type Turn } from '../transcript/transcript.ts';

const ROLES: Record<string, Role> = { A: 'agent', C: 'customer', B: 'bot', S: 'system' };
const NO_PACKS = { names: () => [], get: () => Promise.resolve(null) };

export interface Outcome {
  outcome: string;
  /** Why the rule was not applicable, in English. */
  reason?: string;
  /** `turn:words`, or `turn:-` for an absence or a span of time. */
  found: string[];
  violations: Violation[];
}

export type Try = (conversation: string, meta?: Record<string, unknown>) => Outcome;

/**
 * @param body the rule's YAML
 * @returns judges conversations written a turn a line: `A: 您好`, with times `A@0-2.5: 您好` or `A@2026-02-16T09:00: 您好`
 * @throws PackError where the rule is not well-formed
 */
export async function rule(body: string, language: 'zh' | 'en' = 'zh'): Promise<Try> {
  const indented = body.trim().replace(/^/gm, '    ');
  const yaml = `pack: test\ntitle: t\nversion: 1.0.0\nlanguage: ${language}\nrules:\n  it:\n${indented}\n`;
  const ruleset = await compile(await resolveLoaded([await parsePack('test.yaml', yaml)], NO_PACKS));
  const judge = new Judge(ruleset, await openLocale('en'));
  return (conversation, meta = {}) => {
    const { checkList, violations } = judge.judge(transcript(conversation, meta, language));
    const found = violations.map(({ turn, text }) => `${turn}:${text || '-'}`);
    return { outcome: checkList[0]!.outcome, reason: checkList[0]!.reason, found, violations };
  };
}

function transcript(conversation: string, meta: Record<string, unknown>, language: 'zh' | 'en'): Transcript {
  const turns = conversation.trim().split('\n').filter(Boolean).map(turnOf);
  return { file: 't.txt', id: 't', agent: null, language, meta, turns, rolesKnown: true };
}

function turnOf(written: string, index: number): Turn {
  const [, role, at, text] = /^\s*([ACBS])(?:@(\S+))?:\s+(.*)$/.exec(written)!;
  const origin = stretches([{ offset: 0, line: index + 1, column: 1 }]);
  return { role: ROLES[role!]!, text: text!, origin, ...timesOf(at) };
}

function timesOf(at: string | undefined): Pick<Turn, 'start' | 'end' | 'time'> {
  if (at === undefined) return {};
  if (at.includes(':')) return { time: at };
  const [start, end] = at.split('-').map(Number);
  return end === undefined ? { start } : { start, end };
}
