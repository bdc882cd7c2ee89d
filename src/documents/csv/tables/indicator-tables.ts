import type { Edition, EditionIndicator, EditionNode } from '../../../domain/edition/edition.ts';
import { nodeById } from '../../../domain/edition/reading.ts';
import { fiscalYearLabel } from '../../../domain/fiscal-year/fiscal-year.ts';
import type { Figure } from '../../../domain/indicator/figure.ts';
import { judgedSeries, type Series, standingNames } from '../../../domain/indicator/indicator.ts';
import { type Column, columnsFrom, type Table, tableOf } from './column.ts';
import {
  definitionColumns, evaluationColumns, figureColumns, identityColumns, indicatorIdColumn, measurementColumns, named, noteMarks, type PlacedFigure, targetOnlyColumns,
} from './indicator-columns.ts';
import { levelColumns, levelName } from './plan-tables.ts';

/** One row an indicator with its judgement; the figures stand in the table of measurements. */
export function indicatorTable(edition: Edition): Table {
  return tableOf({ id: 'indicators', title: '指標', description: '指標の一覧と、この年度の判定。１行が一つの指標。値は測定値の表にある。' }, [
    ...identityColumns, ...definitionColumns, ...evaluationColumns, indicatorIdColumn,
  ], edition.indicators);
}

/** One row an indicator with all of its figures beside each other, as a person reads them in a spreadsheet. */
export function wideIndicatorTable(edition: Edition): Table {
  const notes: Column<PlacedFigure> = { name: '注', type: 'code', description: '値に付いた注の印。複数のときは「、」で区切る。', value: ({ figure }) => noteMarks(edition, figure) };
  const of = (name: string, figureOf: (indicator: EditionIndicator) => Figure | null, columns: readonly Column<PlacedFigure>[]) => (
    named(name, columnsFrom([...columns, notes], (indicator: EditionIndicator): PlacedFigure | null => {
      const figure = figureOf(indicator);
      return figure === null ? null : { indicator, figure };
    }))
  );
  return tableOf({ id: 'indicators', title: '指標', description: '指標の一覧。１行が一つの指標。' }, [
    ...identityColumns, ...definitionColumns,
    ...of('基準値', ({ baseline }) => baseline, figureColumns(edition)),
    ...of('現状値', ({ measurement }) => measurement, figureColumns(edition)),
    ...named('現状値', columnsFrom(measurementColumns(edition), ({ measurement }: EditionIndicator) => measurement)),
    ...of('目標値', ({ target }) => target, [...figureColumns(edition), ...targetOnlyColumns]),
    ...evaluationColumns, indicatorIdColumn,
  ], edition.indicators);
}

interface Value extends PlacedFigure {
  readonly role: '基準値' | '現状値' | '目標値';
  readonly value: number | null;
  readonly bracketed: boolean;
  readonly series: Series | null;
}

/** One row a value: baseline, current and target, and each value in brackets as a row of its own series. */
export function measurementTable(edition: Edition): Table {
  const labels = edition.municipality.fiscalYearLabels;
  const measurement = ({ role, indicator }: Value) => (role === '現状値' ? indicator.measurement : null);
  const valueYear = (row: Value) => measurement(row)?.valueYear ?? row.figure.fiscalYear;
  const [printed, , year, yearLabel, asOf] = figureColumns(edition);
  return tableOf({ id: 'measurements', title: '測定値', description: '指標の値。１行が一つの値。（）内の値は、別の行とする。' }, [
    ...columnsFrom(identityColumns, ({ indicator }: Value) => indicator),
    { name: '系列ID', type: 'code', description: '値の数え方（系列）の識別子。異なる系列の値は比べられない。空欄は記載なし。', value: ({ series }) => series?.id ?? null },
    { name: '系列', type: 'text', description: '値の数え方（系列）の名称。', value: ({ series }) => series?.title ?? null },
    { name: '役割', type: 'text', description: '基準値、現状値、目標値のいずれか。', value: ({ role }) => role },
    { name: '括弧内', type: 'integer', description: '（）内に印刷された値は１、それ以外は０。', value: ({ bracketed }) => (bracketed ? 1 : 0) },
    ...[year!, yearLabel!].map((column): Column<Value> => ({ ...column, name: `掲載${column.name}` })),
    { name: '値の年度（西暦）', type: 'integer', description: '値が実際に属する年度。参考として前年度の値を掲載したときは、掲載年度と異なる。', value: valueYear },
    { name: '値の年度（和暦）', type: 'text', description: '値が実際に属する年度の和暦による表記。', value: (row) => fiscalYearLabel(valueYear(row), labels) },
    asOf!,
    { name: '値', type: 'number', description: '数値。桁区切りを用いない。空欄は、値がない（未確定など）。', value: ({ value }) => value },
    ...targetOnlyColumns.map((column): Column<Value> => ({ ...column, value: (row) => (row.bracketed ? null : column.value(row)) })),
    { name: '印刷された単位', type: 'text', description: '値に付けて印刷された単位。空欄は、値に付いていない。', value: ({ figure }) => figure.unit },
    { name: '確度', type: 'text', description: '確定値、速報値、参考値のいずれか。空欄は記載なし。', value: (row) => { const standing = measurement(row)?.standing; return standing ? standingNames[standing] : null; } },
    { name: '欄の見出し', type: 'text', description: '印刷されたとおりの欄の見出し。', value: ({ figure }) => figure.label },
    printed!,
    { name: '注', type: 'code', description: '値に付いた注の印。複数のときは「、」で区切る。', value: ({ figure }) => noteMarks(edition, figure) },
    { ...indicatorIdColumn, value: ({ indicator }) => indicator.id },
  ], edition.indicators.flatMap(valuesOf));
}

