import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { compileTypst, type PdfStandard } from './compile-typst.ts';
import { missingGlyphs, missingGlyphsInCharts } from './missing-glyphs.ts';
import { reportData } from './report-data.ts';
import { reportFontFolders } from './report-fonts.ts';
import { MissingGlyphsError } from './report-pdf-error.ts';

/**
 * Writes the report of an edition. The same edition and drawings give the same bytes on any day.
 *
 * @param options.charts indicator id → SVG text of its 道のり図; where there is none, table and sentence stand alone
 * @throws {ReportPdfError} with a sentence for the secretariat; {@link MissingGlyphsError} names characters and places
 */
export async function writeReportPdf(
  published: PublishedEdition, options: { readonly standard: PdfStandard; readonly charts: ReadonlyMap<string, string> },
): Promise<Uint8Array> {
  const [file] = await write(published, options.charts, [options.standard]);
  return file!;
}

/** Both standards from one child process: report (PDF/UA-1) for reading, archive (PDF/A-2a) for keeping. */
export async function writeReportPdfs(
  published: PublishedEdition, charts: ReadonlyMap<string, string>,
): Promise<{ report: Uint8Array; archive: Uint8Array }> {
  const [report, archive] = await write(published, charts, ['ua-1', 'a-2a']);
  return { report: report!, archive: archive! };
}

async function write(
  published: PublishedEdition, charts: ReadonlyMap<string, string>, standards: readonly PdfStandard[],
): Promise<readonly Uint8Array[]> {
  const { edition } = published;
  // Both standards forbid a missing glyph: without this check the whole export would fail with nothing that helps.
  const missing = [...missingGlyphs(edition), ...missingGlyphsInCharts(edition, charts)];
  if (missing.length > 0) throw new MissingGlyphsError(missing);
  return compileTypst({
    folder: import.meta.dirname,
    main: 'report.typ',
    data: JSON.stringify(reportData(published, charts)),
    fontFolders: reportFontFolders,
    // PDF/A insists on a date. Where the day of publication is not stated, the last day of the fiscal year stands in the
    // file's properties (never on paper); the clock is not asked, so that the file is the same whenever it is made.
    outputs: standards.map((standard) => ({ standard, date: edition.issuedOn ?? (standard === 'a-2a' ? lastDayOf(edition.fiscalYear) : null) })),
  });
}
