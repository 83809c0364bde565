/** What the command line says of itself, and of how it was called. */
export const help = () => ({
  'cli.about': 'a linter for customer-service language',
  'cli.version': 'show the version',
  'cli.help': 'show help',
  'cli.check': 'check transcripts and templates (the default command)',
  'cli.check.paths': 'files, folders, globs, or - for standard input',
  'cli.check.pack': 'rule pack by name or path, repeatable',
  'cli.check.config': 'use this courtesy.yaml',
  'cli.check.format': 'report format, repeatable; name=file writes to a file',
  'cli.check.concurrency':
    'how many threads judge (default: as many as there are cores, where there is much to judge; results are the same)',
  'cli.check.input-format': 'input format, where the name does not tell',
  'cli.check.encoding': 'input encoding',
  'cli.check.fail-on': 'exit with 1 from this severity on',
  'cli.check.max-warnings': 'exit with 1 over this many warnings',
  'cli.check.min-score': 'exit with 1 where a transcript scores less',
  'cli.check.all-checks': 'list the outcome of every rule',
  'cli.check.explain-score': 'show the arithmetic of the score',
  'cli.locale': 'language of messages',
  'cli.debug': 'show a stack trace on errors',
  'cli.test': 'run the examples of rule packs',
  'cli.test.packs': 'packs by name or path; by default those of courtesy.yaml, or all that ship',
  'cli.test.coverage': 'list phrases that no example uses',

  'cli.rules': 'list rules',
  'cli.rules.packs': 'packs by name or path; by default those that check would use',
  'cli.rules.format': 'text or json',
  'cli.rules.all': 'all packs that ship',
  'cli.explain': 'explain a rule',
  'cli.explain.rule': 'rule id, for example zh/core/brush-off',
  'cli.why': 'show, step by step, why a rule did or did not fire on a file',
  'cli.why.file': 'the file',
  'cli.why.rule': 'rule id',
  'cli.why.turn': 'only this turn',
  'cli.formats': 'list the input formats',
  'cli.convert': 'write any input as neutral JSONL',
  'cli.convert.output': 'write to this file',
  'rules.total': '{packs} {packs:pack|packs}, {rules} {rules:rule|rules}',

  'cli.check.ladder': 'sum up the steps of each agent and month (needs a pack with a ladder)',

  'docs.pack-rules': '{own} own rules, {inherited} inherited {parents}',
  'docs.rule': 'rule',

  'usage.unknownCommand': 'no such command: {word}.',
  'usage.unknownOption': 'no such option: {word}.',
  'usage.missingArgument': 'missing argument: {word}.',
  'usage.optionMissingArgument': 'option {word} needs a value.',
  'usage.missingMandatoryOptionValue': 'option {word} is needed.',
  'usage.invalidArgument': 'option {word} does not take "{value}".',
  'usage.choices': 'Use one of: {choices}.',
  'usage.usage': 'Usage:',
  'help.choices': ' (one of: {choices})',
  'help.default': ' (default: {value})',
  'usage.arguments': 'Arguments:',
  'usage.options': 'Options:',
  'usage.commands': 'Commands:',
  'usage.see-help': 'See courtesy --help.',

  'cli.init': 'write a configuration, a company pack, an example that fails and a CI file here',
  'cli.init.yes': 'ask nothing',
  'init.language': 'What language are the conversations in?',
  'init.trade': 'Which rule pack do you start from?',
  'init.choose': 'Its number (Enter for {usual}):',
  'init.company': 'What is the company called, as agents say it?',
  'init.wrote': 'wrote   {file}',
  'init.exists': 'exists  {file}, left as it is',
  'init.next': 'Next:',
  'init.left': 'left before the last question: nothing was written',

  // A new exercise out of a pack: its key and its sheet.
  'cli.exercise': 'exercises for trainees',
  'cli.exercise.new':
    "draw situations from a pack: a blank sheet (Markdown and .docx) and the trainer's key (YAML)",
  'cli.exercise.pack': 'rule pack to draw from, as often as needed',
  'cli.exercise.count': 'how many items',
  'cli.exercise.seed': 'the same seed draws the same items',
  'cli.exercise.output': 'folder to write into',
  'cli.exercise.force': 'overwrite files of the same names',

  'cli.check.print-config': 'show the configuration for this file, and where each value comes from',
  'config.default': 'default',
  'config.command-line': 'command line',
  'config.packs': 'rule packs',
  'config.environment': 'environment',
  'config.none': 'no courtesy.yaml',

  'cli.baseline': "write down today's violations, so that only new ones count",
  'cli.baseline.output': 'write to this file',
  'cli.check.baseline': 'let the violations in this file pass',
  'baseline.reason': 'known from {file}',
  'baseline.unreadable': 'the baseline {file} cannot be read: {why}',
  'baseline.wrote': 'wrote {file}; check with --baseline {file}',
  'cli.grade': 'mark a written exercise: points by step, and the reason for what is missing',
  'cli.grade.exercise': 'the exercise (YAML)',
  'cli.grade.answers': 'the answers: files or folders',
  'cli.grade.format': 'report format, as often as needed; name=file writes into a file (formats: {formats})',
  'cli.grade.overrides': "the trainer's own marks (default: overrides.yaml beside the exercise)",
  'cli.grade.exit-codes':
    'Exit codes: 0 marked, whatever the marks; 2 could not be marked (a mistake in\nthe exercise, no answers, a report that cannot be written).',

  // Which files are looked at.
  'cli.check.file-list': 'also check the paths in this file, one a line or ended by NUL; - is standard input',
  'cli.check.changed': 'only files changed in git; with a ref also those changed since HEAD parted from it',
  'file-list.unreadable': 'the file list {file} cannot be read: {why}',
  'file-list.empty': 'there is no path in the file list {file}',
  'changed.nothing': 'no changed file has a conversation to check',
  'changed.no-git': '--changed needs git, which cannot be run: {why}',
  'changed.no-repository': '--changed needs a git repository, and {folder} is in none',
  'changed.no-reference': '--changed={reference}: the repository has no such branch, tag or commit',
  'changed.no-base':
    '--changed={reference}: {reference} and HEAD have no ancestor in common; in CI fetch the whole history (fetch-depth: 0)',
  'changed.failed': 'git failed, so what is changed is not known: {why}',

  'cli.check.sample': 'only some of the conversations, 5% or 200 of them; the same seed draws the same ones',
  'cli.check.seed': 'seed of the sample (default: 0); another number draws others',
  'sample.looked': 'sample: {taken} of {of} conversations were looked at',
  'sample.none':
    'none of the {of} {of:conversation|conversations} was drawn: take more of them, for example --sample 1',
  'sample.only-seed': '--seed goes with --sample, as in --sample 5% --seed 7',
  'sample.stdin':
    'standard input is read only once, so {count} of its conversations cannot be drawn; give a share (--sample 5%) or a file',

  // Reports that are tables.
  'tables.more': '{count} more {count:row|rows}; --format csv has them all',
  'tables.with-interval': '{share} (95% interval {from}–{to})',

  // A trainer's marks beside ours.
  'cli.agree.exercise':
    "an exercise: compare a trainer's marks of answers; <human> has trainee, item and points, [paths...] are answers",

  // People's findings beside ours.
  'cli.agree': "compare people's ratings with ours: agreement, κ, rule by rule",
  'cli.agree.human':
    "people's ratings, CSV or XLSX: a row a transcript (file or id, score, passed, columns of rules), or a row a rule",

  'cli.check.quiet': 'no notes and no progress: the report, and what went wrong',
  'progress.known': '{percent}% · {count} {count:conversation|conversations} · {rate}/s · {left} left',
  'progress.unknown': '{count} {count:conversation|conversations} · {rate}/s · {spent} spent',

  // Appeals against violations.
  'cli.appeals': 'list appeals and their decisions, and how often each rule is right',

  'cli.check.timing': 'after the run, list what each phase and each rule took',

  'cli.check.watch': 'run again whenever packs, configuration or inputs change, until Ctrl-C',
  'watch.waiting': '{time}, after {seconds} s; runs again when something changes, until Ctrl-C',
  'watch.stdin': '--watch cannot see standard input change; name files or folders',

  // Two packs compared.
  'cli.diff': 'judge a corpus by two packs: which transcripts and agents change, and why',
  'cli.diff.old': 'the old pack: a name or a path, or a courtesy.yaml',
  'cli.diff.new': 'the new pack: a name or a path, or a courtesy.yaml',

  'cli.baseline.prune': 'add nothing, only take out what was mended',
  'baseline.pruned': '{file}: {idle} taken out, {left} left',
  'baseline.idle':
    '{idle} of the violations in the baseline {file} {idle:is|are} there no more; courtesy baseline --prune takes {idle:it|them} out',

  'cli.check.cache': 'do not judge unchanged files again: take what came of them last time',
  'cli.check.no-cache': 'judge every file (the default)',
  'cli.check.cache-location': 'the folder where results are kept (default: in the user cache folder)',
});
