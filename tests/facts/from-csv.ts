import { restore } from '../../src/documents/csv/csv-text.ts';
import { readRecords } from '../../src/documents/csv/read-csv.testing.ts';
import type { Facts, FigureFacts } from './facts.ts';
import { titleWithUnit } from './facts.ts';

export type Rows = readonly Readonly<Record<string, string>>[];

const numberOf = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
const textOf = (text: string | undefined) => restore(text ?? '');

/** What the open data say. */
export function factsFromCsv(files: ReadonlyMap<string, Uint8Array>): Facts {
  const rows = (name: string): Rows => readRecords(files.get(`data/${name}.csv`) ?? new Uint8Array());
  const paragraphs = rows('paragraphs');
  const measurements = rows('measurements').filter((row) => row['括弧内'] === '0');
  const figure = (indicator: string | undefined, role: string): FigureFacts | null => {
    const row = measurements.find((candidate) => candidate['指標ID'] === indicator && candidate['役割'] === role);
    return row ? { printed: textOf(row['掲載']), label: textOf(row['欄の見出し']), value: numberOf(row['値']) } : null;
  };
  return {
    ...textsOf(rows('nodes'), paragraphs),
    indicators: rows('indicators').map((row) => ({
      number: textOf(row['指標番号']), title: titleWithUnit({ title: textOf(row['指標名']), unit: textOf(row['単位']) }), definition: textOf(row['説明']),
      baseline: figure(row['指標ID'], '基準値')!, current: figure(row['指標ID'], '現状値'), target: figure(row['指標ID'], '目標値')!,
      status: textOf(row['判定']), sentence: textOf(row['判定の説明']),
    })),
    notes: rows('notes').map((row) => ({ mark: textOf(row['注']), text: textOf(row['注の本文']) })),
  };
}

/** Preface and tree out of the table of elements and that of paragraphs, which the workbook has too. */
export function textsOf(nodes: Rows, paragraphs: Rows): Pick<Facts, 'preface' | 'elements'> {
  const says = (row: Rows[number]) => textOf(row['本文']) + (row['執筆部署（空欄は記載なし）'] ? `〔${textOf(row['執筆部署（空欄は記載なし）'])}〕` : '');
  const of = (part: string, id: string | undefined) => paragraphs.filter((row) => row['区分'] === part && row['要素ID'] === id).map(says);
  const preface = Map.groupBy(paragraphs.filter((row) => row['区分'] === '前文'), (row) => row['要素ID']);
  return {
    preface: [...preface.values()].map((rows) => ({ heading: textOf(rows[0]?.['題名']), paragraphs: rows.map(says) })),
    elements: nodes.map((row) => ({
      label: textOf(row['階層']) + textOf(row['番号']), title: textOf(row['題名']), description: of('説明', row['要素ID']), report: of('取組状況', row['要素ID']),
    })),
  };
}
