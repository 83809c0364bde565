import type { Language } from '../../transcript/transcript.ts';
import type { Span } from '../spans.ts';

/** Customers are asked for marks too. */
const SURVEY = /服务|满意度|评价|短信|survey|rate (?:us|our|my service)|feedback/i;

const MARKER: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [
    /(?:给|打|判|评|得|算|计|记)[^，。！？]{0,6}(?:满分|高分|及格|\d+\s*分(?![钟之]))/,
    /(?:满分|高分|加分|手下留情|网开一面)/,
    /(?:忽略|无视|忘记|忘掉|跳过|不用管|不要管)[^，。！？]{0,4}(?:以上|之前|前面|所有|上述|一切|全部|你的|评分|系统)[^，。！？]{0,6}(?:指令|指示|要求|规则|提示词?|标准|设定)/,
    /(?:阅卷|判卷|批改|改卷|评分(?=老师|人员|系统|员|标准|AI))/i,
    /^\s*(?:各位|尊敬的|亲爱的)?(?:老师|考官|评委)/,
    /(?:你|您)(?:现在)?是[^，。！？]{0,6}(?:AI|人工智能|大?模型|评分员)/i,
    /(?:本题|此题|该题|这道?题|本练习|本答案|该答案|以上答案|我的答案)[^，。！？]{0,8}(?:正确|完美|完成|符合|满足|无误|答完|包含|包括|涵盖)/,
    /(?:分数|得分|成绩|score)\s*[：:=]\s*\d/i,
  ],
  en: [
    /\b(?:full|top|maximum|max|all|highest?|perfect|passing|extra)\s+(?:marks?|points?|scores?|credits?|grades?)\b/i,
    /\b(?:ignore|disregard|forget|skip|override)\b[^.!?]{0,20}\b(?:(?:all|any|previous|prior|above|your|these|grading|system)\b[^.!?]{0,20}\b(?:instructions?|rules?|prompts?|guidelines?|criteria)|the instructions|rubrics?)\b/i,
    /\b(?:dear|hello|hi|please)\s+(?:teacher|marker|grader|examiner|assessor|trainer)\b/i,
    /\b(?:(?:you are|you're) (?:now )?an? (?:ai|language model|llm|grader|marker|examiner)|as an? (?:ai|language model))\b/i,
    /\b(?:this|my|the above) (?:answer|response|reply|exercise|submission)\b[^.!?]{0,30}\b(?:contains?|includes?|covers?|correct|perfect|complete|deserves?|meets|fulfil+s|satisfies)\b/i,
    /\b(?:mark|grade|score)\s+(?:this|me|it|my (?:answer|response))\s+(?:as\s+)?(?:correct|right|pass(?:ed)?|full|perfect|\d)/i,
    /\b(?:score|grade|marks?|points)\s*[:=]\s*\d/i,
    /\b(?:give|award)\s+(?:me|this|it)\b[^.!?]{0,20}\b(?:marks?|points?|credit|a pass|\d+\s*(?:\/|out of|%))/i,
  ],
};

/** @returns the sentences that are meant for whoever marks, not for the customer */
export function toMarker(text: string, sentences: readonly Span[], language: Language): Span[] {
  return sentences.filter((span) => {
    const sentence = text.slice(...span);
    return (
      !SURVEY.test(sentence) &&
      (MARKER[language].some((one) => one.test(sentence)) || other(language, sentence))
    );
  });
}

/** Who tries it on may do so in the other language too. */
function other(language: Language, sentence: string): boolean {
  return MARKER[language === 'zh' ? 'en' : 'zh'].some((one) => one.test(sentence));
}
