import fc, { type GeneratorValue } from 'fast-check';
import type { NodeRow, OwnerRow, ParagraphRow, PlanBundle, PlanChangeRow, ReportBundle, ReportedParagraphRow, SubjectRow, SuccessionRow } from '../domain/plan/plan-bundle.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';

// For property tests: any bundle that the parsers accept, with the texts that go wrong elsewhere.

/** Names with characters outside of JIS X 0208, marks, full-width print, decomposed kana, and what other languages take for code. */
export const hardTexts: readonly string[] = [
  '髙﨑𠮷', '㈱①※ＡＢＣ１２３％', '葛\u{e0100}城市', 'か\u3099ぎ\u309a', '　全角の空白　で挟む　', ' spaces ', `'";--\\`, '\\u0000', '$1 ? :name', '%_', '=1+1',
  '{"json":[null]}', 'null', '〜～−－', '🏳️‍🌈', '\u200fאב', '人財',
];

const text = () => fc.oneof(fc.constantFrom(...hardTexts), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(isPrintable));
const count = (max: number) => fc.nat({ max });
const chance = () => fc.boolean();
const year = () => fc.integer({ min: 1989, max: 2100 });
const day = () => fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const figures = () => fc.constantFrom('55.6', '０％ ※2', '△1,234', '未確定', '0', '83.6%', '約3,000人', '61.0', '９０．５ ※３');
const ways = () => fc.constantFrom(
  ['increase', '55.6', '61.0'], ['increase', '０％ ※2', '100.0'], ['decrease', '195.0億円', '185.0'], ['keep-at-most', '89.6 ※３', '90.0以下 ※３'],
  ['keep-at-least', '99', '98以上'], ['range', '85', '80～90'], ['increase', '未確定', '0'],
) as fc.Arbitrary<readonly ['increase' | 'decrease' | 'keep-at-most' | 'keep-at-least' | 'range', string, string]>;

function isPrintable(value: string): boolean {
  const problems: Problem[] = [];
  checkText(value, [], problems);
  return problems.length === 0;
}

export function arbitraryPlan(g: GeneratorValue, id: string): PlanBundle {
  const list = <T>(max: number, make: (index: number) => T): T[] => Array.from({ length: g(count, max) }, (_, index) => make(index));
  const variants = () => list(2, () => ({ place: g(text), title: g(text) }));
  const departments = list(4, (index) => ({ id: `d${index}`, name: g(text) }));
  const levels = [{ id: 'top', name: g(text) }, ...list(3, (index) => ({ id: `l${index}`, name: g(text) }))];
  const originals = new Map<number, string[]>();
  const ids: string[] = [];
  const nodes = (depth: number, atLeast: number): NodeRow[] => Array.from({ length: atLeast + g(count, 2) }, () => {
    const node = `n${ids.length}`;
    ids.push(node);
    const known = originals.get(depth) ?? [];
    const relistingOf = known.length > 0 && g(chance) ? known[g(count, known.length - 1)]! : null;
    if (relistingOf === null) originals.set(depth, [...known, node]);
    const owners = list(2, (): OwnerRow => (departments.length > 0 && g(chance) ? departments[g(count, departments.length - 1)]!.id : { collective: g(text) }));
    return {
      id: node, number: String(ids.length), title: g(text), alsoPrinted: variants(), relistingOf, responsible: owners,
      description: paragraphs(g, departments), children: depth + 1 < levels.length ? nodes(depth + 1, 0) : [],
    };
  });
  const tree = nodes(0, 1);
  const items = itemsOf(tree, levels.length - 1);
  const period = g(chance) ? { from: 2020, to: 2020 + g(count, 80) } : null;
  const figure = (printed: string) => ({ label: g(text), fiscalYear: g(year), printed, asOf: g(chance) ? g(day) : null });
  return {
    format: 'ayumi-plan/1',
    municipality: { code: '132195', name: g(text), fiscalYearLabels: { firstReiwaYear: g(chance) ? '平成31年度' : '令和元年度', digits: g(chance) ? 'full-width' : 'half-width' }, ...(g(chance) ? { licence: g(chance) ? 'PDL-1.0' as const : 'CC-BY-4.0' as const } : {}) },
    plan: {
      id, title: g(text), adopted: g(chance) ? '2021-01' : null, period, alsoPrinted: variants(),
      headquarters: g(chance) ? { name: g(text), chair: g(chance) ? g(text) : null } : null,
      parents: list(2, () => ({ title: g(text), adopted: g(chance) ? '2020-03-31' : null })),
    },
    levels, departments, tree, changes: arbitraryChanges(g, items, period), succession: g(chance) ? arbitrarySuccession(g, items) : null,
    indicators: list(3, (index) => {
      const [kind, baseline, target] = g(ways);
      const series = [{ id: 'main', title: g(text), judged: true, from: null }, ...list(2, (at) => ({ id: `s${at}`, title: g(text), from: g(chance) ? g(year) : null }))];
      return {
        id: `ind${index}`, number: String(index + 1), title: g(text), unit: g(chance) ? g(text) : null, definition: g(text), kind,
        ...(g(chance) && { series: g(chance) ? series : series.toReversed() }), baseline: figure(baseline), target: figure(target), related: ids.filter(() => g(chance)),
      };
    }),
  };
}

