/** Reports for people. */
export const reports = () => ({
  // Headings and lines of the reports.
  'report.transcript': '对话 {id}',
  'report.agent': '坐席 {agent}',
  'report.why': '原因：',
  'report.clauses': '条款：',
  'report.instead': '改说：',
  'report.searched': '已查第 {from}–{to} 行，没有找到',
  'report.searched-line': '已查第 {from} 行，没有找到',
  'report.joiner': '、',
  'report.more-of': '另有 {count} 处{severity}没有列出',
  'report.checks': '检查项：通过 {passed}，未通过 {failed}，不适用 {na}',
  'markdown.title': '客服用语检查',
  'markdown.lowest': '得分最低的对话',
  'markdown.worst-rules': '违规最多的规则',
  'markdown.violations': '违规明细',
  'markdown.unread': '未能读取的输入',
  'markdown.more': '另有 {count} 项没有列出',
});
