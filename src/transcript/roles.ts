import type { Role } from './transcript.ts';

/** What a label says: the role, and the name or number in it when it is not only a role word. */
export interface Label {
  role: Role;
  speaker?: string;
}

/** Who speaks, by the label or role word that a file has. */
export interface RoleTable {
  /**
   * @param label as it stands in the file: `坐席1023`, `小王(客服)`, `Agent John`, `customer`
   * @returns undefined for a label that the table does not know (a bare name, mostly)
   */
  lookup(label: string): Label | undefined;
  /** Who speaks first, where labels do not tell. */
  first?: Role;
}

/**
 * `roles:` of the configuration, before the shipped table: a label or name → role, `/pattern/` → role, a role → its
 * names, or `first-speaker` → the role of whoever speaks first where nothing else tells.
 */
export type RoleLabels = Readonly<Record<string, Role | readonly string[]>>;

export const FIRST_SPEAKER = 'first-speaker';

const WORDS: Readonly<Record<Exclude<Role, 'unknown'>, string>> = {
  agent:
    '坐席 座席 坐席员 座席员 坐席代表 客服 客服员 客服代表 客服人员 客服专员 人工客服 人工坐席 在线客服 人工 话务员 接线员 营业员 业务员 ' +
    '服务员 店员 店家 店主 商家 卖家 掌柜 前台 顾问 置业顾问 课程顾问 健身顾问 销售 销售顾问 导购 经纪人 经理 客户经理 大堂经理 主管 班长 柜员 ' +
    '抢修员 抢修人员 维修员 工程师 师傅 工作人员 收费员 抄表员 调度员 受理员 专员 助理 教练 员工 工号 答 ' +
    '客服代表員 客服人員 客服專員 話務員 營業員 業務員 服務員 店員 商家 賣家 前台人員 顧問 經理 客戶經理 搶修員 搶修人員 維修員 工作人員 專員 員工 ' +
    'agent operator rep representative advisor adviser associate csr csa consultant clerk cashier teller support staff staffer ' +
    'employee receptionist dispatcher technician specialist supervisor manager host seller salesperson customer~service ' +
    'customer~service~representative service~representative customer~support help~desk helpdesk live~agent human~agent a',
  customer:
    '客户 用户 顾客 来电 来电人 来电者 来电客户 客人 会员 买家 消费者 业主 住户 访客 游客 旅客 乘客 家长 学员 患者 市民 群众 居民 投诉人 咨询人 ' +
    '报修人 主叫 先生 女士 小姐 太太 问 客戶 用戶 顧客 來電 來電者 會員 買家 消費者 業主 住戶 訪客 遊客 學員 問 ' +
    'customer caller user client guest buyer member consumer visitor end~user shopper passenger patient subscriber c q',
  bot:
    '机器人 智能客服 智能机器人 智能助手 语音机器人 智能语音 语音导航 自动语音 自动回复 自动应答 机器人客服 虚拟客服 小助手 助手 ' +
    '機器人 智能客服 智慧客服 語音機器人 自動回覆 自動語音 bot ivr chatbot assistant virtual~assistant virtual~agent voicebot ' +
    'auto~reply autoreply ai robot',
  system:
    '系统 系统消息 系统提示 系统通知 提示音 旁白 系統 系統消息 系統訊息 系統提示 system notice narrator',
};

const shipped = new Map<string, Role>();
for (const [role, words] of Object.entries(WORDS) as [Role, string][]) {
  for (const word of words.split(' ')) shipped.set(word.replaceAll('~', ' '), role);
}
for (const role of ['agent', 'customer', 'bot', 'system', 'unknown'] as const) shipped.set(role, role);

let beforeNames: readonly string[] | undefined;

/** Words that a name may follow, the longest first: `客服代表王` is a 客服代表 and no 客服 named 代表王. */
function wordsBeforeNames(): readonly string[] {
  if (!beforeNames) {
    const longestFirst = [...shipped.keys()].sort((a, b) => b.length - a.length);
    const glued = longestFirst.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
    beforeNames = [...glued, ...longestFirst.filter((word) => /^[a-z]{2,}/.test(word))];
  }
  return beforeNames;
}

const NUMBER = '(?:no\\.?|#|-|_|第)?\\s*([a-z]{0,3}\\d{1,12})\\s*(?:号)?';
const afterNumber = new RegExp(`^${NUMBER}$`);
/** `3号`, `1023号坐席`, `8号客服` */
const numberFirst = /^(\d{1,8}\s*号)(.*)$/;
/** `小王(客服)`, `客服[小王]`, `【客服】小王`, `客服-小王`, `客服/小王` */
const bracketed = /^(.*?)[([【<「]([^)\]】>」]+)[)\]】>」](.*)$/;
const joined = /^([^-–—_/|·:]+?)\s*[-–—_/|·:]\s*(.+)$/;