function valuesOf(indicator: EditionIndicator): Value[] {
  const judged = judgedSeries(indicator);
  const { baseline, target, measurement } = indicator;
  const byId = (id: string | null) => indicator.series.find((series) => series.id === id) ?? null;
  const rows = (role: Value['role'], figure: Figure, own: Series | null, other: Series | null): Value[] => [
    { indicator, figure, role, value: figure.value, bracketed: false, series: own },
    ...(figure.alternative === null ? [] : [{ indicator, figure, role, value: figure.alternative, bracketed: true, series: other }]),
  ];
  return [
    ...rows('基準値', baseline, judged, null),
    ...(measurement ? rows('現状値', measurement, byId(measurement.series), byId(measurement.alternativeSeries)) : []),
    ...rows('目標値', target, judged, null),
  ];
}

/** One row a figure and a note that stands at it. */
export function measurementNoteTable(edition: Edition): Table {
  interface Noted { readonly indicator: EditionIndicator; readonly role: Value['role']; readonly mark: string }
  const rows = edition.indicators.flatMap((indicator) => valuesOf(indicator).filter(({ bracketed }) => !bracketed).flatMap(({ role, figure }) => (
    figure.notes.map((mark): Noted => ({ indicator, role, mark: noteMarks(edition, { notes: [mark] }) ?? mark }))
  )));
  return tableOf({ id: 'measurement-notes', title: '測定値の注', description: '指標の値と、付いた注の対応。１行が一つの組。' }, [
    ...columnsFrom(identityColumns.slice(0, 2), ({ indicator }: Noted) => indicator),
    { name: '役割', type: 'text', description: '基準値、現状値、目標値のいずれか。', value: ({ role }) => role },
    { name: '注', type: 'code', description: '値に付いた注の印。本文は notes.csv にある。', value: ({ mark }) => mark },
    { ...indicatorIdColumn, value: ({ indicator }) => indicator.id },
  ], rows);
}

/** 指標と基本事業, after the level that the indicators of this plan belong to. */
export function linkTitle(edition: Edition): string {
  const levels = new Set(linksOf(edition).map(({ node }) => node.level));
  const [only] = levels;
  return levels.size === 1 && only !== undefined ? `指標と${levelName(edition, only)}` : '指標と体系';
}

/** One row an indicator and an element that it belongs to. */
export function linkTable(edition: Edition): Table {
  interface Link { readonly indicator: EditionIndicator; readonly node: EditionNode }
  const ofNode = ({ node }: Link) => node;
  return tableOf({ id: 'indicator-links', title: linkTitle(edition), description: '指標と、関連する体系の要素の対応。１行が一つの組。' }, [
    ...columnsFrom(identityColumns.slice(0, 2), ({ indicator }: Link) => indicator),
    { name: '関連する階層', type: 'text', description: '関連する要素の階層の名称。', value: ({ node }) => levelName(edition, node.level) },
    ...columnsFrom(levelColumns(edition, edition.levels), ofNode),
    { ...indicatorIdColumn, value: ({ indicator }) => indicator.id },
    { name: '要素ID', type: 'code', description: '関連する要素の識別子。', value: ({ node }) => node.id },
  ], linksOf(edition));
}

function linksOf(edition: Edition): { indicator: EditionIndicator; node: EditionNode }[] {
  return edition.indicators.flatMap((indicator) => indicator.related.flatMap((id) => {
    const node = nodeById(edition, id);
    return node ? [{ indicator, node }] : [];
  }));
}
