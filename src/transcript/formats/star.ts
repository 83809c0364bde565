import type { Role } from '../transcript.ts';
import { isObject, momentOf, wordOf } from './json-documents.ts';
import { jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = { User: 'customer', Wizard: 'agent' };
/** What the other side reads. What a wizard types to be offered suggestions (`request_suggestions`) it does not. */
const SAID = new Set(['utter', 'pick_suggestion']);

/**
 * Event logs of STAR dialogues: what the User and the Wizard uttered. Queries, the knowledge base's items,
 * instructions to the user and drafts of the wizard are no speech.
 * https://github.com/RasaHQ/STAR
 */
export const star = jsonFormat({
  name: 'star',
  about: { zh: 'STAR 对话的事件日志（Events）', en: 'STAR dialogue event logs (Events)' },
  example: `{"DialogueID": 1, "Events": [
  {"Agent": "User", "Action": "utter", "Text": "My power is out.", "UnixTime": 1700000000},
  {"Agent": "Wizard", "Action": "query", "UnixTime": 1700000010},
  {"Agent": "Wizard", "Action": "pick_suggestion", "Text": "I am sorry to hear that.", "UnixTime": 1700000020}
]}
`,
  keys: [
    ['Events', 'DialogueID'],
    ['Events', 'Agent', 'Action'],
  ],
  isConversation: (value) =>
    isObject(value) &&
    Array.isArray(value.Events) &&
    value.Events.some((one) => isObject(one) && 'Agent' in one && 'Action' in one),
  read(conversation, place) {
    const rows: Row[] = [];
    for (const [event, at] of place.objects(conversation.Events, 'Events')) {
      const agent = wordOf(event.Agent);
      const role = ROLES[agent ?? ''];
      if (!role || !SAID.has(String(event.Action))) continue;
      rows.push(
        ...place.row(event.Text, [...at, 'Text'], { role, label: agent, time: momentOf(event.UnixTime, 1) }),
      );
    }
    return {
      rows,
      id: wordOf(conversation.DialogueID),
      meta: {
        channel: 'chat',
        batch: wordOf(conversation.BatchID),
        completion: wordOf(conversation.CompletionLevel),
      },
    };
  },
});
