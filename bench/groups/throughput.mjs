import { alternate } from '../processes.mjs';
import { rate } from '../table.mjs';

const FORMS = ['text', 'jsonl'];

export const throughput = {
  name: 'throughput',
  title: 'Throughput end to end: default packs, one thread, jsonl report to a file',
  *rows({ full, ...bench }) {
    for (const language of ['zh', 'en', 'mixed'])
      for (const violations of ['few', 'many']) yield row(bench, { language, violations, megabytes: 1 });
    for (const megabytes of full ? [10, 100] : [10])
      yield row(bench, { language: 'mixed', violations: 'few', megabytes });
  },
};

function row({ corpora, courtesy, limits }, corpus) {
  const run = (form) => courtesy.timed(courtesy.check(corpora.file({ ...corpus, form })));
  const { times } = alternate(Object.fromEntries(FORMS.map((form) => [form, run(form)])), limits);
  const { language, violations, megabytes } = corpus;
  const rates = FORMS.map((form) => `${form} ${rate(megabytes, times[form])}`);
  return { measure: `${megabytes} MB, ${language}, ${violations} violations`, result: rates.join(', ') };
}
