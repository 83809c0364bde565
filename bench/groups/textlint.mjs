import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPhrases, writePack } from '../phrases.mjs';
import { alternate, secondsOf } from '../processes.mjs';
import { atLeast } from '../table.mjs';

const MEGABYTES = 5;
const PACKAGES = ['textlint@15', 'textlint-rule-prh@6'];

export const textlint = {
  name: 'textlint',
  title: 'Against textlint with textlint-rule-prh, the same 500 phrases, 5 MB of text, one thread',
  *rows({ corpora, courtesy, folder, withTextlint, limits }) {
    if (!withTextlint) {
      yield { measure: 'textlint', result: 'not measured: asked for with --with-textlint', target: '≥ 50 ×' };
      return;
    }
    const phrases = shippedPhrases(courtesy.shipped, 500);
    const pack = writePack(phrases, { folder, name: 'same-500' });
    const place = install(join(folder, 'textlint'), phrases);
    const file = corpora.file({ form: 'text', megabytes: MEGABYTES });
    const check = courtesy.timed(courtesy.check(file, { packs: [pack] }));
    const lint = () =>
      secondsOf(
        [process.execPath, join(place, 'node_modules/textlint/bin/textlint.js'), '--format', 'json', file],
        {
          cwd: place,
          output: join(folder, 'linted'),
        },
      );
    courtesy.timed(courtesy.check(courtesy.short, { packs: [pack] }))();
    lint();
    // It ends with 1 as well where its rule could not be loaded.
    if (!readFileSync(join(folder, 'linted'), 'utf8').includes('"ruleId":"prh"'))
      throw new Error('textlint found nothing, so it did not look');
    const { times, ratio } = alternate({ check, lint }, limits);
    yield atLeast(50, ratio('lint', 'check'), {
      measure: `${MEGABYTES} MB of text`,
      detail: `${times.check.toFixed(2)} s against ${times.lint.toFixed(2)} s`,
    });
  },
};

/** Into a temporary folder, from the package registry. */
function install(place, phrases) {
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{"private": true}');
  writeFileSync(join(place, '.textlintrc.json'), '{"rules": {"prh": {"rulePaths": ["prh.yml"]}}}');
  const rules = phrases.map((phrase) => `  - expected: "○"\n    pattern: ${JSON.stringify(phrase)}\n`);
  writeFileSync(join(place, 'prh.yml'), `version: 1\nrules:\n${rules.join('')}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...PACKAGES], { cwd: place });
  return place;
}
