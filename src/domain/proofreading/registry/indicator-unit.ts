import type { EditionIndicator } from '../../edition/edition.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'indicator-unit', title: '指標の単位と説明', family: 'registry', level: 'advice',
  catches: '単位のない指標（ほかの指標にはある場合）、値の欄にだけ付いた単位（「０％」と「22.7」の混在）、説明がない指標、一つの指標の中での小数点以下の桁数の違い。',
  why: '単位がないと値の意味が分からず、値の書き方がそろっていないと表計算や比較で誤りのもとになるためです。',
  example: { wrong: '進捗率（％） ０％ → 22.7 → 100.0', right: '進捗率（％） 0.0 → 22.7 → 100.0' },
};

const cells = ['baseline', 'measurement', 'target'] as const;

export const indicatorUnit = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const whole = (path: string, message: string) => {
    const text = byPath.get(path);
    return text ? [findingAt(description, text, { start: 0, end: text.text.length, message })] : [];
  };
  const withUnit = edition.indicators.filter(({ unit }) => unit !== null).length;
  const printedCells = edition.indicators.flatMap((indicator) => cells.map((cell) => indicator[cell]).filter((figure) => figure?.value != null));
  const cellsWithUnit = printedCells.filter((figure) => figure?.unit !== null).length;
  return edition.indicators.flatMap((indicator) => [
    ...(indicator.unit === null && withUnit > 0 && cells.every((cell) => (indicator[cell]?.unit ?? null) === null)
      ? whole(`indicators/${indicator.id}#title`, `指標「${indicator.title}」に単位がありません（ほかの${withUnit}指標にはあります）。`) : []),
    ...(/^[ー―－—–-]?$/.test(indicator.definition.trim()) ? whole(`indicators/${indicator.id}#definition`, `指標「${indicator.title}」の説明がありません。`) : []),
    ...(cellsWithUnit * 2 < printedCells.length ? cells.filter((cell) => (indicator[cell]?.unit ?? null) !== null).flatMap((cell) =>
      whole(`indicators/${indicator.id}#${cell}`, `値の欄に単位「${indicator[cell]!.unit}」が付いています（ほかの${printedCells.length - cellsWithUnit}個の値には付いていません）。`)) : []),
    ...decimals(indicator).flatMap((cell) => whole(`indicators/${indicator.id}#${cell}`, `小数点以下の桁数が、この指標のほかの値と異なります（「${indicator[cell]!.printed}」）。`)),
  ]);
});

/** Cells whose number of decimals differs from that of the other two. */
function decimals(indicator: EditionIndicator): (typeof cells)[number][] {
  const given = cells.flatMap((cell) => {
    const figure = indicator[cell];
    const number = figure && figure.value !== null ? /[0-9][0-9,]*(?:\.([0-9]+))?/.exec(figure.printed.normalize('NFKC')) : null;
    return number ? [{ cell, places: number[1]?.length ?? 0 }] : [];
  });
  return given.length < 3 ? [] : given.filter(({ places }) => given.filter((other) => other.places !== places).length === given.length - 1).map(({ cell }) => cell);
}
