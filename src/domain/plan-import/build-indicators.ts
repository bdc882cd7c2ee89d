import type { IndicatorKind } from '../indicator/indicator.ts';
import { readFigure } from '../indicator/figure.ts';
import type { FigureRow } from '../plan/plan-bundle.ts';
import { readDay } from './year-label.ts';
import { figureFrom, type FigureCell, settleShares } from './figure-cell.ts';
import type { NodeDraft } from './node-draft.ts';
import { type NumberForm, numberFormOf, readNumber, splitNumber } from './numbering.ts';
import type { MappedColumn, ReadText, RowReader } from './read-rows.ts';
import { bareHeading, isDitto, isNothing, oneLine } from './text-forms.ts';
import type { Findings, Place } from './understood.ts';

/** An indicator while it is being put together. */
export interface IndicatorDraft {
  readonly title: string;
  readonly place: Place;
  readonly number: string | null;
  readonly numberPlace: Place | null;
  unit: string | null;
  definition: string;
  definitionPlace: Place | null;
  baseline: FigureCell | null;
  target: FigureCell | null;
  measurement: FigureCell | null;
  readonly related: Set<NodeDraft>;
  /** Texts of the column of related elements, resolved when the tree is whole. */
  readonly relatedTexts: { text: string; place: Place }[];
}

const unitInTitle = /[（(]\s*(％|%|ポイント|点|人|名|件|回|円|千円|万円|百万円|億円|か所|箇所|ヶ所|カ所|世帯|団体|社|校|棟|戸|日|時間|分|割|倍|冊|台|本|枚|ha|km|kg|t|㎡|m2|kWh|t-CO2|トン)\s*[)）]$/;

/** Takes the indicators of a table. `deepest` is the element of the plan in each row. */
export function takeIndicators(reader: RowReader, deepest: ReadonlyMap<number, NodeDraft | null>, drafts: IndicatorDraft[], findings: Findings): void {
  const [column] = reader.of('indicator-title');
  if (!column) return;
  const form = reader.of('indicator-number').length === 0 ? numberFormOf(reader.texts(column).filter((text) => !isDitto(text)), '指標') : null;
  for (const row of reader.table.rows) {
    const title = reader.read(row, column);
    if (!title || isNothing(title.text)) continue;
    const draft = draftOf(reader, row, title, form, drafts, findings);
    const node = deepest.get(row);
    if (node && !draft.related.has(node)) {
      draft.related.add(node);
      findings.read(title.place, title.heading, '指標に関連する要素', title.text, node.title, ['同じ行にある要素に関連するとした']);
    }
    addDetails(reader, row, draft, findings);
  }
}

function draftOf(reader: RowReader, row: number, read: ReadText, form: NumberForm | null, drafts: IndicatorDraft[], findings: Findings): IndicatorDraft {
  const [numberColumn] = reader.of('indicator-number');
  const numberCell = numberColumn ? reader.read(row, numberColumn) : null;
  const steps = [...read.steps];
  let title = oneLine(read.text);
  if (title !== read.text) steps.push('改行を除いた');
  let number = numberCell ? readNumber(oneLine(numberCell.text).replace(/^指標/, '')) : null;
  const parts = form !== null ? splitNumber(title, '指標', form) : null;
  if (parts) {
    ({ number, title } = parts);
    steps.push(`番号「${number.printed}」と題名に分けた`);
  }
  const key = bareHeading(title);
  const known = drafts.find((draft) => bareHeading(draft.title) === key && (number === null || draft.number === null || draft.number === (number.folded ?? number.printed)));
  if (known) return known;
  const unit = unitInTitle.exec(title)?.[1] ?? null;
  findings.read(read.place, read.heading, '指標の題名', read.text, title, steps);
  if (numberCell && number) findings.read(numberCell.place, numberCell.heading, '指標の番号', numberCell.text, number.folded ?? number.printed, [...numberCell.steps, ...(number.folded !== null && number.folded !== number.printed ? ['半角の番号とした'] : [])]);
  const draft: IndicatorDraft = {
    title, place: read.place, number: number ? (number.folded ?? number.printed) : null, numberPlace: numberCell?.place ?? (number ? read.place : null),
    unit, definition: '', definitionPlace: null, baseline: null, target: null, measurement: null, related: new Set(), relatedTexts: [],
  };
  if (unit !== null && reader.of('indicator-unit').length === 0) findings.read(read.place, read.heading, '指標の単位', read.text, unit, ['題名の括弧の中を単位とした']);
  drafts.push(draft);
  return draft;
}

