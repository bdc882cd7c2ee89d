import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { notADate } from '../indicator/parse-figure.ts';
import type { Path, Problem } from '../problem/problem.ts';
import { checkText } from '../report/parse-paragraphs.ts';
import type { PlanBundle, PlanChangeRow } from './plan-bundle.ts';
import { lifeOf, type PlanChange, planChangeNames } from './plan-change.ts';
import type { PlanNode } from './plan.ts';

/** The part of a plan against which its changes are held. */
export interface ChangedPlan {
  /** Id of the lowest level. */
  readonly lowest: string | undefined;
  readonly nodes: readonly Pick<PlanNode, 'id' | 'level' | 'title' | 'number' | 'relistingOf'>[];
  readonly period: PlanBundle['plan']['period'];
}

/** The changes of a plan, with every problem in them. A change is held against all the others, so that no item ends twice. */
export function parsePlanChanges(rows: readonly PlanChangeRow[], plan: ChangedPlan, path: Path, problems: Problem[]): PlanChange[] {
  const ids = new Set<string>();
  const changes = rows.map(({ id, kind, fiscalYear, decidedOn, nodes, into, reason }): PlanChange => ({ id, kind, fiscalYear, decidedOn: decidedOn ?? null, nodes, into: into ?? null, reason }));
  changes.forEach((change, index) => {
    const place = [...path, index];
    if (ids.has(change.id)) problems.push({ code: 'duplicate-id', path: [...place, 'id'], message: `計画の変更の識別子「${change.id}」が重複しています。`, fix: '変更ごとに異なる識別子を付けてください。' });
    ids.add(change.id);
    checkText(change.reason, [...place, 'reason'], problems);
    if (change.decidedOn !== null && !isCalendarDate(change.decidedOn)) problems.push(notADate(change.decidedOn, [...place, 'decidedOn']));
    if (plan.period && (change.fiscalYear < plan.period.from || change.fiscalYear > plan.period.to)) {
      problems.push({ code: 'outside-period', path: [...place, 'fiscalYear'], message: `${change.fiscalYear}年度は、計画期間（${plan.period.from}〜${plan.period.to}年度）の外です。`, fix: '計画の変更の年度を確かめてください。' });
    }
    change.nodes.forEach((node, position) => checkItem(node, plan, [...place, 'nodes', position], problems));
    checkSide(change, plan, place, problems);
    checkOnce(change, index, changes, plan, place, problems);
  });
  return changes;
}

function checkItem(id: string, { nodes, lowest }: ChangedPlan, path: Path, problems: Problem[]): void {
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node || node.level !== lowest) {
    problems.push({ code: 'unknown-node', path, message: `計画の変更の対象「${id}」が、体系の一番下の階層にありません。`, fix: '体系（tree）の識別子を確かめてください。' });
  } else if (node.relistingOf !== null) {
    problems.push({ code: 'change-of-relisting', path, message: `「${node.number} ${node.title}」は再掲のため、それだけを変更できません。`, fix: '再掲の元を変更してください。再掲は、元に従います。' });
  }
}

/** Only a merger has an item that goes on, and that one is not among those that end. */
function checkSide({ kind, into, nodes }: PlanChange, plan: ChangedPlan, path: Path, problems: Problem[]): void {
  if (kind !== 'merged') {
    if (into !== null) problems.push({ code: 'into-without-merger', path: [...path, 'into'], message: `${planChangeNames[kind]}の変更に、統合先が書かれています。`, fix: '統合先を削除するか、種類を統合にしてください。' });
    return;
  }
  if (into === null) problems.push({ code: 'merger-without-into', path: [...path, 'into'], message: '統合先が書かれていません。', fix: '統合した後に残る項目を選んでください。' });
  else if (nodes.includes(into)) problems.push({ code: 'into-itself', path: [...path, 'into'], message: '統合先が、統合される項目の中にあります。', fix: '残る項目は、統合先だけに書いてください。' });
  else checkItem(into, plan, [...path, 'into'], problems);
}

/** An item comes once and ends once, not before it came; and nothing is merged into what has ended already. */
function checkOnce(change: PlanChange, index: number, all: readonly PlanChange[], { nodes }: ChangedPlan, path: Path, problems: Problem[]): void {
  const others = all.slice(0, index);
  const name = (id: string): string => {
    const node = nodes.find((candidate) => candidate.id === id);
    return node ? `${node.number} ${node.title}` : id;
  };
  change.nodes.forEach((id, position) => {
    const place = [...path, 'nodes', position];
    const before = lifeOf(others, { id, relistingOf: null });
    if (change.nodes.indexOf(id) !== position) problems.push({ code: 'duplicate-node', path: place, message: `「${name(id)}」が二回書かれています。`, fix: '一つを削除してください。' });
    const same = change.kind === 'added' ? before.added : before.ended;
    if (same) problems.push({ code: 'changed-twice', path: place, message: `「${name(id)}」は、${same.fiscalYear}年度の${planChangeNames[same.kind]}が既に記録されています。`, fix: '前の記録が誤りのときは、取り消してから記録してください。' });
    const { added, ended } = lifeOf(all, { id, relistingOf: null });
    if (change === ended && added && ended.fiscalYear < added.fiscalYear) {
      problems.push({ code: 'ended-before-added', path: place, message: `「${name(id)}」は、追加された${added.fiscalYear}年度より前に終わることはできません。`, fix: '年度を確かめてください。' });
    }
  });
  if (change.into === null) return;
  const ended = lifeOf(all, { id: change.into, relistingOf: null }).ended;
  if (ended && ended.fiscalYear <= change.fiscalYear) {
    problems.push({ code: 'into-ended', path: [...path, 'into'], message: `統合先「${name(change.into)}」は、${ended.fiscalYear}年度に${planChangeNames[ended.kind]}となっています。`, fix: '続いている項目を統合先に選んでください。' });
  }
}
