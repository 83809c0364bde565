/** A Word document's parts in their package (ECMA-376, Office Open XML; ZIP). */
import { zipSync } from 'fflate';
import { element, openTag, XML_HEADER } from '../../report/xml.ts';
import { docxStyles } from './docx-styles.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': OFFICE,
};

/** Parts beside the document; it refers to them by these names. */
const PARTS = ['styles', 'settings', 'fontTable', 'header', 'footer'] as const;

/** The earliest that a ZIP can say: the same sheet gives the same bytes. */
const BEGINNING = new Date(1980, 0, 1);

export interface DocxParts {
  title: string;
  /** The whole part word/document.xml. */
  document: string;
  /** Paragraphs at the head and the foot of a page. */
  header: string;
  footer: string;
}

/**
 * The kept writers on npm put today's date and random ids into the file; here the same parts give the same bytes.
 *
 * @returns the bytes of a .docx
 */
export function docxFile({ title, document, header, footer }: DocxParts): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([
      [`${OFFICE}/officeDocument`, 'word/document.xml', 'document'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml', 'core'],
    ]),
    'docProps/core.xml': coreProperties(title),
    'word/_rels/document.xml.rels': relations(
      PARTS.map((part) => [`${OFFICE}/${part}`, `${part}.xml`, part]),
    ),
    'word/document.xml': document,
    'word/styles.xml': docxStyles(),
    'word/settings.xml': part('w:settings', SETTINGS),
    'word/fontTable.xml': part('w:fonts', FONTS),
    'word/header.xml': part('w:hdr', header),
    'word/footer.xml': part('w:ftr', footer),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: BEGINNING });
}

const part = (name: string, content: string): string =>
  `${XML_HEADER}${openTag(name, NAMESPACES)}${content}</${name}>`;

function contentTypes(): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ].map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const overrides = [
    ['/word/document.xml', `${TYPE}.document.main+xml`],
    ...PARTS.map((name) => [`/word/${name}.xml`, `${TYPE}.${name}+xml`]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([PartName, ContentType]) => element('Override', { PartName, ContentType }));
  return `${XML_HEADER}${openTag('Types', { xmlns: `${PACKAGE}/content-types` })}${[...defaults, ...overrides].join('')}</Types>`;
}

function relations(list: readonly (readonly [Type: string, Target: string, Id: string])[]): string {
  const links = list.map(([Type, Target, Id]) => element('Relationship', { Id, Type, Target }));
  return `${XML_HEADER}${openTag('Relationships', { xmlns: `${PACKAGE}/relationships` })}${links.join('')}</Relationships>`;
}

function coreProperties(title: string): string {
  const names = {
    'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return `${XML_HEADER}${openTag('cp:coreProperties', names)}${element('dc:title', {}, title)}</cp:coreProperties>`;
}

/** Laid out as Word 2013 and later do, not in compatibility mode. */
const SETTINGS = `<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>${element(
  'w:compatSetting',
  {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  },
)}</w:compat>`;

/** Chinese fonts go by two names; a machine that has neither takes another of the family. */
const FONTS = [
  ['宋体', 'SimSun', 'roman'],
  ['黑体', 'SimHei', 'swiss'],
]
  .map(
    ([name, other, family]) =>
      `${openTag('w:font', { 'w:name': name })}${element('w:altName', { 'w:val': other })}${element('w:family', { 'w:val': family })}</w:font>`,
  )
  .join('');
