// What is said in Chinese conversations, stage by stage. {slots} are filled anew each time, so that turns differ
// as they do in real ones; the few fixed turns (好的) recur as they do there.
const DIGITS = '零一二三四五六七八九';

export const slots = {
  surname: (r) => r.pick([...'张王李刘陈赵吴周黄杨孙徐朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭']),
  call: (r) => r.pick(['先生', '女士']),
  staff: (r) => `${r.between(1001, 9899)}`,
  order: (r) => `${r.between(20260001, 20269999)}${r.between(1000, 9999)}`,
  tail: (r) => `${r.between(1000, 9999)}`,
  amount: (r) => `${r.between(3, 1999)}${r.pick(['', '', '.5', '.8'])}元`,
  day: (r) => `${r.between(1, 12)}月${r.between(1, 28)}日`,
  clock: (r) => `${r.pick(['上午', '下午', '晚上'])}${r.between(1, 11)}点${r.pick(['', '半', '一刻'])}`,
  when: (r) =>
    r.pick(['昨天晚上', '今天早上', '前天', '上周五', '这个月初', '刚才', '国庆节那几天', '大概半小时前']),
  days: (r) => `${r.between(1, 7)}${r.pick(['', '到八'])}个工作日`,
  hours: (r) => `${r.between(2, 48)}小时`,
  place: (r) =>
    `${r.pick(['城关区', '东湖区', '滨江区', '龙华区', '天河区', '朝阳区', '高新区', '柯桥区'])}${r.pick(['解放路', '人民路', '建设大街', '滨河路', '学府街', '和平里', '文昌巷', '迎宾大道'])}${r.between(1, 320)}号`,
  home: (r) =>
    `${r.between(1, 28)}${r.pick(['栋', '号楼', '幢'])}${r.between(1, 33)}${r.pick(['零一', '零二', '零三'])}室`,
  product: (r) =>
    `${r.pick(['千兆', '家庭', '全屋', '新款', '白色', '大号', '两百兆', '智能', '加厚', '便携'])}${r.pick(['宽带', '路由器', '机顶盒', '电热水壶', '空气净化器', '充电宝', '洗衣机', '羽绒服', '行李箱', '扫地机', '水表', '电表', '血压计', '台灯', '燃气灶', '耳机'])}`,
  parcel: (r) => r.pick(['包裹', '快递', '换货件', '补发的配件', '发票', '工单']),
  trouble: (r) =>
    r.pick([
      '一直连不上网',
      '开机就黑屏',
      '少发了两件配件',
      '比上个月多扣了钱',
      '用了三天就漏水',
      '显示已签收可我没收到',
      '每到晚上就断线',
      '尺码跟页面上的对不上',
      '充不进去电',
      '门口的管道在冒水',
      '声音大得睡不着',
      '遥控器没有反应',
    ]),
  cause: (r) =>
    r.pick([
      '附近的光缆正在检修',
      '仓库盘点晚了一天',
      '系统升级时重复计了一次',
      '天气原因航班延误',
      '配送站今天件特别多',
      '阀门的密封圈老化',
      '优惠期到上个月底为止',
      '登记的号码少了一位',
    ]),
  city: (r) =>
    r.pick(['南昌', '拉萨', '绍兴', '广州', '成都', '沈阳', '西安', '郑州', '昆明', '厦门', '合肥', '兰州']),
  um: (r) => r.pick(['嗯，', '那个，', '哦，', '哎，', '这样啊，', '我想想，', '噢噢，', '啊，', '', '']),
  spoken: (r) => Array.from({ length: 11 }, (_, i) => (i === 0 ? '一' : DIGITS[r.below(10)])).join(''),
};

const opening = [
  [
    'agent',
    [
      '您好，{city}客服中心，{staff}号为您服务，请问有什么可以帮您？',
      '{surname}{call}您好，欢迎致电，工号{staff}为您服务，请问有什么可以帮您的吗？',
      '下午好，这里是{city}服务热线，{staff}号很高兴为您服务，请问您要办理什么业务？',
    ],
  ],
  [
    'customer',
    [
      '你好，我{when}在你们那儿买的{product}，{trouble}，想问一下怎么回事',
      '喂，我住{place}，家里的{product}{trouble}，{when}就这样了',
      '我要查一下{order}这个单子，{product}{trouble}',
      '{when}扣了我{amount}，我看账单上写的是{product}，想问一下',
    ],
  ],
  [
    'agent',
    [
      '很抱歉给您带来不便，请您提供一下{product}的订单号，我马上为您查询，好吗？',
      '非常抱歉让您着急了，请问登记的手机号后四位是不是{tail}？',
      '您的心情我理解，很抱歉。请您稍等，我先核对一下{day}的记录，好吗？',
    ],
  ],
  [
    'customer',
    [
      '订单号是{order}',
      '后四位{tail}，名字叫{surname}{call}那个',
      '登记的号码是{spoken}',
      '地址是{place}{home}，你查一下',
    ],
  ],
];

