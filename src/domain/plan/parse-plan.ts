import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { notADate, parseFigure } from '../indicator/parse-figure.ts';
import type { Indicator, Series } from '../indicator/indicator.ts';
import type { Owner } from '../organization/department.ts';
import { type Parsed, parsedUnless, type Path, type Problem } from '../problem/problem.ts';
import { checkCharacters, checkText, parseParagraphs, unknownDepartment } from '../report/parse-paragraphs.ts';
import { isMunicipalityCode } from './municipality.ts';
import { parsePlanChanges } from './parse-plan-changes.ts';
import { parseSuccession } from './parse-succession.ts';
import type { IndicatorRow, NodeRow, PlanBundle, VariantRow } from './plan-bundle.ts';
import type { Plan, PlanNode } from './plan.ts';

/** The one series of an indicator that names none. */
export const onlySeries: Series = { id: 'main', title: '公表値', judged: true, from: null };

/** A plan bundle of the right shape to a plan, or every problem in it with its place. */
export function parsePlan(bundle: PlanBundle): Parsed<Plan> {
  const { draft, problems } = draftPlan(bundle);
  return parsedUnless(problems, () => draft);
}

/**
 * The plan as far as it can be read, with every problem in it. With problems the draft is good for one thing only:
 * checking a report against it, so that a clerk sees the problems of all files at once.
 */
export function draftPlan(bundle: PlanBundle): { readonly draft: Plan; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { municipality, plan, levels } = bundle;
  if (!isMunicipalityCode(municipality.code)) {
    problems.push({
      code: 'municipality-code', path: ['municipality', 'code'], message: `「${municipality.code}」は全国地方公共団体コードとして正しくありません。`,
      fix: '検査数字を含む６桁の数字で書いてください（狛江市は132195）。',
    });
  }
  if (plan.period && plan.period.from > plan.period.to) {
    problems.push({ code: 'period', path: ['plan', 'period'], message: '計画期間の始まりが終わりより後です。', fix: '始まり（from）と終わり（to）を確かめてください。' });
  }
  checkText(municipality.name, ['municipality', 'name'], problems);
  checkText(plan.title, ['plan', 'title'], problems);
  if (plan.headquarters) checkText(plan.headquarters.name, ['plan', 'headquarters', 'name'], problems);
  if (plan.headquarters?.chair) checkText(plan.headquarters.chair, ['plan', 'headquarters', 'chair'], problems);
  checkAdopted(plan.adopted, ['plan', 'adopted'], problems);
  plan.parents?.forEach(({ title, adopted }, index) => {
    checkText(title, ['plan', 'parents', index, 'title'], problems);
    checkAdopted(adopted, ['plan', 'parents', index, 'adopted'], problems);
  });
  checkVariants(plan.alsoPrinted, ['plan', 'alsoPrinted'], problems);
  levels.forEach(({ name }, index) => checkText(name, ['levels', index, 'name'], problems));
  noteDuplicates(levels, ['levels'], '階層', problems);
  noteDuplicates(bundle.departments, ['departments'], '部署', problems);
  bundle.departments.forEach(({ name }, index) => checkText(name, ['departments', index, 'name'], problems));

  const departments = new Set(bundle.departments.map(({ id }) => id));
  const nodes: PlanNode[] = [];
  const places = new Map<string, Path>();
  const walk = (rows: readonly NodeRow[], depth: number, parent: PlanNode | null, path: Path): void => {
    const numbers = new Set<string>();
    rows.forEach((row, index) => {
      const place = [...path, index];
      const level = levels[depth];
      if (!level) {
        problems.push({ code: 'too-deep', path: place, message: `「${row.title}」は、階層（levels）の数より深い位置にあります。`, fix: '階層を加えるか、要素を上の階層に移してください。' });
        return;
      }
      const node = parseNode(row, level.id, parent?.id ?? null, departments, place, problems);
      if (places.has(node.id)) {
        problems.push({ code: 'duplicate-id', path: [...place, 'id'], message: `体系の識別子「${node.id}」が重複しています。`, fix: '要素ごとに異なる識別子を付けてください。' });
      }
      if (numbers.has(node.number)) problems.push(duplicateNumber(node.number, [...place, 'number']));
      numbers.add(node.number);
      places.set(node.id, place);
      nodes.push(node);
      walk(row.children ?? [], depth + 1, node, [...place, 'children']);
    });
  };
  walk(bundle.tree, 0, null, ['tree']);
  checkInitiativeNumbers(nodes, levels.at(-1)?.id, places, problems);
  checkRelistings(nodes, places, problems);
  const indicators = parseIndicators(bundle.indicators, new Set(nodes.map(({ id }) => id)), problems);

  const changed = { lowest: levels.at(-1)?.id, nodes, period: plan.period ?? null };
  const changes = parsePlanChanges(bundle.changes ?? [], changed, ['changes'], problems);
  const succession = bundle.succession ? parseSuccession(bundle.succession, changed, plan.id, ['succession'], problems) : null;

  const draft: Plan = {
    municipality, id: plan.id, title: plan.title, alsoPrinted: plan.alsoPrinted ?? [], adopted: plan.adopted ?? null, period: plan.period ?? null,
    headquarters: plan.headquarters ? { name: plan.headquarters.name, chair: plan.headquarters.chair ?? null } : null,
    parents: (plan.parents ?? []).map(({ title, adopted }) => ({ title, adopted: adopted ?? null })),
    levels, departments: bundle.departments, nodes, indicators, changes, succession,
  };
  return { draft, problems };
}

