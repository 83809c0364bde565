/** Reports for people. */
export const reports = () => ({
  // Headings and lines of the reports.
  'report.transcript': 'transcript {id}',
  'report.agent': 'agent {agent}',
  'report.why': 'why: ',
  'report.clauses': 'clause: ',
  'report.instead': 'say instead: ',
  'report.searched': 'looked through lines {from}–{to}, not found',
  'report.searched-line': 'looked through line {from}, not found',
  'report.joiner': ', ',
  'report.more-of': 'and {count} more of level {severity}',
  'report.checks': 'checks: {passed} passed, {failed} failed, {na} not applicable',
  'markdown.title': 'customer-service language',
  'markdown.lowest': 'lowest scores',
  'markdown.worst-rules': 'rules broken most',
  'markdown.violations': 'violations',
  'markdown.unread': 'input that could not be read',
  'markdown.more': 'and {count} more',
});
