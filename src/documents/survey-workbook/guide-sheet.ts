import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { outcomeNames } from '../../domain/round/answer.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import { sheetNames } from '../../domain/survey/tables.ts';
import { rowHeight } from './column-widths.ts';
import { protection, styles } from './cell-styles.ts';
import { forHeader } from './survey-sheet.ts';
import type { WrittenTable } from './survey-rows.ts';
import { textForCell } from './text-for-cell.ts';

const widths = [3, 20, 120] as const;

/** A line of the sheet; `whole` runs over both columns. */
interface Line { readonly texts: readonly string[]; readonly styles: readonly CellStyle[]; readonly height?: number; readonly whole?: boolean }

/** The first sheet: who is asked what, until when, how it is written and how it goes back. */
export function guideSheet(survey: Survey, tables: readonly WrittenTable[], headline: string): WriteSheet {
  const { municipality, planTitle, round, departments, person, madeOn } = survey;
  const labels = municipality.fiscalYearLabels;
  const year = fiscalYearLabel(round.fiscalYear, labels);
  const day = (date: string) => dateLabel(date, labels);
  const open = survey.items.filter(({ writable }) => writable).length;
  const facts: [string, string][] = [
    ['計画', planTitle],
    ['回答する部署', departments.map(({ name }) => name).join('、') + (person === null ? '' : `　${person}さん`)],
    ['回答する項目', `${survey.items.length}件${open < survey.items.length ? `（うち今記入できるもの${open}件）` : ''}`],
    ['締切', `担当者　${day(round.departmentDeadline)}まで　／　所属長の承認　${day(round.headDeadline)}まで`],
    ['作成', `${day(madeOn)}　${municipality.name}`],
  ];
  const numbered = (texts: readonly string[]): Line[] => texts.map((text, index) => {
    const line = `${'①②③④⑤⑥⑦⑧⑨'[index] ?? '・'}　${text}`;
    return { texts: ['', line], styles: [styles.plain, styles.plain], height: rowHeight([line], [widths[1] + widths[2]]), whole: true };
  });
  const heading = (text: string): Line[] => [{ texts: [], styles: [], height: 8 }, { texts: ['', text], styles: [styles.plain, styles.heading], height: 22 }];
  const lines: Line[] = [
    { texts: ['', `${year}　取組状況の照会`], styles: [styles.plain, { ...styles.title, font: { ...styles.title.font, size: 18 } }], height: 36 },
    ...facts.map(([name, text]): Line => ({ texts: ['', name, textForCell(text)], styles: [styles.plain, styles.label, styles.fixed] })),
    ...heading('記入のしかた'),
    ...numbered(steps(tables, year)),
    ...heading('返し方'),
    ...numbered([
      'このファイルを、名前を変えても構いませんので、Excelブック（.xlsx）のまま保存してください。',
      'あゆみを使える人は「わたしの仕事」の「Excelで回答する」で、このファイルを選んで取り込みます。使えない部署は、締切までに事務局へ送ってください。',
      '取り込むと、あゆみの中で下書きになります。提出と承認は、あゆみで行います。',
    ]),
    ...heading('お願い'),
    ...numbered([
      '列の幅と行の高さは、自由に変えられます。行の並べ替えや列の追加が必要なときは、「校閲」の「シート保護の解除」（パスワードはありません）を行ってください。取込みには差し支えありません。',
      '行を写して増やしたり、ほかのファイルの行を貼り付けたりしないでください。',
      '隠れている列とシートには、どの照会への回答かが書かれています。消したり書き換えたりすると、取り込めません。',
      'このファイルを書き出した後に、あゆみで同じ項目に回答した人がいるときは、取り込むときに両方を並べて表示し、どちらを残すかを選びます。',
      'パスワードを付けたり、マクロを加えたりしたファイルは、取り込めません。',
    ]),
  ];
  return {
    name: sheetNames.guide, columns: widths.map((width) => ({ width })),
    rows: lines.map(({ texts }) => texts.map(() => null)),
    cells: new Map(lines.flatMap(({ texts, styles: own }, row) => texts.map((text, column): [string, Partial<Cell>] => [
      `${row},${column}`, { ...(text === '' ? { value: null } : { value: text, type: 'string' }), ...(own[column] ? { style: own[column] } : {}) },
    ]))),
    merges: lines.flatMap(({ whole }, row) => (whole ? [{ startRow: row, endRow: row, startCol: 1, endCol: 2 }] : [])),
    rowDefs: new Map(lines.map(({ texts, height }, row) => [row, { height: height ?? rowHeight(texts, widths) }])),
    protection, view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1, horizontalCentered: true,
      margins: { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${forHeader(headline)}&R${sheetNames.guide}`, oddFooter: '&C&P／&N' },
    a11y: { summary: `${year}の取組状況の照会の記入要領` },
  };
}

function steps(tables: readonly WrittenTable[], year: string): string[] {
  const has = (table: WrittenTable['table']) => tables.find((one) => one.table === table);
  const progress = has('progress');
  const asks = (key: string) => progress?.columns.some((column) => column.key === key) ?? false;
  const extra = [asks('issues') && '課題', asks('nextYear') && '翌年度の予定'].filter((name) => name !== false);
  return [
    '見出しに「（記入）」とある、薄い黄色の欄に書いてください。ほかの欄は、参考のために印刷してあります。灰色の欄は、提出済みなどのため記入できません。',
    ...(has('orders') ? [`シート「${sheetNames.orders}」に、推進本部からの指示があります。指示ごとに回答してください。`] : []),
    ...(progress ? [
      `シート「${sheetNames.progress}」に、${year}にしたことを書いてください。「前の年度の報告」を隣に載せています。事実を、した順に、過去形で書き、段落はセルの中の改行（Alt＋Enter）で分け、箇条書きの行は「・」で始めます。`,
      `「この年度にしたこと」は「${Object.values(outcomeNames).join('」「')}」から選びます。取り組まなかったときは、その理由を「取組状況」に書いてください。これも回答です。`,
    ] : []),
    ...(asks('selfAssessment') ? ['「自己評価」は、セルの右の▼を押して選びます。'] : []),
    ...(extra.length > 0 ? [`「${extra.join('」と「')}」も書いてください。`] : []),
    ...(has('effects') ? [`効果額があるときは、シート「${sheetNames.effects}」に、額、種類（単年度・毎年度・累計）、算出方法を書いてください。`] : []),
    ...(has('indicators') ? [`シート「${sheetNames.indicators}」に、指標の値を書いてください。「37.0（60.3）」「1,234人」のように書いたとおりに残ります。０は値です。まだ分からないときは「未確定」と書いてください。年度末の値でないときは「値の時点」に日付を書きます。`] : []),
  ];
}