const middle = [
  [
    'agent',
    [
      '好的，谢谢您，我看到{day}有一笔{amount}的{product}，请问是这一笔吗？',
      '感谢您的配合，系统显示{parcel}{day}{clock}从{city}发出，运单{order}，请问收件人是{surname}{call}吗？',
      '{surname}{call}，请问您家{product}的指示灯{clock}以后是什么颜色？',
    ],
  ],
  [
    'customer',
    [
      '{um}对，就是{amount}那笔',
      '{um}是的，我{when}{clock}还看过',
      '嗯，{day}{clock}左右吧，我记得是{tail}结尾的',
      '好的',
      '{um}红的，一直在闪，{hours}了都没停',
    ],
  ],
  [
    'agent',
    [
      '让您久等了，经过核实，是{cause}，我已经为您登记，{days}内给您回复，请您放心。',
      '{surname}{call}，谢谢您的等待。{cause}，所以{parcel}会在{day}{clock}前送到{place}，请您留意电话。',
      '查到了，{amount}会在{days}内退回原来的账户，尾号{tail}，请您留意短信。',
    ],
  ],
  [
    'customer',
    [
      '{um}那我{day}{clock}在家等行不行',
      '{um}要{hours}这么久啊，{day}{clock}之前能不能好',
      '{um}行，那你帮我记一下，{when}打的那个，，电话打{spoken}',
      '{um}我们小区{day}那回，{clock}开始也都{trouble}',
      '{um}是{cause}啊，我还以为{product}坏了',
    ],
  ],
  [
    'agent',
    [
      '可以的，我为您备注{day}{clock}上门，地址是{place}{home}，您看可以吗？',
      '我马上帮您催一下{day}的{parcel}，并且申请{hours}内优先处理，您看这样可以吗？',
      '好的，{clock}以后给您回访，已经为您记录，回访电话是您登记的这个号码，请问对吗？',
    ],
  ],
  [
    'customer',
    [
      '{um}可以，{clock}我在，谢谢',
      '{um}对的，{tail}，{clock}以后都行',
      '好，那就{day}{clock}吧',
      '{um}可以的，打给{surname}{call}就行，{clock}以前',
    ],
  ],
];

const closing = [
  [
    'agent',
    [
      '请问还有其他可以帮您的吗？',
      '{surname}{call}，请问除了{product}，还有其他需要帮助的吗？',
      '{day}{clock}之前我再跟您确认一次，请问还有其他可以帮您的吗？',
    ],
  ],
  [
    'customer',
    [
      '没有了，谢谢',
      '{um}没了，{day}我再看看，谢谢你啊',
      '暂时没有，{parcel}{day}到了我再联系你们',
      '{um}没有了，{when}问的{parcel}也是这个事',
    ],
  ],
  [
    'agent',
    [
      '感谢您的来电，祝您生活愉快，再见！',
      '感谢{surname}{call}来电，{product}有任何问题请随时联系{staff}号，祝您生活愉快，再见！',
      '谢谢{surname}{call}的理解和支持，{days}内我们会回访您，祝您一切顺利，再见！',
    ],
  ],
];

export default {
  language: 'zh',
  labels: { agent: '坐席', customer: '客户' },
  colon: '：',
  joint: '',
  slots,
  steady: new Set([
    'surname',
    'call',
    'staff',
    'order',
    'tail',
    'product',
    'trouble',
    'place',
    'home',
    'spoken',
  ]),
  opening,
  middle,
  closing,
  short: {
    agent: [
      '好的，{tail}对吧',
      '请稍等',
      '{amount}，请您核对',
      '是{day}的',
      '{surname}{call}您好',
      '请问几点方便？',
    ],
    customer: ['嗯', '{tail}', '好的', '{day}吧', '{amount}那个', '{clock}可以', '姓{surname}'],
  },
  rude: [
    '不知道，你自己去查{order}吧',
    '这事不归我们管，你找{city}那边去',
    '{amount}而已，你爱要不要',
    '都说了{days}了，你听不懂吗？',
    '有意见你去投诉好了，我工号{staff}',
    '{product}本来就这样，怪你自己没看清楚',
    '我已经下班了，你{day}再打',
    '你是不是有病，{trouble}关我什么事',
    '凭什么给你退{amount}，你做梦呢',
    '急什么急，{hours}都等了',
    '你说的这个我没法办，别再问我了，尾号{tail}也没用',
    '公司规定就是这样，跟我说{cause}也没用',
  ],
};