/**
 * The shipped table of Chinese and English role words, after the user's own labels.
 *
 * Known are a role word alone (`客服`, `Agent`), with a number (`客服01`, `坐席1023`, `工号1023`, `3号`, `Agent 7`:
 * agents unless the word says otherwise) or with a name (`客服小王`, `小王(客服)`, `Agent John`); the number or
 * name without the word is the speaker. `王经理` is an agent, `张女士` a customer. Case, width and spaces do
 * not matter. `A` and `C` are agent and customer; `B` is known by `assignRoles` alone.
 */
export function roleTable(labels: RoleLabels = {}): RoleTable {
  const { own, patterns, first } = ownRoles(labels);
  const known = new Map<string, Label | undefined>();
  return {
    ...(first === undefined ? {} : { first }),
    lookup(label) {
      if (!known.has(label)) {
        // A hostile file has as many labels as lines.
        if (known.size > 1000) known.clear();
        const plain = label.normalize('NFKC').trim();
        const matched = patterns.find(([pattern]) => pattern.test(plain));
        known.set(label, matched ? { role: matched[1], speaker: plain } : resolve(plain, own));
      }
      return known.get(label);
    },
  };
}

interface OwnRoles {
  own: Map<string, Role>;
  patterns: [RegExp, Role][];
  first?: Role;
}

function ownRoles(labels: RoleLabels): OwnRoles {
  const roles: OwnRoles = { own: new Map(), patterns: [] };
  for (const [key, value] of Object.entries(labels)) {
    const pattern = /^\/(.+)\/$/.exec(key)?.[1];
    if (typeof value !== 'string') for (const name of value) roles.own.set(normal(name), key as Role);
    else if (key === FIRST_SPEAKER) roles.first = value as Role;
    else if (pattern !== undefined) roles.patterns.push([new RegExp(pattern, 'iu'), value as Role]);
    else if (normal(key) !== '') roles.own.set(normal(key), value as Role);
  }
  return roles;
}

const normal = (label: string) => label.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

function resolve(label: string, own: ReadonlyMap<string, Role>): Label | undefined {
  const text = normal(label);
  if (text === '' || text.length > 40) return undefined;
  const mine = own.get(text);
  // A label of the user's own that the shipped table does not know is a name, so it is kept as one.
  if (mine) return shipped.has(text) ? { role: mine } : { role: mine, speaker: label };
  const role = shipped.get(text);
  if (role) return { role };
  return numbered(label, own) ?? parts(label, own) ?? named(label, own) ?? titled(label);
}

function numbered(label: string, own: ReadonlyMap<string, Role>): Label | undefined {
  const first = numberFirst.exec(label);
  if (!first) return undefined;
  const word = normal(first[2]!);
  const role = word === '' ? 'agent' : (own.get(word) ?? shipped.get(word));
  return role ? { role, speaker: first[1]!.replace(/\s+/g, '') } : undefined;
}

/** Two parts of which one is a role word and the other a name or number. */
function parts(label: string, own: ReadonlyMap<string, Role>): Label | undefined {
  const inside = bracketed.exec(label);
  const pair = inside
    ? [(inside[1]! + inside[3]!).trim(), inside[2]!.trim()]
    : joined.exec(label)?.slice(1, 3);
  if (!pair) return undefined;
  for (const [word, name] of [pair, [pair[1], pair[0]]]) {
    const role = own.get(normal(word!)) ?? shipped.get(normal(word!));
    if (role && name === '') return { role };
    if (role && !shipped.has(normal(name!))) return { role, speaker: resolve(name!, own)?.speaker ?? name! };
    if (role) return { role };
  }
  return undefined;
}

/** A role word with a number or name right after it, in Chinese also without a space. */
function named(label: string, own: ReadonlyMap<string, Role>): Label | undefined {
  const text = normal(label);
  for (const word of [...own.keys(), ...wordsBeforeNames()]) {
    if (!text.startsWith(word)) continue;
    const rest = label.slice(label.length - (text.length - word.length)).trim();
    const role = own.get(word) ?? shipped.get(word)!;
    const number = afterNumber.exec(rest.toLowerCase());
    if (number) return { role, speaker: rest.replace(/^[#\-_\s第]+|^no\.?\s*/i, '') };
    const han = /^\p{Script=Han}+$/u.test(word);
    if (han ? /^\p{Script=Han}{1,4}$/u.test(rest) && !shipped.has(rest) : isEnglishName(text, word, rest)) {
      return { role, speaker: rest };
    }
  }
  return undefined;
}

/** `Agent John`, `agent_2` — but not `Agents`, and no sentence. */
const isEnglishName = (text: string, word: string, rest: string) =>
  text[word.length] === ' ' && /^[A-Z][\p{L}.'’-]*(?: [A-Z][\p{L}.'’-]*){0,2}$/u.test(rest);

function titled(label: string): Label | undefined {
  if (/^\p{Script=Han}{1,3}(先生|女士|小姐|太太)$/u.test(label)) return { role: 'customer', speaker: label };
  if (/^\p{Script=Han}{1,2}(经理|主管|顾问|师傅|教练|店长|經理|主管|顧問|師傅|教練|店長)$/u.test(label))
    return { role: 'agent', speaker: label };
  return undefined;
}
