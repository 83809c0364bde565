/** How Chinese asks somebody to do something. One clause at a time. */
import { guarded, type Signs, signsOf } from '../text/signs.ts';

/** What may come before the request and is no part of it. */
const LEAD =
  /^(?:(?:好的?|嗯+|那么?|哎|喂|嘿|对|行|是的|[您你]好|哈喽|(?:[\u4e00-\u9fff]{1,2})?(?:先生|女士|小姐|大爷|大妈|老板|(?:师傅|经理|同学|姐|哥)(?=[您你请麻,]))|不好意思|对不起|抱歉|这样吧?|然后|所以|因此|但是?|不过|并且?|同时|另外|方便的话|可以的话|有需要的话|有空的话|有时间的话|现在|首先|其次|接下来|最后|那个|这边|那边的?|\d{1,2}[.、)]|[一二三四五六](?=、)|[-*•"“”'(,、 ])){1,6}/;
const TAIL =
  /(?:[\s,、:。!?;…—~"”')]|[啊哈哦喔呀吧呢呗嘛啦咯哟]|好吗|好么|可以吗|可以么|行吗|行么|好不好|行不行|可以不|可不可以|方便吗|谢谢(?:您|你)?(?:的?配合)?|感谢(?:您|你)?|就行|就好|就可以了?|即可|就是了?|行了|(?<!不)好了)+$/;

/** What a tail ends with, each of them. */
const TAIL_ENDS = ' \n\t,、:。!?;…—~"”\')啊哈哦喔呀吧呢呗嘛啦咯哟吗么好行不以谢您你合可是了';

/** 请 as a courtesy; 申请, 邀请, 请假 and 请问 ask nothing of this kind. */
const PLEASE = guarded(/(?<![申邀聘宴有恳促敬特呈催商家])请(?![问假客教求示愿柬帖功缨战辞安的过了])/);
const TROUBLE = guarded(
  /(?<![添很太不怕嫌多么些惹找点的])(?:麻烦|劳烦|烦请|劳驾|拜托|有劳|辛苦)(?=[您你](?![了们]$|的))|(?<![添很太不怕嫌多么些惹找点的])(?:麻烦|劳烦|烦请|劳驾|拜托|有劳)(?=把|将|再|先|帮|给我|提供|报|说|看|等|稍|填|签|出示|登记|留|发|加|确认|核对|配合|尽快)/,
);
/** 请 with somebody else, or a wish. */
const OTHERS = guarded(
  /^(?:我们?的?)?(?:师傅|同事|工程师|专员|专人|技术|领导|他|她|主管|业主|房东|客户|经理|人(?!工)|维修|抢修|工作人员|有关|相关(?:部门|人员)|后台|物业|大家看|各位看|律师|中介|保洁|家人)/,
);
const WISH = guarded(
  /^(?:[您你]们?|各位|大家)?(?:先|也|多多?|一定)?(?:放心|谅解|原谅|见谅|理解|包涵|慢走|走好|关照|指教|笑纳|息怒|不吝|节哀|勿怪|别介意|相信)/,
);

const CONDITION = guarded(
  /^(?:如果|如有|如需|如您|要是|假如|若|一旦|只要|当[您你]|等[您你]|除非|因为|由于|虽然|既然|为了|万一|比如|例如|凡)|的话$|(?:的?时候?|[以之]后|[以之]前)$/,
);
const OFFER = guarded(
  /可以|[^功智性节机]能|^能|可能|应该|也许|一般|通常|建议|不妨|欢迎|推荐|(?:^|[^机社大协开都])会(?!员|议)/,
);
const FACT = guarded(
  /吗|[^什怎这那]么$|什么|怎么|如何|多少|哪|谁|几[点个天次]|为何|是不是|能不能|要不要|有没有|是否|没|已|正在|刚|曾|从来|一直|还在|([\u4e00-\u9fff])不\1/,
);
const SPEAKER = guarded(
  /^(?:我|咱|俺|系统|客服|师傅|工作人员|同事|业主|房东|客户|用户|顾客|他|她|它|对方|别人|大家|公司|银行|平台|这[个种些套]|那[个种些套]|有|是)|(?:我|我们|咱们?)(?:会|再|就|先|马上|来|去|帮|给[您你他]|为|这|已|刚|也|可|能|要|想|把|将|现在|在|正|等下|晚|明天|今天|直接|都|们)/,
);
const FOR_YOU = guarded(
  /(?:帮|给|为|发|跟|替|让|和|回复|联系|告诉|带|陪|向|通知|送)(?:[您你](?!的|手上|家人|爱人|朋友|父母|孩子|妈|爸|老公|老婆|同事|领导|老人))|(?:给|帮)(?:客户|业主)/,
);
const DONE = guarded(/(?<!关|扔|删|退|算|通|超)[了过](?!来|去|一遍|户|解|期|一下)/);

const ADDRESS = /^(?:[您你]们?)(?!的|那|这|好|说的|家)/;
const ADVERB = guarded(
  /^(?:先|再|快|赶紧|赶快|自己|直接|最好|只管|尽管|尽快|务必|一定要?|现在|马上|立刻|必须|得|还得|需要|还要|要|也|都|这边|那边|那|帮忙?我?|给我|稍微|稍|尽量|继续|千万|慢慢|自行|亲自|按|在[这那](?:里|儿|边)?|在[^,]{1,4}[里上处]|往[前后左右里外上下]|[这那](?:里|儿)|靠[边后]|平时|以后|回头|改天|改日|明天|下次|下午|上午|今天|晚点|待会儿?|过两天|回去|回来|到时候?|就|多|倒是|来|去)(?=[\u4e00-\u9fff]{1})/,
);
const PRESSING = guarded(
  /^(?:先|再|快|赶紧|赶快|自己|直接|最好|务必|必须|得|还得|需要|还要|要|马上|立刻|尽快|一定|自行|明天|下次|改天|慢慢)/,
);
/** Without 您 it is the speaker who is on the way. */
const AT_ONCE = guarded(/^(?:马上|立刻|现在|这就)/);
const WHEN = guarded(/^(?:回头|改天|改日|明天|下次|下午|上午|晚点|待会儿?|过两天)/);

const FORBIDDING = guarded(
  /^(?:千万|也|都|先|最好|老|总|一直)?(?:别|不要|甭|勿|不许|不准|切勿|切忌|少(?=废话|说|来|啰|跟))(?!人|的|墅|处|致|客气|跟我客气|担心|着急|急|紧|介意|见怪|提了|误会|害怕|怕|生气|难过|灰心|放弃|错过|样|名|扭|说是|说$|钱|中介|税|费|求|么|看|谢|多想|在意|太久)[\u4e00-\u9fff]/,
);
const VERB_OF_HANDING =
  '(?:报|给(?=我|[您你](?:家人|爱人|朋友|父母|孩子|妈|爸|老公|老婆|同事|领导|老人))|发|拿|填|签|出示|打开|打印|打|关|重启|说|念|告诉|写|带|交|放|挪|按|拔|插|输入|开|传|拍|加|留|选|点|提供|退|调|换|移|扫|让|取|收|搬|递|擦|摘|脱|贴|接|剪|停|弄|整理|保管|保存|准备|核对|归还|还|删|卸|连|读|记|抬|推|拉|锁|描述|断|清|登)';
const HAND_OVER = guarded(
  new RegExp(`^(?:把(?![来近军握关门])|将(?=[您你]))[^,]{1,24}?${VERB_OF_HANDING}(?!给(?!我)|[您你])`),
);
const OBJECT_FIRST = guarded(
  /^[^,我]{1,10}?(?:(?:报|拿|填|签|出示|提供|写|说|念|交|登记|核对|拍|留|输|描述)(?:一下|下|过来|来|上来|给我们?看?|出来|清楚)|(?:发|给|传|递|告诉|带|报给|说给)(?:我们?|过来|给我们?)(?:看看|看?一?下)?|带[上好齐]|(?:插|放|塞|装|拔|关|按|拧)(?:进去|上去|下来|出来|掉|好))$/,
);
/** 把钱交了: done or to be done; without a time that has passed it is to be done. */
const GET_DONE = guarded(/^把[^,我]{1,12}(?:交|填|签|关|拔|停|退|摘|脱|倒|收)了$/);
const BRING = guarded(/^[拿带][^,我]{1,8}(?:过?来|给我)$/);
const WAIT = guarded(
  /^(?:稍等|稍候|等着|等等(?!因)|等一?会儿?|等一下)(?:$|一?下|一?会儿?|片刻|\d|几|两|我|[^\u4e00-\u9fff])/,
);
/** The verbs of a customer: what an agent says of them without a subject is hardly about the agent. */
const CUSTOMERS_VERB =
  '(?:报|填写?|签|出示|登记|提供|写|念|说|讲|等|重启|按|坐|让|核对|扫|留|加|配合|试|点击?|输入?|关闭?|打开|开|拔|插|挪|传|拍|描述|重复|回忆|闪|退|刷新|登录?|安静|体谅|理解|听|给|检查|换)';
const A_BIT = guarded(
  new RegExp(
    `^${CUSTOMERS_VERB}[^,]{0,3}?(?:一下|下(?=[您你这那手身自]|$|[^\\u4e00-\\u9fff])|个字)|^(?:试试|等等|说说|讲讲|让让|听听)`,
  ),
);
const ANY_A_BIT = guarded(
  /^[^,来]{1,4}?(?:一下|下(?=[您你这那手身自]|$|[^\u4e00-\u9fff])|一看|一遍|一试)|^([看试等想听说问聊选算走坐找])一?\1/,
);
/** 你看看灯亮不亮: what is asked for is the looking. */
const LOOK = guarded(
  /^(?:[您你]|帮我)(?:先|再|那边|这边|帮我|自己)*(?:看看|试试|问问|(?:看|试|检查|确认|核对|问|查看)一?下)/,
);
const GO = guarded(
  /^(?:去|到|上|往)(?!年|底|时|期|了|位|目前|账|家|达|世|掉|现在|此|处|涨|午|次|周|半|月|面|海|班|手|学|市|门|楼)[^,]{1,14}?(?:办理?|交|打|问|弄|搞|操作|充值?|买|换|盖章?|补|反映|取|找|签|领|缴费?|排队?|登记|查询?|修|投诉|申请|开通|打印|复印|咨询|坐|等|处理)(?:一下|手续|业务|号)?$/,
);
const BARE = guarded(
  new RegExp(
    `^(?:${[
      '过来|进来|出来(?=$)|坐(?:下|那|这|好|稳|$)|站(?:好|那|这|一边|后)|往[前后旁]边?站|排(?:好)?队(?![\u4e00-\u9fff]个)|让(?:一让|开|$|(?:[他她]|家人|机主|本人)[^,]{0,6}(?:接|来|听|签|打|说))|闭嘴|安静(?:点|一点|一下|些)|小声|大声|快(?:点|说|走|来|讲|$)',
      '说(?:快点|慢点|大声|重点|清楚|$)|讲(?:重点|慢点|清楚|$)|[交缴付](?:钱|费|款)$|有事说|进去(?:找|看|问|等|坐)|找谁自己|打电话(?:到|去)|听(?:着|我说|好)|开门|签(?:字|个|名|这|在|上)|填(?:表|这|好|个|完|上|写)|出示|登记(?:$|一|好)',
      '按(?:确认|\\d(?!\\d*[万元年块])|[一二三四五六七八九零]键|提示|照提示|#|井|住)|拨打?(?:\\d|客服|热线|[一二三四五六七八九幺零]{3})|打(?:\\d{3}|客服|热线|开)|输入|点(?:击|开|右|左|确定|进|这)|扫(?:码|描|这)',
      '下载|登录|重启|关(?:闭(?!时)|掉|机|上)|拔(?:掉|下|出)|插(?:上|好|入)|拿(?:着|好|来|过来|出|一?边|开)|放(?:这|那|下|好)|加(?:我|个?微信)|留(?:个|下)|写(?:上|下|好|清楚|个|这)',
      '提供[您你身]|带(?:上|好|着|齐)|找(?:别|别人|[你他她]|柜台|大堂|前台|物业|供应商)|走(?:开|$)|记(?:住|好|下)|联系(?:我|客服)|发(?:我|给我|过来)|给我(?!们?的|一种|感)|告诉我|跟我(?:来|走)',
      '看(?:这儿?$|这里$|清楚|黑板)|保持(?!不|原)|注意(?:查收|保管|接听|安全|脚下)|再(?:打|试|说一|输|按|等一|报|来)|自己(?:去|找|看|查|弄|打|想|来|办|问|搞|进)|选(?:择(?!性|余地|比|特别|也|多|很|较|非常|[的上])|\\d)|回(?:我|电)|确认一?下|滚|等着(?=$|吧)|收好|拿好|慢慢说|有话',
    ].join('|')})`,
  ),
);
/** Verbs that after 您 make a request by themselves. */
const STRONG = guarded(
  /^(?:稍等|稍候|出示|提供|拨打?|重启|填|签|报(?!修|警|名|价)|登记|输入|点击|扫码|等着?(?!级|待)|坐|拿好|带[好上着齐]|把|说(?:吧?$|慢|快|大声|清楚|重点|具体)|讲|打电话|加我|联系我|给我|告诉我|跟我|发我|发给我|留个|收好|注意|听我|过来|进来|保持|去|到[^,]{1,12}(?:办|取|交|领|坐|登记|拿)|自己)/,
);
const DUTY = guarded(
  /^(?:带|提供|出示|填|签|去|到|交|缴|打|拨|登记|等|按|拿|准备|自己|先|重新|联系|下载|安装|关|开|写|办理?|补|上传|配合|预约|本人|亲自|携带|支付|输入|选择|确认|检查|重启)/,
);
const NEED_YOU = guarded(
  /(?:(?<!有)需要|必须|(?<![值显觉记获取])得(?!到)|(?<!需)要)(?:您|你)(?:这边|那边)?(?:先|再|自己|亲自|本人|重新|尽快)?(?=带|提供|出示|填|签|去|到|交|缴|打|拨|登记|等|按|拿|准备|重新|联系|下载|安装|关|开|写|办|补|上传|配合|预约|支付|输入|选|确认|检查|重启|核对|说|报|来|发|告诉|拍|把|看|留)/,
);

/**
 * @param clause folded, Chinese, with its punctuation
 * @returns the part of the clause that asks the hearer to do something, or null
 */
export function requestInChinese(clause: string): readonly [number, number] | null {
  const tail = TAIL_ENDS.includes(clause.at(-1)!) ? TAIL.exec(clause) : null;
  const end = tail ? tail.index : clause.length;
  const lead = LEAD.exec(clause.slice(0, end));
  const start = lead ? lead[0].length : 0;
  const said = clause.slice(start, end);
  if (said.length === 0) return null;
  const signs = signsOf(said);
  const polite = politeAt(said, signs);
  if (polite >= 0) return [start + polite, end];
  if (CONDITION.test(said, signs)) return null;
  const need = NEED_YOU.exec(said, signs);
  if (need && !/[吗呢没不了]|是否/.test(said)) return [start + need.index, end];
  return isImperative(said, clause, signs) ? [start, end] : null;
}

function politeAt(said: string, signs: Signs): number {
  const please = PLEASE.exec(said, signs);
  if (please) {
    const asked = said.slice(please.index + 1);
    const told = /(?:我们?|客户|他们?|她|业主)(?:会|再|已经?|马上|给[您你]|去|帮[您你])?$/.test(
      said.slice(0, please.index),
    );
    if (asked !== '' && !told && !OTHERS.test(asked, signs) && !WISH.test(asked, signs)) return please.index;
  }
  const trouble = TROUBLE.exec(said, signs);
  if (!trouble) return -1;
  const asked = said.slice(trouble.index + trouble[0].length);
  return /^(?:[您你]们?了?$|[您你]了)/.test(asked) || WISH.test(asked, signs) ? -1 : trouble.index;
}

function isImperative(said: string, clause: string, signs: Signs): boolean {
  const addressed = ADDRESS.test(said) || said.startsWith('帮我');
  let rest = said.replace(ADDRESS, '');
  if (FORBIDDING.test(rest, signs)) return !/吗|没有|如果/.test(rest) && !SPEAKER.test(said, signs);
  if (WAIT.test(rest, signs)) return rest.length < 24;
  if (LOOK.test(said, signs) && FACT.test(said, signs) && !/吗/.test(said)) return true;
  if (GET_DONE.test(rest.replace(/^(?:先|快|赶紧|给我)+/, ''), signs)) return true;
  if (
    SPEAKER.test(said, signs) ||
    FOR_YOU.test(said, signs) ||
    DONE.test(rest, signs) ||
    OFFER.test(said, signs) ||
    FACT.test(said, signs)
  )
    return false;
  let pressing = /(?:吧|就行|就好|即可|一下)[^\u4e00-\u9fff]*$/.test(clause);
  let later = false;
  for (let i = 0; i < 3; i++) {
    if (
      HAND_OVER.test(rest, signs) ||
      GO.test(rest, signs) ||
      BARE.test(rest, signs) ||
      A_BIT.test(rest, signs)
    )
      break;
    const adverb = ADVERB.exec(rest, signs);
    if (!adverb) break;
    pressing ||= PRESSING.test(rest, signs);
    later ||= WHEN.test(rest, signs);
    if (addressed && /^(?:得|必须|需要|还要|要|还得|一定要?|务必)/.test(rest))
      return DUTY.test(rest.slice(adverb[0].length), signs) && !/的$/.test(rest);
    rest = rest.slice(adverb[0].length);
  }
  if (FORBIDDING.test(rest, signs)) return true;
  if (HAND_OVER.test(rest, signs)) return true;
  if (describes(rest) || (!addressed && AT_ONCE.test(said, signs))) return false;
  if (A_BIT.test(rest, signs) || GO.test(rest, signs)) return true;
  if (later && /^(?:再|来)/.test(rest) && rest.length < 8) return true;
  if (addressed)
    return ANY_A_BIT.test(rest, signs) || STRONG.test(rest, signs) || (pressing && BARE.test(rest, signs));
  return (
    (BARE.test(rest, signs) || OBJECT_FIRST.test(rest, signs) || BRING.test(rest, signs)) &&
    !/[是有]/.test(rest.slice(0, 8))
  );
}

/** 您报的故障, 提供的资料: a verb that only says which. */
function describes(rest: string): boolean {
  const of = rest.indexOf('的');
  return (
    of > 0 && of < 10 && !/[您你我己人]$/.test(rest.slice(0, of)) && !/一下|[这那个]/.test(rest.slice(0, of))
  );
}
