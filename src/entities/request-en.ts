/** How English asks somebody to do something. One clause at a time. */
import { unitSet } from '../text/units.ts';

const LEAD =
  /^(?:["'([ -]|\d{1,2}[.)] |(?:ok|okay|so|and|but|or|well|hi|hello|hey|alright|all right|right|great|sure|now|then|also|yes|no|oh|sir|madam|ma'am|first|firstly|next|finally|again|sorry|perfect|excellent|unfortunately|in the meantime|meanwhile|after that|once done|just|simply|kindly|feel free to|be sure to|make sure to|go ahead and)[, ]+){0,5}/;
const VERB =
  '(?:send|give|provide|tell|call|check|wait|hold|try|click|enter|fill|visit|bring|sign|restart|reboot|reset|go|come|contact|email|e-mail|text|write|reply|respond|upload|attach|download|install|open|close|turn|switch|unplug|plug|press|push|select|choose|type|log|scan|stay|stand|sit|look|read|confirm|verify|submit|follow|keep|remember|note|ask|use|take|put|get|leave|return|pay|update|remove|delete|move|make|let us know|let me know|specify|describe|explain|show|spell|repeat|say|speak|listen|calm|hurry|stop|start|begin|dial|proceed|head|drive|walk|continue|consider|review|refer|allow|bear|be|arrive|pick|drop|order|add|change|insert|complete|ensure|schedule|book|connect|disconnect|swipe|tap|hang|shut|figure|find|do)';
/** The verb at the head of a clause may be a noun or the start of a phrase. */
const NOT_A_VERB =
  /^(?:(?:call|check|order|visit|hold|wait|sign|text|email|book|change|update|return|note|start|stop|move|look|use|drive|walk|contact|display|reply|open|drop|press|log|review|check-in|download|upload|delivery|pay|read|type|find|make|do|go|get|take|be|keep|leave|add|say|turn|head|show|close|complete|spell|schedule|order) (?:is|was|are|were|has|had|will|would|can|in is|volumes?|times? (?:is|are)|fees?|number is|center|status|in time|out time|details? (?:is|are)|you|i|we|they)\b|come on\b|go figure|say no more|look forward|be (?:advised|assured|that as)|bear with (?!me|us)|open (?:from|until|till|24|daily|now|every)|close (?:to|by)\b|complete with|read more|order (?:id|number|no)|return (?:flights?|trips?|date|label|policy)|do (?:you|i|we|they)|let me (?!know)|get well|keep up the|take care(?! of)|make (?:yourself|my day)|have |find (?:attached|enclosed|below)|stay (?:safe|well|warm)|leave it (?:to|with) (?:me|us)|allow me|give (?:me|us) (?:a|one|just)? ?(?:moment|minute|second|sec|few))/;
const IMPERATIVE = new RegExp(`^(?:please[, ]+)?(?:do )?${VERB}\\b(?!['-](?!mail))(?!:)`);
const PLEASE =
  /^please[, ]+(?!(?:i|we|you|the|my|your|our|this|it|that|there|accept|forgive|excuse|pardon|don't (?:worry|hesitate)|do not (?:worry|hesitate)|be (?:assured|advised)|rest assured|enjoy|know|find|see|sir|madam|let me (?!know)|allow me)\b)[a-z]+/;
const PROHIBITION =
  /^(?:please[, ]+)?(?:don't|do not|never)(?: ever)? (?!worry|hesitate|have|know|see|think|mind|want|need|like|forget to enjoy|panic|be afraid|say)[a-z]+/;
const DUTY =
  /^(?:please note (?:that )?|(?:[a-z]+ ){0,2})?(?:you|you'll|you will|you'd|you would) (?:(?:will |would |also |just |first |then |now |still )*)(?:need|have|must|are required|are going to have|'ll need|are asked|are requested|ought)(?: also| first)?(?: to)? (?!(?:is|are|was|were|already|just|be|feel|have|been|a|an|the|any|no|some|your|my|not|that|this|it|more|understand|know|think|worry|wait for us|\d)\b)[a-z]+/;
const NO_DUTY =
  /^(?:if|when|what|whether|that|unless|until|once|before|after|anything|everything|do|does|did|don't|why|how|because|since|all|i|we|whatever|who|which|where)\b|\byou have (?:[a-z]+(?:ed|en)|a|got|made|done|paid|put|sent|given|told|called|taken|no|two|three|one|\d)\b/;
const LATER_PLEASE =
  /\bplease (?=(?:call|contact|send|provide|tell|give|check|hold|wait|try|click|enter|fill|visit|bring|sign|restart|reply|let (?:us|me) know|email|confirm|submit|follow|ask|use|note|make|remember|do not|don't|stay|go|select|specify|upload|read|allow|return|refer|keep|take|arrive)\b)(?!do not hesitate|don't hesitate|note that (?:we|i|our|the))/;
const ALONE = /^(?:wait|stop|hold|listen|hurry|come|sit|look)$/;
const ASKING =
  /^(?:can|could|would|will|do|does|did|may|might|shall|should|are|is|have|has|what|where|when|who|why|how|which)\b/;

/** What stands behind the words of a clause. */
const TRAILING = unitSet(' \n\t\r,:;.!?…—"\')');

function endOf(clause: string): number {
  let end = clause.length;
  while (end > 0 && TRAILING[clause.charCodeAt(end - 1)] === 1) end--;
  return end;
}

/**
 * @param clause folded, English, with its punctuation
 * @param first whether it begins its sentence
 * @returns the part of the clause that asks the hearer to do something, or null
 */
export function requestInEnglish(clause: string, first: boolean): readonly [number, number] | null {
  const end = endOf(clause);
  const start = LEAD.exec(clause)![0].length;
  const said = clause.slice(start, end);
  if (said === '') return null;
  const later = LATER_PLEASE.exec(said);
  if (later && later.index > 0 && !ASKING.test(said)) return [start + later.index, end];
  if (PLEASE.test(said) || PROHIBITION.test(said)) return [start, end];
  if (DUTY.test(said) && !NO_DUTY.test(said)) return [start, end];
  if (!IMPERATIVE.test(said) || NOT_A_VERB.test(said.replace(/^please[, ]+/, ''))) return null;
  // A single word is as often the next item of a list, or an answer.
  if (!said.includes(' ') && !(first && ALONE.test(said))) return null;
  return /\?\s*$/.test(clause) && !/\bplease\b/.test(said) ? null : [start, end];
}
