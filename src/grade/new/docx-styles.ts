/** The styles of a sheet, by which a trainer may change its looks in Word. */
import { element, openTag, XML_HEADER } from '../../report/xml.ts';
import { NAMESPACES } from './docx-file.ts';

/** The part word/styles.xml. */
export function docxStyles(): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${SERIF}${size(TEXT)}${LANGUAGES}</w:rPr></w:rPrDefault></w:docDefaults>`;
  return `${XML_HEADER}${openTag('w:styles', NAMESPACES)}${defaults}${STYLES.map(styleOf).join('')}</w:styles>`;
}

const fonts = (latin: string, eastAsia: string): string =>
  element('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': eastAsia, 'w:cs': latin });
/** @param points of a character's height */
const size = (points: number): string =>
  element('w:sz', { 'w:val': points * 2 }) + element('w:szCs', { 'w:val': points * 2 });
/** @param before points above a paragraph; @param line points at least from line to line */
const spacing = (before: number, after: number, line?: number): string =>
  element('w:spacing', {
    'w:before': before * 20,
    'w:after': after * 20,
    'w:line': line === undefined ? undefined : line * 20,
    'w:lineRule': line === undefined ? undefined : 'atLeast',
  });

const TEXT = 10.5;
const SERIF = fonts('Times New Roman', '宋体');
const SANS = fonts('Arial', '黑体');
/** By script, as Word asks: figures in a Chinese text that were Chinese would be parted at the end of a line. */
const LANGUAGES = element('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'zh-CN' });
const GREY = element('w:color', { 'w:val': '595959' });
const CENTRED = element('w:jc', { 'w:val': 'center' });
/** A situation is not parted from its box. */
const TOGETHER = '<w:keepNext/><w:keepLines/>';
/** Paragraphs of the same borders share one: colours that nobody can tell apart keep theirs. */
const ruled = (color: string): string =>
  `<w:pBdr>${element('w:bottom', { 'w:val': 'dotted', 'w:sz': 4, 'w:space': 0, 'w:color': color })}</w:pBdr>`;
const ANSWER_LINE = spacing(0, 0, 25);

interface Style {
  id: string;
  /** Word's own name where it has the style already. */
  name: string;
  is: 'word' | 'own' | 'characters';
  paragraph?: string;
  run?: string;
}

/** What stands in a style has an order, which the standard sets. */
const STYLES: readonly Style[] = [
  { id: 'Normal', name: 'Normal', is: 'word', paragraph: spacing(0, 0, 16) },
  {
    id: 'Title',
    name: 'Title',
    is: 'word',
    paragraph: spacing(0, 12) + CENTRED,
    run: `${SANS}<w:b/>${size(18)}`,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    is: 'word',
    paragraph: `${TOGETHER}${spacing(16, 5, 17)}<w:outlineLvl w:val="0"/>`,
    run: SANS + size(11),
  },
  { id: 'Header', name: 'header', is: 'word', paragraph: CENTRED, run: GREY + size(9) },
  { id: 'Footer', name: 'footer', is: 'word', paragraph: CENTRED, run: GREY + size(9) },
  { id: 'Blank', name: 'Blank', is: 'own', paragraph: spacing(3, 2) },
  { id: 'Instructions', name: 'Instructions', is: 'own', paragraph: spacing(10, 0), run: GREY },
  { id: 'Context', name: 'Context', is: 'own', paragraph: TOGETHER + spacing(0, 5), run: GREY },
  { id: 'Answer', name: 'Answer', is: 'own', paragraph: ruled('A6A6A6') + ANSWER_LINE },
  { id: 'AnswerNext', name: 'Answer next', is: 'own', paragraph: ruled('A7A7A7') + ANSWER_LINE },
  { id: 'AnswerLast', name: 'Answer last', is: 'own', paragraph: ANSWER_LINE },
  { id: 'End', name: 'End', is: 'own', run: size(1) },
  { id: 'Points', name: 'Points', is: 'characters', run: SERIF + GREY + size(TEXT) },
];

function styleOf({ id, name, is, paragraph, run }: Style): string {
  const attributes = {
    'w:type': is === 'characters' ? 'character' : 'paragraph',
    'w:default': id === 'Normal' ? 1 : undefined,
    'w:customStyle': is === 'word' ? undefined : 1,
    'w:styleId': id,
  };
  const parts = [
    element('w:name', { 'w:val': name }),
    id === 'Normal' || is === 'characters' ? '' : element('w:basedOn', { 'w:val': 'Normal' }),
    is === 'word' ? '<w:qFormat/>' : '',
    paragraph ? `<w:pPr>${paragraph}</w:pPr>` : '',
    run ? `<w:rPr>${run}</w:rPr>` : '',
  ];
  return `${openTag('w:style', attributes)}${parts.join('')}</w:style>`;
}
