// npm run bench: speed on corpora that it makes itself. Ratios are taken between runs that alternate.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../bin/courtesy.js', import.meta.url));
const megabytes = Number(process.argv[2] ?? 1);
const rounds = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'courtesy-bench-'));

const TALK = {
  zh: {
    clean: [
      '您好,请问有什么可以帮您?',
      '我家宽带昨天晚上断了',
      '请您稍等,我马上为您查询',
      '好的,谢谢',
      '感谢您的来电,再见!',
    ],
    rude: '不知道,你自己看吧',
  },
  en: {
    clean: [
      'Good morning, how may I help you?',
      'My parcel has not come yet',
      'Please hold while I look it up',
      'All right',
      'Thank you for calling, goodbye!',
    ],
    rude: "That's not my problem.",
  },
};

/** About `bytes` of conversations, every `every`-th with a violation. */
function corpus(language, bytes, every) {
  const lines = [];
  for (let size = 0, n = 0; size < bytes; n++) {
    const { clean, rude } = TALK[language === 'mixed' ? (n % 2 ? 'en' : 'zh') : language];
    const said = n % every === 0 ? [...clean.slice(0, 3), rude, ...clean.slice(3)] : clean;
    const turns = said.map((text, i) => ({ role: i % 2 ? 'customer' : 'agent', text: `${text} ${n}` }));
    const line = JSON.stringify({ id: String(n), turns });
    size += Buffer.byteLength(line);
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

function seconds(args) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 2 ** 30 });
  if (status === null || status > 1) throw new Error(stderr.toString());
  return Number(process.hrtime.bigint() - began) / 1e9;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const times = (args) => Array.from({ length: rounds }, () => seconds(args));

try {
  console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}, medians of ${rounds}`);
  const short = join(folder, 'short.txt');
  writeFileSync(short, '客服:您好,请问有什么可以帮您?\n客户:宽带断了\n客服:不知道\n客户:好吧\n');
  const check = [command, 'check', short];
  seconds(check);
  const pairs = Array.from({ length: rounds * 2 + 1 }, () => [seconds(check), seconds(['-e', '0'])]);
  const [cold, bare] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
  console.log(`cold start ${(cold * 1000).toFixed(0)} ms, ${(cold / bare).toFixed(2)} × node -e 0`);
  for (const language of ['zh', 'en', 'mixed']) {
    for (const every of [2, 100]) {
      const file = join(folder, `${language}-${every}.jsonl`);
      writeFileSync(file, corpus(language, megabytes * 1e6, every));
      const time = median(times([command, 'check', file, '--format', 'jsonl'])) - cold;
      console.log(`${language}, 1 violation in ${every}: ${(megabytes / time).toFixed(2)} MB/s of JSONL`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
