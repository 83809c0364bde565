/** The files that `courtesy init` writes. */
import type { LocaleName } from '../locale/locale.ts';

/** What a project is set up for. */
export interface Answers {
  language: LocaleName;
  /** The shipped pack that the company's own pack extends. */
  extend: string;
  /** What its own pack is called. */
  pack: string;
  /** As customers hear it. */
  company: string;
  /** The lists of the extended pack that say who is calling: `unit`, `water-unit`. */
  units: readonly string[];
}

/** A file to write: a path from the working folder, with forward slashes. */
export interface Written {
  file: string;
  text: string;
}

/** @returns the company's name as the name of a pack and of its file */
export function slugOf(company: string): string {
  const slug = company
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'company' : slug;
}

/** Where the company's own pack is written. */
export const packFile = ({ pack }: Answers): string => `packs/${pack}.yaml`;

/** Every file, the one that is edited most first. */
export function filesFor(answers: Answers, version: string): Written[] {
  const pack = packFile(answers);
  const words = answers.language === 'zh' ? ZH : EN;
  return [
    { file: 'courtesy.yaml', text: words.config(pack, answers.language) },
    { file: pack, text: words.pack(answers) },
    { file: 'calls/example.txt', text: words.call(answers.company) },
    { file: '.github/workflows/courtesy.yml', text: workflow(words.ci, version) },
  ];
}

/** JSON is YAML: whatever a company is called stays one text. */
const quoted = (text: string): string => JSON.stringify(text);

/** The name as a phrase: marks of the phrase syntax in it mean themselves. */
const phrase = (text: string): string => quoted(text.replace(/[[\]()<>|^$/…\\]/g, '\\$&'));

const unitLists = ({ units, company }: Answers, more: (name: string) => string[]): string =>
  units.map((list) => `  ${list}: [${[company, ...more(company)].map(phrase).join(', ')}]`).join('\n');

const ZH = {
  ci: '检查 calls/ 里的全部对话；calls/example.txt 是故意不合格的示例，换成自己的对话后删掉它',
  config: (
    pack: string,
    locale: LocaleName,
  ) => `# 用哪些规则包；其他可写的项目见 courtesy --print-config 本文件
packs: [${quoted(pack)}]
locale: ${locale}

# 只在这里改的规则：关掉，或改级别、扣分
# rules:
#   zh/core/closing-thanks: off
#   zh/core/foreign-words: {severity: info, points: 1}
`,
  pack: (answers: Answers) => `# 公司自己的规范。改了以后先跑 courtesy test，再拿去检查对话。
pack: ${quoted(answers.pack)}
title: ${quoted(`${answers.company}服务规范`)}
version: 1.0.0
language: zh
extends: [${answers.extend}]       # 这里的规则全部有效，下面只写自己的

lists:
  # 客服怎样自报家门：换成你们真实的叫法
${unitLists(answers, (name) => [`${name}客服中心`])}

rules:
  # 自己的规则：不说什么，改说什么，反例必须被抓到，正例必须放过
  go-ask:
    title: 不叫客户自己去问
    severity: error
    points: 5
    forbid:
      phrases: [自己(去问|去找|打给)<${answers.units[0]}>]
    instead: 我帮您问清楚，马上回复您。
    examples:
      bad: [${quoted(`你自己去问${answers.company}。`)}]
      good: [${quoted(`我帮您去问${answers.company}。`)}]
`,
  call: (company: string) => `客服：喂，什么事？
客户：你好，我的积分怎么少了？
客服：不知道，你自己去问${company}。
客户：那我打哪个电话？
客服：网上有，自己看。
`,
};

const EN = {
  ci: 'checks every conversation in calls/; calls/example.txt fails on purpose: replace it by your own',
  config: (
    pack: string,
    locale: LocaleName,
  ) => `# Which rule packs judge; for what else may stand here see courtesy --print-config with this file
packs: [${quoted(pack)}]
locale: ${locale}

# Rules changed in this project only: switched off, or with another severity or cost
# rules:
#   en/core/hello: off
#   en/core/brush-off: {severity: warning, points: 1}
`,
  pack: (
    answers: Answers,
  ) => `# The company's own norm. After a change run courtesy test, and only then check conversations with it.
pack: ${quoted(answers.pack)}
title: ${quoted(`${answers.company} service norm`)}
version: 1.0.0
language: en
extends: [${answers.extend}]        # all of its rules hold; below stands only what is your own

lists:
  # What agents call the company: write down all of its names
${unitLists(answers, () => [])}

rules:
  # A rule of your own: what is not said, what to say instead; bad examples must be caught, good ones let pass
  go-ask:
    title: Do not send the customer away to ask
    severity: error
    points: 5
    forbid:
      phrases: [(ask|call|ring|phone|contact) <${answers.units[0]}> yourself]
    instead: Let me find out for you.
    examples:
      bad: [${quoted(`Just ask ${answers.company} yourself.`)}]
      good: [${quoted(`I will ask ${answers.company} for you.`)}]
`,
  call: (company: string) => `Agent: Yeah, what?
Customer: Hello, some of my points are missing.
Agent: I don't know. Just ask ${company} yourself.
Customer: Which number do I call?
Agent: It's on the website, look it up.
`,
};

const workflow = (about: string, version: string): string => `# ${about}
name: courtesy
on: [push, pull_request]
permissions:
  contents: read
jobs:
  courtesy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes courtesy@${version} test
      - run: npx --yes courtesy@${version} check calls --format github --format markdown=courtesy.md
      - if: always()
        run: if [ -f courtesy.md ]; then cat courtesy.md >> "$GITHUB_STEP_SUMMARY"; fi
`;