function parseNode(row: NodeRow, level: string, parentId: string | null, departments: ReadonlySet<string>, path: Path, problems: Problem[]): PlanNode {
  checkText(row.title, [...path, 'title'], problems);
  checkVariants(row.alsoPrinted, [...path, 'alsoPrinted'], problems);
  const responsible = (row.responsible ?? []).map((owner, index): Owner => {
    if (typeof owner !== 'string') {
      checkText(owner.collective, [...path, 'responsible', index, 'collective'], problems);
      return { collective: owner.collective };
    }
    if (!departments.has(owner)) problems.push(unknownDepartment(owner, [...path, 'responsible', index]));
    return { department: owner };
  });
  return {
    id: row.id, level, parentId, number: row.number, title: row.title, alsoPrinted: row.alsoPrinted ?? [],
    description: parseParagraphs(row.description ?? [], departments, [...path, 'description'], problems),
    responsible, relistingOf: row.relistingOf ?? null,
  };
}

/** The lowest level is numbered through the whole plan (取組項目01–65): its number is part of a permanent address. */
function checkInitiativeNumbers(nodes: readonly PlanNode[], lowest: string | undefined, places: ReadonlyMap<string, Path>, problems: Problem[]): void {
  const parents = new Map<string, string | null>();
  for (const node of nodes) {
    if (node.level !== lowest) continue;
    const path = [...(places.get(node.id) ?? []), 'number'];
    if (!/^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/.test(node.number)) {
      problems.push({ code: 'number-form', path, message: `番号「${node.number}」は、公開ページの番地に使えません。`, fix: '半角の数字、英字、ハイフンで書いてください（例：05）。' });
    }
    const before = parents.get(node.number);
    if (before !== undefined && before !== node.parentId) problems.push(duplicateNumber(node.number, path));
    parents.set(node.number, node.parentId);
  }
}

/** A relisting points to an original of the same level that is not a relisting itself, so no circle can close. */
function checkRelistings(nodes: readonly PlanNode[], places: ReadonlyMap<string, Path>, problems: Problem[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    if (node.relistingOf === null) continue;
    const path = [...(places.get(node.id) ?? []), 'relistingOf'];
    const original = byId.get(node.relistingOf);
    const refuse = (code: string, message: string, fix: string) => problems.push({ code, path, message, fix });
    if (!original) refuse('unknown-original', `再掲の元「${node.relistingOf}」が体系にありません。`, '再掲の元の識別子を確かめてください。');
    else if (original.id === node.id) refuse('circular-relisting', `「${node.title}」が自分自身を再掲の元にしています。`, '元の要素の識別子を書いてください。');
    else if (original.relistingOf !== null) refuse('circular-relisting', `再掲の元「${original.title}」も再掲です。`, '再掲ではない元の要素を指してください。');
    else if (original.level !== node.level) refuse('relisting-level', `再掲の元「${original.title}」の階層が異なります。`, '同じ階層の要素を指してください。');
  }
}

