import { Excerpt } from '../excerpt.ts';
import { LineMap } from '../line-map.ts';
import type { RoleTable } from '../roles.ts';
import type { Transcript } from '../transcript.ts';
import { cueText } from './cue-text.ts';
import { type Cue, type CueSyntax, cuesOf } from './cues.ts';
import type { ReadOptions, Source } from './format.ts';
import { joinedLines } from './json-documents.ts';
import { type Row, transcriptOf } from './talk.ts';
import { headOf, speakersAmong } from './text-label.ts';

/** What somebody says in one cue. */
interface Piece {
  words: Excerpt;
  cue: Cue;
  label?: string;
  /** One of several voices in a cue that only dashes tell apart. */
  dashed: boolean;
}

/** In seconds: a cue that comes later than this does not go on with the sentence of the one before. */
const PAUSE = 1;
/** Captions that roll up repeat the line above: YouTube marks them so. */
const ROLLING = /align:start position:0%/;
const DASH = /^[-–—‐]\s*(?=\S)/;

/**
 * The conversation in a file of subtitles. A voice tag, a label before the words (`坐席：您好`) or a dash begins a
 * turn; in a file that has labels, cues without one belong to the speaker before, and cues of one speaker that go on
 * in the middle of a sentence without a pause are one turn. Files without labels have a turn a cue.
 */
export function* subtitles(
  source: Source,
  options: ReadOptions,
  syntax: CueSyntax,
  stated: (text: string) => { language?: string } = () => ({}),
): Generator<Transcript> {
  const text = joinedLines(source);
  const pieces = [...piecesOf(text, cuesOf(text, syntax, source))];
  const labelled = labelPieces(pieces, options.roles);
  const map = new LineMap(text);
  const rows: (Row & { words: Excerpt; lately: string })[] = [];
  for (const { words, cue, label } of pieces) {
    const last = rows.at(-1);
    if (labelled && last && label !== undefined && label === last.label && goesOn(last, cue)) {
      last.words.join(words, '\n');
      last.lately = words.text;
      last.end = cue.end;
      continue;
    }
    const { start, end } = cue;
    rows.push({ text: '', origin: NOWHERE, words, lately: words.text, label, start, end });
  }
  for (const row of rows) {
    row.text = row.words.text;
    row.origin = row.words.origin((offset) => map.at(offset));
  }
  const transcript = transcriptOf(source, options, { rows, ...stated(text) });
  if (transcript) yield transcript;
}

const NOWHERE = { locate: () => ({ line: 1, column: 1 }) };

/** @param last its last words in `lately`: a turn may be a whole film */
function goesOn(last: { lately: string; end?: number | undefined }, cue: Cue): boolean {
  if (last.end === undefined || cue.start === undefined || cue.start - last.end > PAUSE) return false;
  return !/[.?!。？！…~～"”』」]$/.test(last.lately);
}

function* piecesOf(text: string, cues: Iterable<Cue>): Generator<Piece> {
  let above = '';
  for (const cue of cues) {
    for (const { voice, words } of cueText(text, cue.from, cue.to)) {
      let lines = words.lines().filter((line) => line.text !== '');
      if (ROLLING.test(cue.settings)) {
        const repeated = lines[0]?.text === above;
        above = lines.at(-1)?.text ?? above;
        if (repeated) lines = lines.slice(1);
      }
      if (lines.length === 0) continue;
      const parts = voice === undefined ? dashed(lines) : [lines];
      for (const part of parts) {
        const piece: Piece = { words: asOne(part), cue, dashed: parts.length > 1 };
        if (voice !== undefined) piece.label = voice;
        yield piece;
      }
    }
  }
}

/** Lines by speaker: `- Hello.` begins one; without a space only where another line has a dash as well. */
function dashed(lines: readonly Excerpt[]): Excerpt[][] {
  const count = lines.filter((line) => DASH.test(line.text)).length;
  const parts: Excerpt[][] = [];
  for (const line of lines) {
    const dash = DASH.exec(line.text)?.[0];
    const begins =
      dash !== undefined && (count > 1 || /\s/.test(dash)) && !/^\d/.test(line.text.slice(dash.length));
    const words = begins ? line.slice(dash.length) : line;
    if (begins || parts.length === 0) parts.push([words]);
    else parts.at(-1)!.push(words);
  }
  return parts;
}

function asOne(lines: readonly Excerpt[]): Excerpt {
  const all = new Excerpt();
  for (const line of lines) all.join(line, '\n');
  return all;
}

/**
 * Takes the labels off the words, and gives those without one that of the speaker before.
 * @returns whether there are any labels
 */
function labelPieces(pieces: Piece[], roles: RoleTable): boolean {
  const heads = pieces.map((piece) =>
    piece.label === undefined ? headOf(firstLine(piece), roles) : undefined,
  );
  const found = heads.filter((head) => head !== undefined);
  const speakers = speakersAmong(found, roles);
  let last: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const head = heads[index];
    if (head?.label !== undefined && speakers.has(head.label) && head.shape !== 'header') {
      piece.label = head.label;
      piece.words = piece.words.slice(head.textAt).trim();
    } else if (piece.label === undefined && !piece.dashed && last !== undefined) piece.label = last;
    last = piece.label;
  }
  return pieces.some(({ label }) => label !== undefined);
}

const firstLine = ({ words }: Piece) => words.text.split('\n', 1)[0]!;
