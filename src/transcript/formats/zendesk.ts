import type { Role } from '../transcript.ts';
import { isObject, type Json, listOf, momentOf, wordOf } from './json-documents.ts';
import { type JsonPlace, jsonFormat } from './json-format.ts';
import type { Row } from './talk.ts';

const ROLES: Readonly<Record<string, Role>> = { 'end-user': 'customer', agent: 'agent', admin: 'agent' };

/**
 * Zendesk tickets: `comments` in the order of the file. Comments with `public: false` are internal notes: they are
 * left out and counted in a note. Who an author is comes from `users` (or an `author` in the comment), from the
 * ticket's `requester_id` and `assignee_id`, and from having written an internal note, which only agents can.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
export const zendesk = jsonFormat({
  name: 'zendesk',
  about: {
    zh: 'Zendesk 工单评论（内部备注不检查）',
    en: 'Zendesk ticket comments (internal notes are not judged)',
  },
  example: `{"id": 7, "requester_id": 1, "assignee_id": 2, "comments": [
  {"author_id": 1, "public": true, "body": "My power is out.", "created_at": "2026-02-17T09:00:00Z"},
  {"author_id": 2, "public": false, "body": "Known outage.", "created_at": "2026-02-17T09:05:00Z"},
  {"author_id": 2, "public": true, "body": "We are on it.", "created_at": "2026-02-17T09:06:00Z"}
]}
`,
  keys: [
    ['comments', 'author_id'],
    ['comments', 'public', 'body'],
    ['comments', 'plain_body'],
  ],
  isConversation: (value) =>
    isObject(value) &&
    Array.isArray(value.comments) &&
    value.comments.some(
      (one) => isObject(one) && ['body', 'plain_body', 'html_body'].some((key) => key in one),
    ),
  async read(conversation, place) {
    // Comments are fetched by themselves, with the ticket or the users beside them.
    const ticket = isObject(place.root.ticket) ? place.root.ticket : conversation;
    const people = new People(conversation, ticket, listOf(conversation.users ?? place.root.users));
    const rows: Row[] = [];
    for (const [comment, at] of place.objects(conversation.comments, 'comments')) {
      if (comment.public === false) {
        place.leftOut('json.internal-notes');
        continue;
      }
      const id =
        wordOf(comment.author_id) ?? (isObject(comment.author) ? wordOf(comment.author.id) : undefined);
      const rest = {
        role: people.role(comment, id),
        label: people.name(comment, id) ?? id,
        speaker: people.name(comment, id) ?? id,
        time: momentOf(comment.created_at),
      };
      rows.push(...(await said(comment, at, place, rest)));
    }
    const assignee = wordOf(ticket.assignee_id);
    return {
      rows,
      id: wordOf(ticket.id) ?? wordOf(ticket.ticket_id),
      agent: assignee && (people.name({}, assignee) ?? assignee),
      meta: { title: wordOf(ticket.subject), channel: channelOf(ticket) },
    };
  },
});

async function said(
  comment: Json,
  at: readonly (string | number)[],
  place: JsonPlace,
  rest: Omit<Row, 'text' | 'origin'>,
): Promise<Row[]> {
  const key = ['body', 'plain_body'].find((one) => typeof comment[one] === 'string');
  if (key !== undefined || typeof comment.html_body !== 'string') {
    return place.row(comment[key ?? 'body'], [...at, key ?? 'body'], rest);
  }
  return [await place.html(comment.html_body, [...at, 'html_body'], rest)];
}

function channelOf(conversation: Json): string | undefined {
  return isObject(conversation.via) ? wordOf(conversation.via.channel) : undefined;
}

/** Who the authors of a ticket's comments are. */
class People {
  private readonly roles = new Map<string, Role>();
  private readonly names = new Map<string, string>();

  constructor(conversation: Json, ticket: Json, users: readonly unknown[]) {
    for (const [id, role] of [
      [wordOf(ticket.assignee_id), 'agent'],
      [wordOf(ticket.requester_id), 'customer'],
    ] as const) {
      if (id !== undefined) this.roles.set(id, role);
    }
    for (const comment of listOf(conversation.comments)) {
      const author = isObject(comment) && comment.public === false ? wordOf(comment.author_id) : undefined;
      if (author !== undefined) this.roles.set(author, 'agent');
    }
    for (const user of users) if (isObject(user)) this.know(user);
    for (const comment of listOf(conversation.comments)) {
      if (isObject(comment) && isObject(comment.author)) this.know(comment.author);
    }
  }

  role(comment: Json, id: string | undefined): Role | undefined {
    return (
      this.roles.get(id ?? '') ?? (isObject(comment.author) ? ROLES[String(comment.author.role)] : undefined)
    );
  }

  name(comment: Json, id: string | undefined): string | undefined {
    return this.names.get(id ?? '') ?? (isObject(comment.author) ? wordOf(comment.author.name) : undefined);
  }

  private know(user: Json): void {
    const id = wordOf(user.id);
    if (id === undefined) return;
    const role = ROLES[String(user.role)];
    const name = wordOf(user.name);
    if (role) this.roles.set(id, role);
    if (name !== undefined) this.names.set(id, name);
  }
}
