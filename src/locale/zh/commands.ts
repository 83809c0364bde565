/** The command line: its help, its complaints, its closing lines. */
export const commands = () => ({
  // What ran and what came of it.
  'summary.checked': '检查了 {files} 个文件、{transcripts} 通对话、{turns} 轮发言',
  'summary.packs': '使用规则 {rules} 条：{packs}',
  'summary.pack': '{name} {version}（{rules} 条）',
  'summary.errors': '{count} 处错误',
  'summary.warnings': '{count} 处警告',
  'summary.infos': '{count} 处提示',
  'summary.score': '平均分 {score}',
  'summary.no-score': '没有适用的规则，不计分',
  'summary.problems': '{count} 处输入未能读取',
  'summary.all-passed': '全部通过，没有发现问题',
  'summary.not-passed': '没有发现违规，但未达到通过条件',

  // The gates that decide the exit code.
  'gate.fail-on': '有 {count} 处问题达到「{severity}」级别（--fail-on {level}）',
  'gate.max-warnings': '警告 {count} 处，超过允许的 {max} 处（--max-warnings {max}）',
  'gate.min-score': '最低得分 {score}，低于 {min}（--min-score {min}）',

  // The job could not be done, or a part of it.
  'run.no-input': '没有指定要检查的文件。例如：courtesy check calls/',
  'run.nothing-checked': '没有检查任何对话：{paths} 中没有可读的对话文件',
  'run.no-rule-active': '没有生效的规则：请检查 --pack 和 courtesy.yaml',
  'run.none-applicable': '没有规则适用于这些对话（对话语言：{found}，规则语言：{wanted}）',
  'run.unreadable': '无法读取：{why}',
  'run.binary': '不是文本文件',
  'run.unknown-format': '没有名为「{name}」的报告格式；可用：{known}',
  'run.unknown-rule': '没有规则「{rule}」',
  'run.did-you-mean': '是否想写「{name}」？',
  'run.binary-output': '{format} 报告不是文本，请写入文件：--format {format}=文件名',
  'run.unwritable': '无法写入 {file}：{why}',
  'run.defect': '程序内部错误：{why}（加 --debug 可看详情）',
  'run.no-ladder': '没有规则包写了 ladder（处理步骤）',
  'summary.known': '基线放过 {count} 处',
});
