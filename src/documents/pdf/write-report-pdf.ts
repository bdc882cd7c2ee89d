import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { missingGlyphs, missingGlyphsInCharts } from './missing-glyphs.ts';
import { reportData } from './report-data.ts';
import { MissingGlyphsError } from './report-pdf-error.ts';
import { setDocuments } from './set-documents.ts';
import type { DocumentOrder, PdfStandard } from './typst-order.ts';

/**
 * Writes the report of an edition. The same edition and drawings give the same bytes on any day.
 *
 * @param options.charts indicator id → SVG text of its 道のり図; where there is none, table and sentence stand alone
 * @throws {ReportPdfError} with a sentence for the secretariat; {@link MissingGlyphsError} names characters and places
 */
export async function writeReportPdf(
  published: PublishedEdition, options: { readonly standard: PdfStandard; readonly charts: ReadonlyMap<string, string> },
): Promise<Uint8Array> {
  const [files] = await setDocuments([reportOrder(published, options.charts, [options.standard])]);
  return files![0]!;
}

/**
 * The order for the report: set once, written in each of the standards, every character checked against the font.
 *
 * @throws {MissingGlyphsError} names characters and places
 */
export function reportOrder(published: PublishedEdition, charts: ReadonlyMap<string, string>, standards: readonly PdfStandard[]): DocumentOrder {
  const { edition } = published;
  // Both standards forbid a missing glyph: without this check the whole export would fail with nothing that helps.
  const missing = [...missingGlyphs(edition), ...missingGlyphsInCharts(edition, charts)];
  if (missing.length > 0) throw new MissingGlyphsError(missing);
  return {
    main: 'pdf/report.typ',
    data: JSON.stringify(reportData(published, charts)),
    date: documentDay(edition),
    standards,
  };
}

/**
 * PDF/A insists on a date. Where the day of publication is not stated, the last day of the fiscal year stands in the properties
 * of a file (never on paper), as it does in the Word file.
 */
export function documentDay({ issuedOn, fiscalYear }: Pick<PublishedEdition['edition'], 'issuedOn' | 'fiscalYear'>): string {
  return issuedOn ?? lastDayOf(fiscalYear);
}
