import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { writeDocxAside } from '../documents/docx/write-docx-aside.ts';
import { textOfEdition } from '../documents/edition-json/edition-json.ts';
import { writeEditionPdfs } from '../documents/glance-pdf/write-edition-pdfs.ts';
import { canWritePdf } from '../documents/pdf/pdf-support.ts';
import { ReportPdfError } from '../documents/pdf/report-pdf-error.ts';
import { type SetDocuments, setDocuments } from '../documents/pdf/set-documents.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { PathChart } from '../ui/path-chart.tsx';

/** One file that is made from an edition: its path and its bytes. The same edition gives the same bytes on any day. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Told what is being made, as a Japanese noun phrase, when it is finished. */
export type ReportProgress = (made: string) => void;

/**
 * The documents and data of one edition: report.pdf, report-archive.pdf, summary.pdf, leaflet.pdf, report.docx, report.xlsx, data/*.csv, edition.json.
 *
 * @param withoutPdf told why the PDFs could not be made, where the others are wanted all the same
 * @throws {ReportPdfError} where nobody said so
 */
export async function buildDocuments(
  published: PublishedEdition, progress: ReportProgress = () => {}, set: SetDocuments = setDocuments, withoutPdf?: (reason: ReportPdfError) => void,
): Promise<OutputFile[]> {
  const noted = async <T,>(name: string, making: Promise<T>): Promise<T> => {
    const made = await making;
    progress(name);
    return made;
  };
  // The PDF is made in a process of its own, so that the other files are written while it runs. It gets its order first: a pipe
  // holds less than a report, and the writer of Word keeps this process from pouring the rest for as long as it works.
  const taken = Promise.withResolvers<void>();
  const pdfs = canWritePdf()
    ? noted('報告書、概要、ちらし（PDF）', writeEditionPdfs(published, drawCharts(published), set, taken.resolve)).catch((error: unknown) => {
      if (!withoutPdf || !(error instanceof ReportPdfError)) throw error;
      withoutPdf(error);
      return null;
    })
    : noted('PDF以外の資料（この種類のコンピューターでは、PDFを作ることができません。Linux（x64）で作ってください）', Promise.resolve(null));
  pdfs.catch(() => {}).finally(taken.resolve);
  await taken.promise;
  const word = noted('報告書（Word）', writeDocxAside(published));
  word.catch(() => {});
  // Its library is large: it is loaded while the others are at work, and not at all where nothing is made.
  const { writeReportXlsx } = await import('../documents/xlsx/write-report-xlsx.ts');
  const xlsx = await noted('一覧表（Excel）', writeReportXlsx(published));
  const csv = writeCsvFiles(published);
  const docx = await word;
  const printed = await pdfs;
  return [
    ...(printed ? [
      { path: 'report.pdf', bytes: printed.report }, { path: 'report-archive.pdf', bytes: printed.archive },
      { path: 'summary.pdf', bytes: printed.summary }, { path: 'leaflet.pdf', bytes: printed.leaflet },
    ] : []),
    { path: 'report.docx', bytes: docx },
    { path: 'report.xlsx', bytes: xlsx },
    ...csv.map(({ name, bytes }) => ({ path: `data/${name}`, bytes })),
    { path: 'edition.json', bytes: new TextEncoder().encode(textOfEdition(published)) },
  ];
}

/** An edition together with its documents. */
export interface EditionWithDocuments {
  readonly published: PublishedEdition;
  readonly documents: readonly OutputFile[];
}

/** The 道のり図 of every indicator as SVG text, for print. */
function drawCharts({ edition }: PublishedEdition): Map<string, string> {
  return new Map(edition.indicators.map((indicator) => [
    indicator.id, String(<PathChart indicator={indicator} labelling={edition.municipality.fiscalYearLabels} font="Noto Sans JP" />),
  ]));
}
