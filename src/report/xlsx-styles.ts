import type { Kind, Tone } from './columns.ts';
import { XML_HEADER } from './xml.ts';

/** Looks of cells, by their place in `cellXfs` below. */
export const LOOK: Record<Kind | 'heading', number> = {
  heading: 1,
  text: 2,
  whole: 3,
  decimal: 4,
  percent: 5,
  date: 6,
};

/** Colours of conditions, by their place in `dxfs` below. */
export const TONE: Record<Tone, number> = { bad: 0, doubtful: 1, good: 2, note: 3 };

/** Excel's own "bad", "neutral" and "good", and a blue. */
const TONES: [ink: string, paper: string][] = [
  ['FF9C0006', 'FFFFC7CE'],
  ['FF9C5700', 'FFFFEB9C'],
  ['FF006100', 'FFC6EFCE'],
  ['FF1F4E79', 'FFDDEBF7'],
];
/** The papers of the same: what stands on them is read. The last is the best. */
export const SCALE = ['FFFFC7CE', 'FFFFEB9C', 'FFC6EFCE'] as const;

/** Numbers and texts of neighbouring columns keep away from each other. */
const top = '<alignment horizontal="right" vertical="top" indent="1"/>';
const wrapped = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>';
const headed = '<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>';

/** ECMA-376 part 1, 18.8. Format 49 is "text": what is typed over such a cell stays text too. */
export const STYLES = `${XML_HEADER}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/>\
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top/><bottom style="thin"><color rgb="FFE1E4EA"/></bottom><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" \
applyAlignment="1">${headed}</xf>\
${[49, 1, 0, 164, 165].map((format) => look(format, format === 49 ? wrapped : top)).join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
<dxfs count="${TONES.length}">${TONES.map(([ink, paper]) => tone(ink, paper)).join('')}</dxfs></styleSheet>`;

function look(format: number, alignment: string): string {
  const attributes = `numFmtId="${format}" fontId="0" fillId="0" borderId="1" xfId="0"`;
  return `<xf ${attributes} applyNumberFormat="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
}

function tone(ink: string, paper: string): string {
  const fill = `<fill><patternFill patternType="solid"><bgColor rgb="${paper}"/></patternFill></fill>`;
  return `<dxf><font><color rgb="${ink}"/></font>${fill}</dxf>`;
}
