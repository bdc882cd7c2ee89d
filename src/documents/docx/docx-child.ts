// The process that writes one Word document and ends with it.
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { writeReportDocx } from './write-report-docx.ts';

process.once('message', (published: PublishedEdition) => {
  void writeReportDocx(published).then((bytes) => process.send?.(bytes, undefined, undefined, () => process.disconnect?.()));
});
