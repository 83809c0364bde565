import { isHan } from './units.ts';

/** A conversation shows its language early; reading all of it would tell nothing more. */
const ENOUGH = 4000;

function isLatin(unit: number): boolean {
  const lower = unit | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return true;
  // Full-width letters, then the accented ones.
  if (unit >= 0xff21 && unit <= 0xff5a) return unit <= 0xff3a || unit >= 0xff41;
  return unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;
}

function isChineseSign(unit: number): boolean {
  return (
    (unit >= 0x3001 && unit <= 0x3003) ||
    (unit >= 0x3008 && unit <= 0x301f) ||
    (unit >= 0xff01 && unit <= 0xff65)
  );
}

/**
 * Chinese or English, by the number of Han characters against Latin words in the first 4,000 units of the
 * texts together, as written or folded. Without either, Chinese punctuation decides.
 */
export function detectLanguage(texts: Iterable<string>): 'zh' | 'en' {
  let left = ENOUGH;
  let han = 0;
  let words = 0;
  let signs = 0;
  for (const text of texts) {
    const end = Math.min(text.length, left);
    let inWord = false;
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      const latin = isLatin(unit);
      if (latin && !inWord) words++;
      // The t of don't is no word of its own.
      inWord = latin || (inWord && (unit === 0x27 || unit === 0x2019));
      if (isHan(unit)) han++;
      else if (isChineseSign(unit) && !latin) signs++;
    }
    left -= end;
    if (left <= 0) break;
  }
  if (han === 0 && words === 0) return signs > 0 ? 'zh' : 'en';
  return han >= words ? 'zh' : 'en';
}
