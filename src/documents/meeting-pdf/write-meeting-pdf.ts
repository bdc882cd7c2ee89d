import type { MeetingRecord } from '../../domain/headquarters/headquarters.ts';
import { missingGlyphsIn } from '../pdf/missing-glyphs.ts';
import { MissingGlyphsError } from '../pdf/report-pdf-error.ts';
import { setDocuments } from '../pdf/set-documents.ts';
import { meetingData, type MeetingPaperKind } from './meeting-data.ts';

/**
 * Writes the papers of a meeting, or its minutes, as PDF/UA-1. The same meeting gives the same bytes on any day.
 *
 * @param options.charts indicator id → SVG text of its 道のり図; where there is none, the judgement stands alone
 * @throws {ReportPdfError} with a sentence for the secretariat; {@link MissingGlyphsError} names characters and places
 */
export async function writeMeetingPdf(record: MeetingRecord, options: { readonly kind: MeetingPaperKind; readonly charts: ReadonlyMap<string, string> }): Promise<Uint8Array> {
  const data = meetingData(record, options.kind, options.charts);
  const { items, ...cover } = data;
  // The standard forbids a missing glyph: without this check the whole export would fail with nothing that helps.
  const missing = missingGlyphsIn([[`会議「${data.title}」`, cover], ...items.map((item): [string, unknown] => [`${item.label}「${item.title}」`, item])]);
  if (missing.length > 0) throw new MissingGlyphsError(missing);
  const [files] = await setDocuments([{ main: 'meeting-pdf/meeting.typ', data: JSON.stringify(data), date: record.meeting.heldOn, standards: ['ua-1'] }]);
  return files![0]!;
}
