/** The command line: its help, its complaints, its closing lines. */
export const commands = () => ({
  // What ran and what came of it.
  'summary.checked':
    'Checked {files} {files:file|files}, {transcripts} {transcripts:transcript|transcripts}, {turns} {turns:turn|turns}',
  'summary.packs': 'with {rules} {rules:rule|rules}: {packs}',
  'summary.pack': '{name} {version} ({rules} {rules:rule|rules})',
  'summary.errors': '{count} {count:error|errors}',
  'summary.warnings': '{count} {count:warning|warnings}',
  'summary.infos': '{count} {count:info|infos}',
  'summary.score': 'mean score {score}',
  'summary.no-score': 'no rule applied, no score',
  'summary.problems': '{count} {count:problem|problems} reading the input',
  'summary.all-passed': 'all passed, nothing to report',
  'summary.not-passed': 'no violation, but a gate was not met',

  // The gates that decide the exit code.
  'gate.fail-on': '{count} {count:violation|violations} at "{severity}" or above (--fail-on {level})',
  'gate.max-warnings': '{count} {count:warning|warnings}, {max} allowed (--max-warnings {max})',
  'gate.min-score': 'lowest score {score}, below {min} (--min-score {min})',

  // The job could not be done, or a part of it.
  'run.no-input': 'no file to check was given. For example: courtesy check calls/',
  'run.nothing-checked': 'nothing was checked: no readable transcript in {paths}',
  'run.no-rule-active': 'no rule is active: look at --pack and courtesy.yaml',
  'run.none-applicable': 'no rule is for these transcripts (they are in {found}, the rules are for {wanted})',
  'run.unreadable': 'cannot be read: {why}',
  'run.binary': 'not a text file',
  'run.unknown-format': 'no report format is called "{name}"; there are: {known}',
  'run.unknown-rule': 'no rule is called "{rule}"',
  'run.did-you-mean': 'did you mean "{name}"?',
  'run.binary-output': 'a {format} report is not text, write it to a file: --format {format}=FILE',
  'run.unwritable': 'cannot write {file}: {why}',
  'run.defect': 'internal error: {why} (--debug shows where)',
  'run.no-ladder': 'no pack has a ladder',
  'summary.known': '{count} known from the baseline',
});
