import type { Edition, EditionIndicator } from '../../../domain/edition/edition.ts';
import { statusWords } from '../../../domain/indicator/evaluation.ts';
import type { Comparator, Figure } from '../../../domain/indicator/figure.ts';
import { fiscalYearLabel } from '../../../domain/fiscal-year/fiscal-year.ts';
import { judgedSeries, kindNames, type Measurement, standingNames } from '../../../domain/indicator/indicator.ts';
import { noteNumber } from '../../../domain/report/paragraph.ts';
import type { Column } from './column.ts';

const comparatorWords: Readonly<Record<Comparator, string>> = { 'at-least': '以上', 'at-most': '以下', 'more-than': '超', 'less-than': '未満', about: '程度' };

/** A figure with the indicator and the edition that it stands in. */
export interface PlacedFigure {
  readonly indicator: EditionIndicator;
  readonly figure: Figure;
}

export const identityColumns: readonly Column<EditionIndicator>[] = [
  { name: '指標番号', type: 'code', description: '印刷されたとおりの指標の番号。', value: ({ number }) => number },
  { name: '指標名', type: 'text', description: '印刷されたとおりの指標の名称。', value: ({ title }) => title },
  { name: '単位', type: 'text', description: '指標の単位。空欄は記載なし。', value: ({ unit }) => unit },
];

export const definitionColumns: readonly Column<EditionIndicator>[] = [
  { name: '種類', type: 'text', description: '値をどう動かす指標か。判定の方法が決まる。', value: ({ kind }) => kindNames[kind] },
  { name: '説明', type: 'text', description: '印刷されたとおりの指標の説明。', value: ({ definition }) => definition || null },
];

export const indicatorIdColumn: Column<EditionIndicator> = {
  name: '指標ID', type: 'code', description: '指標の識別子。番号や名称が変わっても変わらない。', value: ({ id }) => id,
};

/** The marks of a figure as the list of notes prints them: ※２ for a printed ※2, so that the two can be joined. */
export function noteMarks(edition: Edition, { notes }: Pick<Figure, 'notes'>): string | null {
  const canonical = notes.map((mark) => edition.notes.find((note) => noteNumber(note.mark) === noteNumber(mark))?.mark ?? mark);
  return canonical.join('、') || null;
}

/** What is said of any figure: as printed, its value, when. Years stand as numbers and as labels. */
export function figureColumns(edition: Edition): Column<PlacedFigure>[] {
  const labels = edition.municipality.fiscalYearLabels;
  return [
    { name: '掲載', type: 'text', description: '印刷されたとおりの値。', value: ({ figure }) => figure.printed },
    { name: '値', type: 'number', description: '印刷された値を数値として読み取ったもの。空欄は、値がない（未確定など）。', value: ({ figure }) => figure.value },
    { name: '年度（西暦）', type: 'integer', description: '値を掲載した年度。', value: ({ figure }) => figure.fiscalYear },
    { name: '年度（和暦）', type: 'text', description: '値を掲載した年度の和暦による表記。', value: ({ figure }) => fiscalYearLabel(figure.fiscalYear, labels) },
    { name: '基準日', type: 'date', description: '値を集計した日。空欄は記載なし（判定には年度の末日を用いる）。', value: ({ figure }) => figure.asOf },
  ];
}

export const targetOnlyColumns: readonly Column<PlacedFigure>[] = [
  { name: '上限', type: 'number', description: '範囲で印刷されたときの上限の値。空欄は、範囲ではない。', value: ({ figure }) => figure.upper },
  { name: '比較', type: 'text', description: '以上、以下、超、未満、程度のいずれか。空欄は、印刷されていない。', value: ({ figure }) => (figure.comparator ? comparatorWords[figure.comparator] : null) },
];

/** What is said of a measurement beside its figure. */
export function measurementColumns(edition: Edition): Column<Measurement>[] {
  return [
    { name: '括弧内の値', type: 'number', description: '（）内に印刷された別の系列の値。空欄は、ない。', value: ({ alternative }) => alternative },
    { name: '値の年度（西暦）', type: 'integer', description: '値が実際に属する年度。参考として前年度の値を掲載したときは、掲載した年度と異なる。', value: ({ valueYear }) => valueYear },
    { name: '値の年度（和暦）', type: 'text', description: '値が実際に属する年度の和暦による表記。', value: ({ valueYear }) => fiscalYearLabel(valueYear, edition.municipality.fiscalYearLabels) },
    { name: '確度', type: 'text', description: '確定値、速報値、参考値のいずれか。空欄は記載なし。', value: ({ standing }) => (standing ? standingNames[standing] : null) },
  ];
}

/** Percentages with one decimal, as they are printed everywhere. */
const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

export const evaluationColumns: readonly Column<EditionIndicator>[] = [
  { name: '判定', type: 'text', description: '判定の結果。「判定を保留」のときは、理由が「判定の説明」にある。', value: ({ evaluation }) => statusWords[evaluation.status] },
  { name: '達成割合（％）', type: 'number', description: '基準値から目標値までの道のりのうち、進んだ割合。割合が誤解を招くときは示さない（空欄）。', value: ({ evaluation }) => percent(evaluation.inputs.achieved) },
  { name: '経過割合（％）', type: 'number', description: '基準値の時点から目標値の時点までの期間のうち、経過した割合。空欄は、示せない。', value: ({ evaluation }) => percent(evaluation.inputs.elapsed) },
  { name: '判定の説明', type: 'text', description: '判定の根拠、又は判定を保留した理由。', value: ({ evaluation }) => evaluation.sentence },
  { name: '判定に用いた値', type: 'number', description: '判定に用いた系列の値。空欄は、ない。', value: ({ evaluation }) => evaluation.inputs.current?.value ?? null },
  { name: '判定に用いた系列', type: 'text', description: '基準値及び目標値と比べられる系列の名称。', value: (indicator) => judgedSeries(indicator).title },
  { name: '基準値の時点', type: 'date', description: '判定に用いた基準値の日（基準日、又は年度の末日）。', value: ({ evaluation }) => evaluation.inputs.baseline.day },
  { name: '現状値の時点', type: 'date', description: '判定に用いた現状値の日（基準日、又は年度の末日）。空欄は、値がない。', value: ({ evaluation }) => evaluation.inputs.current?.day ?? null },
  { name: '目標値の時点', type: 'date', description: '判定に用いた目標値の日（基準日、又は年度の末日）。', value: ({ evaluation }) => evaluation.inputs.target.day },
  { name: '順調とする下限', type: 'number', description: '達成割合を経過割合で割った値がこれ以上のとき「順調」とする。', value: ({ evaluation }) => evaluation.inputs.bands.onLine },
  { name: 'やや遅れとする下限', type: 'number', description: '達成割合を経過割合で割った値がこれ以上で「順調」に満たないとき「やや遅れ」とし、これに満たないとき「遅れ」とする。', value: ({ evaluation }) => evaluation.inputs.bands.slightlyBehind },
];

/** The same columns under a longer name: 基準値 and 値 give 基準値の値. */
export function named<Row>(prefix: string, columns: readonly Column<Row>[]): Column<Row>[] {
  return columns.map((column) => ({ ...column, name: `${prefix}：${column.name}`, description: `${prefix}について、${column.description}` }));
}


