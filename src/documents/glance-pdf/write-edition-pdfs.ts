import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { documentDay, reportOrder } from '../pdf/write-report-pdf.ts';
import { type SetDocuments, setDocuments } from '../pdf/set-documents.ts';
import { leafletData } from './leaflet-data.ts';
import { summaryData } from './summary-data.ts';

export interface EditionPdfs {
  /** The whole report, to be read (PDF/UA-1) and to be kept (PDF/A-2a). */
  readonly report: Uint8Array;
  readonly archive: Uint8Array;
  /** One sheet for the council, one in easy words for everybody; two pages where a plan has many indicators. Both PDF/UA-1. */
  readonly summary: Uint8Array;
  readonly leaflet: Uint8Array;
}

/**
 * Writes every PDF of an edition in one run of the compiler. The same edition and drawings give the same bytes on any day.
 *
 * @param charts indicator id → SVG text of its 道のり図
 * @param onTaken told when another process has got all that it needs for them
 * @throws {ReportPdfError} with a sentence for the secretariat; {@link MissingGlyphsError} names characters and places
 */
export async function writeEditionPdfs(
  published: PublishedEdition, charts: ReadonlyMap<string, string>, set: SetDocuments = setDocuments, onTaken?: () => void,
): Promise<EditionPdfs> {
  const date = documentDay(published.edition);
  const files = await set([
    reportOrder(published, charts, ['ua-1', 'a-2a']),
    { main: 'glance-pdf/summary.typ', data: JSON.stringify(summaryData(published)), date, standards: ['ua-1'] },
    { main: 'glance-pdf/leaflet.typ', data: JSON.stringify(leafletData(published, charts)), date, standards: ['ua-1'] },
  ], onTaken);
  const [report, archive, summary, leaflet] = files.flat();
  return { report: report!, archive: archive!, summary: summary!, leaflet: leaflet! };
}