export function arbitraryReport(g: GeneratorValue, plan: Plan, fiscalYear: number): ReportBundle {
  const lowest = plan.levels.at(-1)?.id;
  const asked = plan.nodes.filter(({ level }) => level === lowest && g(chance));
  return {
    format: 'ayumi-report/1', plan: plan.id, fiscalYear,
    edition: editionOf(g(count, 3) + 1, g(chance) ? g(day) : null),
    preface: Array.from({ length: g(count, 2) }, (_, index) => ({ id: `section${index}`, heading: g(text), paragraphs: paragraphs(g, plan.departments) })),
    notes: ['※１', '※2', '※３'].map((mark) => ({ mark, text: g(text) })),
    measurements: plan.indicators.filter(() => g(chance)).map((indicator) => {
      const other = indicator.series.find(({ judged }) => !judged);
      const standing = ([null, 'confirmed', 'provisional', 'reference'] as const)[g(count, 3)]!;
      return {
        indicator: indicator.id, label: g(text), valueYear: g(year), asOf: g(chance) ? g(day) : null, standing,
        ...(other && g(chance) ? { printed: '37.0（60.3）※１', series: other.id, alternativeSeries: 'main' } : { printed: g(figures) }),
      };
    }),
    reports: (g(chance) ? asked : asked.toReversed()).map(({ id, responsible }) => ({
      initiative: id, responsiblePrinted: g(text), paragraphs: paragraphs(g, plan.departments).map(approved(g)),
      reporters: responsible.some((owner) => 'collective' in owner) ? plan.departments.filter(() => g(chance)).map((department) => department.id) : [],
    })),
    ...arbitraryDecided(g, plan, fiscalYear),
  };
}

/** What outside bodies said and what headquarters decided, about anything in the plan. */
function arbitraryDecided(g: GeneratorValue, { nodes, indicators }: Plan, fiscalYear: number): Pick<ReportBundle, 'opinions' | 'decisions'> {
  const list = <T>(max: number, make: (index: number) => T): T[] => Array.from({ length: g(count, max) }, (_, index) => make(index));
  const subjects: SubjectRow[] = [...nodes.map(({ id }) => ({ kind: 'node' as const, id })), ...indicators.map(({ id }) => ({ kind: 'indicator' as const, id }))];
  const subject = () => (g(chance) ? subjects[g(count, subjects.length - 1)]! : null);
  const lines = () => [g(text), ...list(2, () => g(text))];
  const department = () => ({ id: `gone${g(count, 3)}`, name: g(text) });
  return {
    opinions: list(2, (index) => ({
      id: `o${index}`, fiscalYear, subject: subject(), body: (['advisory-council', 'assembly', 'external-reviewers'] as const)[g(count, 2)]!, bodyName: g(chance) ? g(text) : null,
      statedOn: g(day), paragraphs: lines(), decidedOn: g(day),
      responses: list(2, () => ({ kind: g(chance) ? 'response' as const : 'follow-up' as const, department: department(), respondedOn: g(day), paragraphs: lines() })),
    })),
    decisions: list(2, (index) => ({
      id: `k${index}`, subject: subject(), title: g(text), meeting: { title: g(text), heldOn: g(day) }, paragraphs: lines(), assessment: g(chance) ? g(text) : null,
      explanation: g(chance) ? lines() : [], instructions: list(2, () => ({ departments: list(2, department), paragraphs: lines(), answerIn: fiscalYear + 1 })),
    })),
  };
}

/** The ids of the lowest level that are no relistings. */
function itemsOf(rows: readonly NodeRow[], depth: number): string[] {
  return depth === 0 ? rows.flatMap(({ id, relistingOf }) => (relistingOf ? [] : [id])) : rows.flatMap(({ children = [] }) => itemsOf(children, depth - 1));
}

/** Every item ends once at most; a merger goes into one that goes on. */
function arbitraryChanges(g: GeneratorValue, items: readonly string[], period: { readonly from: number; readonly to: number } | null): PlanChangeRow[] {
  const within = period ?? { from: 2020, to: 2100 };
  const [first, ...others] = items;
  return others.filter(() => g(chance)).map((id, index): PlanChangeRow => {
    const kind = (['added', 'merged', 'stopped', 'finished'] as const)[g(count, 3)]!;
    return { id: `c${index}`, kind, fiscalYear: within.from + g(count, within.to - within.from), decidedOn: g(chance) ? g(day) : null, nodes: [id], into: kind === 'merged' ? first! : null, reason: g(text) };
  });
}

function arbitrarySuccession(g: GeneratorValue, items: readonly string[]): SuccessionRow {
  const former = Array.from({ length: 4 }, (_, index) => ({ id: `f${index}`, number: String(index + 1), title: g(text) }));
  return {
    from: { id: 'before', title: g(text) },
    items: items.filter(() => g(chance)).map((node) => ({ node, from: former.slice(0, 3).filter(() => g(chance)) })),
    ended: g(chance) ? [{ ...former[3]!, reason: g(text) }] : [],
  };
}

function approved(g: GeneratorValue): (row: ParagraphRow) => ReportedParagraphRow {
  return (row) => (typeof row === 'string' || g(chance) ? row : { ...row, approval: { post: g(text), byDeputy: g(chance), correctedAfter: g(chance) } });
}

function paragraphs(g: GeneratorValue, departments: readonly { readonly id: string }[]): ParagraphRow[] {
  return Array.from({ length: g(count, 3) }, (_, index): ParagraphRow => {
    const more = { ...(g(chance) && { id: `q${index}` }), ...(departments.length > 0 && g(chance) && { department: departments[g(count, departments.length - 1)]!.id }) };
    return g(chance) ? { item: g(text), ...more } : { text: g(text), ...more };
  });
}

/** A later edition has its reason, the first has none. */
function editionOf(number: number, issuedOn: string | null): ReportBundle['edition'] {
  return { number, issuedOn, ...(number > 1 ? { correctionReason: '数値の誤りを訂正するため' } : {}) };
}