function addDetails(reader: RowReader, row: number, draft: IndicatorDraft, findings: Findings): void {
  const one = (role: Parameters<RowReader['of']>[0]): { read: ReadText; column: MappedColumn } | null => {
    for (const column of reader.of(role)) {
      const read = reader.read(row, column);
      if (read) return { read, column };
    }
    return null;
  };
  const unit = one('indicator-unit')?.read;
  if (unit && !isNothing(unit.text)) {
    draft.unit = oneLine(unit.text).replace(/^[（(](.*)[)）]$/, '$1');
    findings.read(unit.place, unit.heading, '指標の単位', unit.text, draft.unit, unit.steps);
  }
  const definition = one('indicator-definition')?.read;
  if (definition && draft.definition === '') {
    draft.definition = definition.text.replace(/\s*\n\s*/g, ' ');
    draft.definitionPlace = definition.place;
    findings.read(definition.place, definition.heading, '指標の説明', definition.text, draft.definition, [...definition.steps, ...(definition.text.includes('\n') ? ['改行を空白に変えた'] : [])]);
  }
  for (const role of ['baseline', 'target', 'measurement'] as const) {
    const found = one(`indicator-${role}`);
    if (found && !draft[role]) draft[role] = figureFrom(found.read, found.column.mapping, findings);
  }
  const date = one('indicator-date')?.read;
  if (date && draft.baseline && draft.baseline.asOf === null) {
    const day = date.source.kind === 'date' ? String(date.source.value).slice(0, 10) : readDay(date.text);
    if (day === null) findings.problem('not-a-day', date.place, `「${date.text}」を日付として読み取れません。`, '「令和３年３月31日」のように書いてください。');
    else {
      draft.baseline.asOf = day;
      findings.read(date.place, date.heading, '指標の基準日', date.text, day, date.steps);
    }
  }
  const related = one('related')?.read;
  if (related && !isNothing(related.text)) draft.relatedTexts.push(...related.text.split(/[\n、，；;／]/).filter((text) => text.trim() !== '').map((text) => ({ text: text.trim(), place: related.place })));
  settleShares([draft.baseline, draft.target, draft.measurement], draft.unit, findings);
}

/** What the plan wants of the indicator, as far as its figures say; the reason is shown and must be checked by a person. */
export function kindOf(baseline: FigureRow, target: FigureRow): { readonly kind: IndicatorKind; readonly reason: string; readonly sure: boolean } {
  const [from, to] = [readFigure(baseline.printed), readFigure(target.printed)];
  if (to?.upper !== null && to?.upper !== undefined) return { kind: 'range', reason: '目標値が範囲で書かれている', sure: true };
  if (!from || from.value === null || !to || to.value === null) return { kind: to?.comparator === 'at-most' || to?.comparator === 'less-than' ? 'decrease' : 'increase', reason: '値から判断できないため、仮に決めた', sure: false };
  const most = to.comparator === 'at-most' || to.comparator === 'less-than';
  const least = to.comparator === 'at-least' || to.comparator === 'more-than';
  if (most) return from.value <= to.value ? { kind: 'keep-at-most', reason: '基準値が既に「以下」の目標を満たしている', sure: true } : { kind: 'decrease', reason: '「以下」の目標', sure: true };
  if (least) return from.value >= to.value ? { kind: 'keep-at-least', reason: '基準値が既に「以上」の目標を満たしている', sure: true } : { kind: 'increase', reason: '「以上」の目標', sure: true };
  if (to.value > from.value) return { kind: 'increase', reason: '目標値が基準値より大きい', sure: true };
  if (to.value < from.value) return { kind: 'decrease', reason: '目標値が基準値より小さい', sure: true };
  return { kind: 'keep-at-least', reason: '目標値が基準値と同じ', sure: false };
}
