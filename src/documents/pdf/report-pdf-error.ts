/** Why a report could not be made, as a Japanese sentence for the secretariat; the raw reason stays in `cause` for the log. */
export class ReportPdfError extends Error {
  override readonly name: string = 'ReportPdfError';
}

/** A character that the font of the report cannot print. */
export interface MissingGlyph {
  readonly character: string;
  /** U+1F600; several where the character is written with several (U+845B U+E0101). */
  readonly codePoint: string;
  /** Where it stands: 取組項目06「AI・RPA等の先進技術の導入」（i06）. */
  readonly places: string[];
}

/** The report holds characters that cannot be printed. Named before anything is made. */
export class MissingGlyphsError extends ReportPdfError {
  override readonly name = 'MissingGlyphsError';
  readonly missing: readonly MissingGlyph[];

  constructor(missing: readonly MissingGlyph[]) {
    const named = missing.map(({ character, codePoint, places }) => `「${character}」（${codePoint}、${placesInWords(places)}）`);
    super(`報告書の書体にない文字があるため、PDFを作成できません。別の文字に改めてください：${named.join('、')}`);
    this.missing = missing;
  }
}

function placesInWords(places: readonly string[]): string {
  const [first, second, third, ...others] = places;
  return [first, second, third].filter((place) => place !== undefined).join('、') + (others.length > 0 ? `ほか${others.length}か所` : '');
}
