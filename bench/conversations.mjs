/** Conversations without end: the same seed gives the same ones. */
import { Random } from './random.mjs';
import en from './talk/en.mjs';
import zh from './talk/zh.mjs';

const TALKS = { zh: [zh], en: [en], mixed: [zh, en] };

/** How many of the agent's turns break a norm. */
const RUDE = { few: 0.002, many: 0.1 };
/** Sentences in a turn of a given length. */
const SENTENCES = { usual: [1, 1], long: [12, 24] };

/**
 * @param {'zh' | 'en' | 'mixed'} language mixed: one conversation in Chinese, the next in English
 * @param {'few' | 'many'} violations two of a thousand agent's turns, or a hundred
 * @param {'short' | 'usual' | 'long'} turns a few words; a sentence or two; over ten sentences
 * @yields {{id: string, agent: string, turns: {role: 'agent' | 'customer', text: string}[]}}
 */
export function* conversations({ language, violations, turns, seed = 1 }) {
  const random = new Random(seed);
  const talks = TALKS[language].map((talk) => new Speakers(talk, random, turns, RUDE[violations]));
  for (let number = 1; ; number++) {
    const speakers = talks[number % talks.length];
    yield { ...speakers.conversation(), id: `${speakers.language}-${String(number).padStart(7, '0')}` };
  }
}

/** Two sides that talk in one language. */
class Speakers {
  constructor(talk, random, turns, rude) {
    this.language = talk.language;
    this.talk = talk;
    this.random = random;
    this.turns = turns;
    this.rude = rude;
    this.parsed = new Map();
    this.steady = new Map();
  }

  conversation() {
    const { talk, random } = this;
    this.steady.clear();
    const middles = Array.from({ length: random.between(1, 3) }, () => talk.middle).flat();
    const turns = [...talk.opening, ...middles, ...talk.closing].map(([role, choices]) => ({
      role,
      text: this.turn(role, choices),
    }));
    return { agent: String(random.between(1001, 1400)), turns };
  }

  turn(role, choices) {
    const { talk, random, turns } = this;
    if (role === 'agent' && random.chance(this.rude)) return this.say(random.pick(talk.rude));
    if (turns === 'short') return this.say(random.pick(talk.short[role]));
    const [fewest, most] = SENTENCES[turns];
    const sentences = [this.say(random.pick(choices))];
    const others = talk.middle.filter(([other]) => other === role);
    for (let more = random.between(fewest, most) - 1; more > 0; more--)
      sentences.push(this.say(random.pick(random.pick(others)[1])));
    return sentences.join(talk.joint);
  }

  /** Fills the slots of a template. */
  say(template) {
    let parts = this.parsed.get(template);
    if (!parts) {
      parts = template.split(/\{(\w+)\}/);
      this.parsed.set(template, parts);
    }
    let text = '';
    for (let i = 0; i < parts.length; i++) text += i % 2 === 0 ? parts[i] : this.slot(parts[i]);
    return text;
  }

  /** What a slot says; who calls, about what, is the same all through a conversation. */
  slot(name) {
    const fill = this.talk.slots[name];
    if (!this.talk.steady.has(name)) return fill(this.random);
    let said = this.steady.get(name);
    if (said === undefined) {
      said = fill(this.random);
      this.steady.set(name, said);
    }
    return said;
  }
}

/** @returns what is written of a conversation in labelled text, with the line that parts it from the next */
export function labelled({ id, agent, turns }) {
  const { labels, colon } = id.startsWith('zh') ? zh : en;
  const lines = turns.map(({ role, text }) => `${labels[role]}${colon}${text}`);
  return `# id: ${id}\n# agent: ${agent}\n${lines.join('\n')}\n---\n`;
}

/** @returns the conversation as a line of JSON */
export const jsonLine = (conversation) => `${JSON.stringify(conversation)}\n`;