function parseIndicators(rows: readonly IndicatorRow[], nodeIds: ReadonlySet<string>, problems: Problem[]): Indicator[] {
  noteDuplicates(rows, ['indicators'], '指標', problems);
  const numbers = new Set<string>();
  return rows.map((row, index) => {
    const path = ['indicators', index];
    if (numbers.has(row.number)) problems.push(duplicateNumber(row.number, [...path, 'number']));
    numbers.add(row.number);
    if (!/^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/.test(row.number)) {
      problems.push({ code: 'number-form', path: [...path, 'number'], message: `番号「${row.number}」は、公開ページの番地に使えません。`, fix: '半角の数字、英字、ハイフンで書いてください（例：1）。' });
    }
    checkText(row.title, [...path, 'title'], problems);
    checkCharacters(row.definition, [...path, 'definition'], problems);
    if (row.unit !== null) checkText(row.unit, [...path, 'unit'], problems);
    row.series?.forEach(({ title }, position) => checkText(title, [...path, 'series', position, 'title'], problems));
    (row.related ?? []).forEach((id, position) => {
      if (!nodeIds.has(id)) {
        problems.push({ code: 'unknown-node', path: [...path, 'related', position], message: `関連する要素「${id}」が体系にありません。`, fix: '体系（tree）の識別子を確かめてください。' });
      }
    });
    const series = row.series?.map(({ id, title, judged, from }) => ({ id, title, judged: judged ?? false, from: from ?? null })) ?? [onlySeries];
    noteDuplicates(series, [...path, 'series'], '系列', problems);
    if (series.filter(({ judged }) => judged).length !== 1) {
      problems.push({ code: 'judged-series', path: [...path, 'series'], message: '判定に用いる系列（judged: true）が一つに定まっていません。', fix: '基準値と目標値が立つ系列を一つだけ judged: true にしてください。' });
    }
    const baseline = parseFigure(row.baseline, [...path, 'baseline'], problems);
    const target = parseFigure(row.target, [...path, 'target'], problems);
    const { id, number, title, unit, definition, kind } = row;
    const indicator: Indicator = { id, number, title, unit, definition, kind, series, baseline, target, related: row.related ?? [] };
    checkWay(indicator, [...path, 'kind'], problems);
    return indicator;
  });
}

/** The kind must fit the figures: an increase with a target below its baseline would be judged upside down. */
function checkWay({ kind, baseline, target, title }: Indicator, path: Path, problems: Problem[]): void {
  if (kind === 'range' ? target.upper === null : target.upper !== null) {
    problems.push({ code: 'range-target', path, message: `指標「${title}」の種類と目標値の形が合いません。`, fix: '範囲（range）の目標値は「80～90」のように書き、それ以外は一つの数値で書いてください。' });
  }
  if (baseline.value === null || target.value === null) return;
  const against = (kind === 'increase' && target.value < baseline.value) || (kind === 'decrease' && target.value > baseline.value);
  const comparatorAgainst = (kind === 'increase' || kind === 'keep-at-least')
    ? target.comparator === 'at-most' || target.comparator === 'less-than'
    : (kind === 'decrease' || kind === 'keep-at-most') && (target.comparator === 'at-least' || target.comparator === 'more-than');
  if (against || comparatorAgainst) {
    problems.push({
      code: 'kind-against-target', path, message: `指標「${title}」の種類（${kind}）と、基準値「${baseline.printed}」・目標値「${target.printed}」の向きが合いません。`,
      fix: '増やす指標は increase、減らす指標は decrease、既に満たす水準を保つ指標は keep-at-least か keep-at-most にしてください。',
    });
  }
}

function checkVariants(variants: readonly VariantRow[] | undefined, path: Path, problems: Problem[]): void {
  variants?.forEach(({ place, title }, index) => {
    checkText(place, [...path, index, 'place'], problems);
    checkText(title, [...path, index, 'title'], problems);
  });
}

/** A plan is adopted on a day or in a month. */
function checkAdopted(adopted: string | null | undefined, path: Path, problems: Problem[]): void {
  if (adopted && !isCalendarDate(adopted.length === 7 ? `${adopted}-01` : adopted)) problems.push(notADate(adopted, path));
}

function noteDuplicates(rows: readonly { readonly id: string }[], path: Path, name: string, problems: Problem[]): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, index) => {
    if (seen.has(id)) problems.push({ code: 'duplicate-id', path: [...path, index, 'id'], message: `${name}の識別子「${id}」が重複しています。`, fix: '一つを残して、異なる識別子に直してください。' });
    seen.add(id);
  });
}

function duplicateNumber(number: string, path: Path): Problem {
  return { code: 'duplicate-number', path, message: `番号「${number}」が重複しています。`, fix: '番号を振り直してください。' };
}
