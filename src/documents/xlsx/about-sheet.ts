import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { countInitiatives, editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { licences } from '../../domain/plan/licence.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Table, tableOf, typeDescriptions, typeNames } from '../csv/tables/column.ts';
import { lowestLevelName } from '../csv/tables/plan-tables.ts';

export const aboutTitle = 'この資料について';
export const dictionaryTitle = '列の説明';

/** The first sheet: what the workbook was made from and how it is read. It says nothing that the edition does not say. */
export function aboutTable({ edition, hash }: PublishedEdition, sheets: readonly Table[]): Table {
  const { municipality, plan } = edition;
  const labels = municipality.fiscalYearLabels;
  const item = lowestLevelName(edition);
  const { printed, relisted, distinct } = countInitiatives(edition);
  const facts: [string, string][] = [
    ['計画名', plan.title],
    ['年度', `${yearLabelOf(edition)}（西暦${edition.fiscalYear}年度）`],
    ['版', editionLabel(edition)],
    ...(edition.issuedOn === null ? [] : [['公表日', `${dateLabel(edition.issuedOn, labels)}（${edition.issuedOn}）`] as [string, string]]),
    ['地方公共団体名', municipality.name],
    ['全国地方公共団体コード', municipality.code],
    ...(municipality.licence ? [['利用条件', `${licences[municipality.licence].name}　${licences[municipality.licence].address}`] as [string, string]] : []),
    ...(plan.period === null ? [] : [['計画期間', `${fiscalYearLabel(plan.period.from, labels)}から${fiscalYearLabel(plan.period.to, labels)}まで`] as [string, string]]),
    ...(plan.headquarters === null ? [] : [['推進本部', plan.headquarters.name] as [string, string]]),
    ...plan.parents.map(({ title }): [string, string] => ['上位計画', title]),
    [`${item}の数`, relisted > 0 ? `${printed}（うち再掲${relisted}。再掲を除くと${distinct}）` : String(printed)],
    ['指標の数', String(edition.indicators.length)],
    ['版のハッシュ値（SHA-256）', hash],
  ];
  const manners: [string, string][] = [
    ['表の形', '各シートの１行目は見出しで、２行目からは１行が１件である。結合したセルはない。'],
    ['空欄', '記載がないこと、又は当てはまらないことを表す。０は値である。'],
    ['掲載と値', '「掲載」は印刷されたとおりの文字列、「値」はそれを数値として読み取ったものである。'],
    ['年度', '年度は西暦の整数と和暦の両方で記載する。「値の年度」は値が実際に属する年度で、掲載した年度と異なることがある。'],
    ['再掲', `再掲の${item}は「再掲の元」に元の番号がある。合計するときは、再掲を除く。`],
    ['判定', '判定は、基準値及び目標値と比べられる系列の値により行う。割合が誤解を招くときは割合を示さず、理由を「判定の説明」に記載する。'],
    ['先頭の「\'」', typeDescriptions.text],
    ['列の説明', '各列の意味は、最後のシート「列の説明」にある。'],
  ];
  const rows = [
    ...facts.map(([name, text]) => ({ part: '資料', name, text })),
    ...sheets.map(({ title, description }) => ({ part: 'シート', name: title, text: description })),
    ...manners.map(([name, text]) => ({ part: '見方', name, text })),
  ];
  return tableOf({ id: 'about', title: aboutTitle, description: 'この資料の概要と見方。' }, [
    { name: '区分', type: 'text', description: '資料（何から作ったか）、シート（何があるか）、見方のいずれか。', value: ({ part }) => part },
    { name: '項目', type: 'text', description: '項目の名称。', value: ({ name }) => name },
    { name: '内容', type: 'text', description: '項目の内容。', value: ({ text }) => text },
  ], rows);
}

/** The last sheet: what every column of every sheet means, made from the same definitions as the headers. */
export function dictionaryTable(sheets: readonly Table[]): Table {
  const rows = sheets.flatMap((sheet) => sheet.columns.map((column, index) => ({ sheet, column, order: index + 1 })));
  return tableOf({ id: 'columns', title: dictionaryTitle, description: '各シートの列の説明。' }, [
    { name: 'シート', type: 'text', description: '列があるシートの名称。', value: ({ sheet }) => sheet.title },
    { name: '列の順', type: 'integer', description: '列の位置。左端を１とする。', value: ({ order }) => order },
    { name: '列名', type: 'text', description: '列の見出し。', value: ({ column }) => column.name },
    { name: '型', type: 'text', description: '列の値の種類。', value: ({ column }) => typeNames[column.type] },
    { name: '説明', type: 'text', description: '列の意味と、空欄の意味。', value: ({ column }) => column.description },
  ], rows);
}
