/** What the command line says of itself, and of how it was called. */
export const help = () => ({
  'cli.about': '客服用语检查：按服务规范检查对话、话术模板和书面答题',
  'cli.version': '显示版本',
  'cli.help': '显示帮助',
  'cli.check': '检查对话和模板（默认命令）',
  'cli.check.paths': '文件、文件夹、通配符，或 - 表示标准输入',
  'cli.check.pack': '使用的规则包：名称或路径，可重复',
  'cli.check.config': '指定 courtesy.yaml',
  'cli.check.format': '报告格式，可重复；写入文件用 格式=文件名',
  'cli.check.concurrency': '几个线程一起检查（默认：数据多时与处理器核数相同；结果不变）',
  'cli.check.input-format': '输入格式',
  'cli.check.encoding': '输入编码',
  'cli.check.fail-on': '达到这个级别就返回 1',
  'cli.check.max-warnings': '警告超过这个数就返回 1',
  'cli.check.min-score': '有对话低于这个分数就返回 1',
  'cli.check.all-checks': '列出每条规则的结果',
  'cli.check.explain-score': '列出分数的算式',
  'cli.locale': '界面语言',
  'cli.debug': '出错时显示详细堆栈',
  'cli.test': '运行规则包里的例子',
  'cli.test.packs': '规则包名称或路径；不写则测试 courtesy.yaml 里的或全部自带规则包',
  'cli.test.coverage': '列出没有例子用到的写法',

  'cli.rules': '列出规则',
  'cli.rules.packs': '规则包名称或路径；不写则列出默认或 courtesy.yaml 里的',
  'cli.rules.format': 'text 或 json',
  'cli.rules.all': '列出全部自带规则包',
  'cli.explain': '说明一条规则',
  'cli.explain.rule': '规则编号，例如 zh/core/brush-off',
  'cli.why': '说明一条规则在一个文件里为什么中或不中',
  'cli.why.file': '要看的文件',
  'cli.why.rule': '规则编号',
  'cli.why.turn': '只看第几轮',
  'cli.formats': '列出能读的输入格式',
  'cli.convert': '把任何能读的格式写成中性 JSONL',
  'cli.convert.output': '写入文件而不是标准输出',
  'rules.total': '{packs} 个规则包，{rules} 条规则',

  'cli.check.ladder': '按人按月汇总处理步骤（规则包里要有 ladder）',

  'docs.pack-rules': '{own} 条自有规则，{inherited} 条继承自 {parents}',
  'docs.rule': '规则',

  'usage.unknownCommand': '没有这个命令：{word}。',
  'usage.unknownOption': '没有这个选项：{word}。',
  'usage.missingArgument': '缺少参数：{word}。',
  'usage.optionMissingArgument': '选项 {word} 后面要写值。',
  'usage.missingMandatoryOptionValue': '必须写选项 {word}。',
  'usage.invalidArgument': '选项 {word} 的值「{value}」不对。',
  'usage.choices': '可用：{choices}。',
  'usage.usage': '用法：',
  'help.choices': '（可选：{choices}）',
  'help.default': '（默认：{value}）',
  'usage.arguments': '参数：',
  'usage.options': '选项：',
  'usage.commands': '命令：',
  'usage.see-help': '用 courtesy --help 看用法。',

  'cli.init': '在当前文件夹写好配置、公司规则包、示例对话和 CI 文件',
  'cli.init.yes': '不提问，全用默认值',
  'init.language': '对话是什么语言？',
  'init.trade': '从哪个规则包开始？',
  'init.choose': '写序号，直接回车为 {usual}：',
  'init.company': '公司叫什么（客服自报家门时说的名字）？',
  'init.wrote': '写好  {file}',
  'init.exists': '已有  {file}，没有动它',
  'init.next': '接下来：',
  'init.left': '没有答完，什么都没有写',

  // A new exercise out of a pack: its key and its sheet.
  'cli.exercise': '给学员出题',
  'cli.exercise.new': '从规则包抽题，写出学员的空白卷（Markdown、.docx）和教师的评分标准（YAML）',
  'cli.exercise.pack': '从哪个规则包抽题，可以重复写',
  'cli.exercise.count': '题数',
  'cli.exercise.seed': '种子：同一个种子抽出同样的题',
  'cli.exercise.output': '写到哪个文件夹',
  'cli.exercise.force': '覆盖同名的文件',

  'cli.check.print-config': '列出检查这个文件用的配置，以及每一项从哪里来',
  'config.default': '默认',
  'config.command-line': '命令行',
  'config.packs': '规则包',
  'config.environment': '环境',
  'config.none': '没有 courtesy.yaml',

  'cli.baseline': '把现有的违规记入基线，以后只算新的',
  'cli.baseline.output': '写到这个文件',
  'cli.check.baseline': '放过这个基线文件里记下的违规',
  'baseline.reason': '基线 {file} 里已有',
  'baseline.unreadable': '基线 {file} 读不了：{why}',
  'baseline.wrote': '写好 {file}；检查时加 --baseline {file}',
  'cli.grade': '批改书面练习：按步骤给分，说明扣分原因',
  'cli.grade.exercise': '练习（YAML）',
  'cli.grade.answers': '答卷：文件或文件夹',
  'cli.grade.format': '报告格式，可写多个；写成 name=file 存入文件（可用：{formats}）',
  'cli.grade.overrides': '老师改的分（默认读练习旁边的 overrides.yaml）',
  'cli.grade.exit-codes': '退出码：0 批改完成，成绩好坏不论；2 没能批改（练习有错、没有答卷、报告写不了）。',

  // Which files are looked at.
  'cli.check.file-list': '再检查这个文件里列出的路径，一行一个或以 NUL 分隔；- 表示标准输入',
  'cli.check.changed': '只检查 git 里有改动的文件；写了 ref 还包括与它分叉以来改动的',
  'file-list.unreadable': '文件清单 {file} 读不了：{why}',
  'file-list.empty': '文件清单 {file} 里一个路径也没有',
  'changed.nothing': '改动的文件里没有要检查的对话',
  'changed.no-git': '--changed 要用 git，运行不了：{why}',
  'changed.no-repository': '--changed 要在 git 仓库里用，{folder} 不在仓库里',
  'changed.no-reference': '--changed={reference}：仓库里没有这个分支、标签或提交',
  'changed.no-base':
    '--changed={reference}：{reference} 与 HEAD 没有共同的祖先；在 CI 里要取回完整历史（fetch-depth: 0）',
  'changed.failed': 'git 出错，不知道改动了哪些文件：{why}',

  'cli.check.sample': '只抽查一部分对话：5% 或 200 通；种子相同，每次抽到的都一样',
  'cli.check.seed': '抽查用的种子（默认 0）：换一个数，抽另一批',
  'sample.looked': '抽查：{of} 通对话中看了 {taken} 通',
  'sample.none': '{of} 通对话里一通也没有抽到：请抽多一些，例如 --sample 1',
  'sample.only-seed': '--seed 要和 --sample 一起用，例如 --sample 5% --seed 7',
  'sample.stdin': '标准输入只能读一遍，抽不了 {count} 通；请写百分比（--sample 5%），或先存成文件',

  // Reports that are tables.
  'tables.more': '还有 {count} 行没有列出；全部的见 --format csv',
  'tables.with-interval': '{share}（95% 区间 {from}–{to}）',

  // A trainer's marks beside ours.
  'cli.agree.exercise': '练习文件：对照培训师给答卷打的分，<human> 是学员、题目、分数，[paths...] 是答卷',

  // People's findings beside ours.
  'cli.agree': '把人工评分与程序的结果对照：一致率、κ、逐条规则',
  'cli.agree.human':
    '人工评分表，CSV 或 XLSX：一行一通对话（文件或编号，得分、是否合格，规则列），或一行一条规则',

  'cli.check.quiet': '不显示提醒和进度，只显示报告和出错信息',
  'progress.known': '{percent}% · {count} 通 · 每秒 {rate} 通 · 还要 {left}',
  'progress.unknown': '{count} 通 · 每秒 {rate} 通 · 用时 {spent}',

  // Appeals against violations.
  'cli.appeals': '列出申诉和裁决，算出每条规则判得准不准',

  'cli.check.timing': '检查完后列出各阶段、各规则用了多少时间',

  'cli.check.watch': '规则包、配置或输入一有改动就再跑一遍，按 Ctrl-C 结束',
  'watch.waiting': '{time} 跑完，用时 {seconds} 秒；有改动会再跑，按 Ctrl-C 结束',
  'watch.stdin': '--watch 看不到标准输入的改动，请写文件或文件夹',

  // Two packs compared.
  'cli.diff': '用新旧两个规则包检查同一批对话：哪些对话、哪些坐席的结果变了，为什么',
  'cli.diff.old': '旧的规则包：名称或路径，也可以是一个 courtesy.yaml',
  'cli.diff.new': '新的规则包：名称或路径，也可以是一个 courtesy.yaml',

  'cli.baseline.prune': '不记新的，只去掉已经改好的',
  'baseline.pruned': '{file}：去掉 {idle} 处，还有 {left} 处',
  'baseline.idle': '基线 {file} 里有 {idle} 处已经没有了，可用 courtesy baseline --prune 去掉',

  'cli.check.cache': '没有改动的文件不再重新判断，用上次的结果',
  'cli.check.no-cache': '不用上次的结果（默认）',
  'cli.check.cache-location': '上次的结果存放在这个文件夹（默认在用户的缓存文件夹里）',
});
