import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Coverage, readCoverage } from './font-coverage.ts';

// Noto Sans JP has the widest coverage of the fonts that npm brings (BIZ UDGothic lacks many characters of names of people
// and places), so the whole report is set in it: text in Regular, headings in Bold.
const faces = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'];

const files = faces.map((face) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-jp/${face}`));

/** Family name by which the template and the charts ask for the font. */
export const reportFontFamily = 'Noto Sans JP';

/** Folders that the compiler reads its fonts from. */
export const reportFontFolders: readonly string[] = files.map((file) => dirname(file));

let coverages: readonly Coverage[] | undefined;

/** Whether every face of the report can print the grapheme as it is typed, or composed (か + ゙ as が). */
export function canPrint(grapheme: string): boolean {
  coverages ??= files.map(readCoverage);
  return coverages.every((coverage) => covers(coverage, grapheme) || covers(coverage, grapheme.normalize('NFC')));
}

function covers(coverage: Coverage, grapheme: string): boolean {
  const codePoints = Array.from(grapheme, (character) => character.codePointAt(0)!);
  return codePoints.every((codePoint, index) => {
    const base = codePoints[index - 1];
    // A form that the font lacks would be printed as the plain character in silence: a name would be misspelt.
    if (isVariationSelector(codePoint)) return base !== undefined && coverage.hasVariation(base, codePoint);
    return isInvisible(codePoint) || coverage.has(codePoint);
  });
}

function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** Soft hyphen, zero-width space and joiners, word joiner: they steer the setting and have no glyph. */
function isInvisible(codePoint: number): boolean {
  return codePoint === 0xad || (codePoint >= 0x200b && codePoint <= 0x200f) || codePoint === 0x2060;
}
