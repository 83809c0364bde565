import type { Label, RoleTable } from './roles.ts';

/** One label of a conversation with the first thing that was said under it. */
export interface Voice {
  label: string;
  firstText: string;
}

/** What only the one who serves says. */
const SERVES =
  /为您服务|為您服務|请问有什么|請問有什麼|有什么(可以|能)?帮|有什麼可以幫|可以帮(到)?您|能帮您|可以幫您|欢迎(致电|光临|来电|您)|歡迎(致電|光臨|來電)|工号|感谢您的?来电|thank(s| you) for (calling|contacting|reaching)|(how|what) (can|may|could) i (help|assist|do)|my name is .{1,40}how|welcome to|speaking,? how/i;
const GREETS =
  /^\s*[“"]?(您好|你好|喂|早上好|上午好|下午好|晚上好|hello|hi\b|good (morning|afternoon|evening))/i;

/**
 * Who is who among the labels of one conversation.
 *
 * Labels that the table knows are what it says. `A` and `B` alone are two unknown names. Of unknown names:
 * - one, beside only customers, is the agent; one, beside only agents or bots, is the customer;
 * - two, and no known agent or customer: the one whose first words are those of somebody who serves
 *   (`很高兴为您服务`, `how can I help`) is the agent and the other the customer; else the first, if it
 *   greets and the other does not;
 * - where the configuration says who speaks first, that one is, and the others are the other side;
 * - otherwise they stay unknown, with the name as speaker.
 * @param voices in order of appearance, each label once
 */
export function assignRoles(voices: readonly Voice[], roles: RoleTable): Map<string, Label> {
  const found = new Map<string, Label>();
  const has = (letter: string) =>
    voices.some(({ label }) => label.normalize('NFKC').trim().toLowerCase() === letter);
  const lettersOnly = has('a') && has('b') && !has('c');
  const unknown: Voice[] = [];
  for (const voice of voices) {
    const letter = lettersOnly && /^[aAａＡ]$/.test(voice.label);
    const label = letter ? undefined : roles.lookup(voice.label);
    if (label && label.role !== 'unknown') found.set(voice.label, label);
    else unknown.push(voice);
  }
  const known = new Set([...found.values()].map((label) => label.role));
  const serving = known.has('agent');
  const served = known.has('customer');
  const set = ({ label }: Voice, role: Label['role']) => found.set(label, { role, speaker: label });
  if (roles.first !== undefined && unknown.length > 0 && !serving && !served) {
    const other = roles.first === 'agent' ? 'customer' : 'agent';
    for (const voice of unknown) set(voice, voice === unknown[0] ? roles.first : other);
  } else if (unknown.length === 1 && serving !== served) {
    set(unknown[0]!, serving ? 'customer' : 'agent');
  } else if (unknown.length === 1 && !serving && !served && known.has('bot')) {
    set(unknown[0]!, 'customer');
  } else if (unknown.length === 2 && !serving && !served) {
    const agent = whoServes(unknown);
    for (const voice of unknown)
      set(voice, agent === undefined ? 'unknown' : voice === agent ? 'agent' : 'customer');
  } else {
    for (const voice of unknown) set(voice, 'unknown');
  }
  return found;
}

function whoServes(two: readonly Voice[]): Voice | undefined {
  const serving = two.filter(({ firstText }) => SERVES.test(firstText.slice(0, 500)));
  if (serving.length > 0) return serving.length === 1 ? serving[0] : undefined;
  const [first, second] = two;
  return GREETS.test(first!.firstText) && !GREETS.test(second!.firstText) ? first : undefined;
}
