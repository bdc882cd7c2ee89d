import { dateLabel } from '../fiscal-year/fiscal-year.ts';
import { bodyInWords, responseNames } from '../opinion/opinion.ts';
import type { PlanChange } from '../plan/plan-change.ts';
import type { FormerItem, Succession } from '../plan/succession.ts';
import type { ReportedDecision } from '../report/reported-decision.ts';
import type { ReportedOpinion, ReportedResponse } from '../report/reported-opinion.ts';
import type { ChangeKind, EditionChange } from './edition-change.ts';
import type { Edition } from './edition.ts';
import { changeInWords, itemName } from './life-in-words.ts';
import { otherFields } from './other-fields.ts';
import { paired } from './paired.ts';

type Note = (kind: ChangeKind, subject: EditionChange['subject'], place: string, before: string | null, after: string | null) => void;

/** The members of an edition that are compared here. */
export const decidedParts: readonly (keyof Edition)[] = ['planChanges', 'succession', 'opinions', 'decisions'];

/** What differs in the life of items, in the succession from the plan before, in opinions and in decisions. */
export function compareDecided(before: Edition, after: Edition, note: Note): void {
  for (const [old, now] of paired(before.planChanges, after.planChanges)) {
    const { id, nodes } = (now ?? old)!;
    compareInWords('plan-change', nodes.length === 1 ? { kind: 'node', id: nodes[0]! } : null, `計画の変更（${id}）`, [old, old && planChangeInWords(before, old)], [now, now && planChangeInWords(after, now)], note);
  }
  compareSuccessions(before, after, note);
  for (const [old, now] of paired(before.opinions, after.opinions)) compareOpinions(after, old, now, note);
  for (const [old, now] of paired(before.decisions, after.decisions)) {
    const { id, title, subject } = (now ?? old)!;
    compareInWords('decision', subject, `本部の決定「${title}」（${id}）`, [old, old && decisionInWords(before, old)], [now, now && decisionInWords(after, now)], note);
  }
}

type InWords = readonly [value: object | undefined, words: string | undefined];

/** The words, and where they are the same every field that is not: an id that no word tells. */
function compareInWords(kind: ChangeKind, subject: EditionChange['subject'], place: string, [old, before]: InWords, [now, after]: InWords, note: Note): void {
  if (before !== after) note(kind, subject, place, before ?? null, after ?? null);
  else if (old && now) for (const { name, before: was, after: is } of otherFields(old, now, [])) note(kind, subject, `${place}　${name}`, was, is);
}

function compareOpinions(edition: Edition, old: ReportedOpinion | undefined, now: ReportedOpinion | undefined, note: Note): void {
  const opinion = (now ?? old)!;
  const labels = edition.municipality.fiscalYearLabels;
  const place = `外部の意見（${bodyInWords(opinion)}、${dateLabel(opinion.statedOn, labels)}、${opinion.id}）`;
  const words = (entry: ReportedOpinion) => `${bodyInWords(entry)}　${dateLabel(entry.statedOn, labels)}　${entry.paragraphs.join('　')}`;
  const own = (entry: ReportedOpinion | undefined) => entry && { ...entry, responses: [] };
  compareInWords('opinion', opinion.subject, place, [own(old), old && words(old)], [own(now), now && words(now)], note);
  const say = (response: ReportedResponse | undefined) => response
    && `${responseNames[response.kind]}　${response.department.name}（${dateLabel(response.respondedOn, labels)}）　${response.paragraphs.join('　')}`;
  for (let index = 0; index < Math.max(old?.responses.length ?? 0, now?.responses.length ?? 0); index += 1) {
    const [was, is] = [old?.responses[index], now?.responses[index]];
    compareInWords('opinion', opinion.subject, `${place}　回答${index + 1}`, [was, say(was)], [is, say(is)], note);
  }
}

function planChangeInWords(edition: Edition, change: PlanChange): string {
  const decided = change.decidedOn === null ? '' : `　${dateLabel(change.decidedOn, edition.municipality.fiscalYearLabels)}決定`;
  return `${change.nodes.map((node) => itemName(edition, node)).join('、')}：${changeInWords(edition, change)}（${change.reason}）${decided}`;
}

function decisionInWords({ municipality }: Edition, { title, meeting, paragraphs, assessment, explanation, instructions }: ReportedDecision): string {
  const orders = instructions.map((order) => `本部指示　${order.departments.map(({ name }) => name).join('、')}　${order.paragraphs.join('　')}　${order.answerIn}年度に回答`);
  return [title, `${meeting.title}（${dateLabel(meeting.heldOn, municipality.fiscalYearLabels)}）`, ...paragraphs, ...(assessment === null ? [] : [`評価　${assessment}`]), ...explanation, ...orders].join('　');
}

function compareSuccessions(before: Edition, after: Edition, note: Note): void {
  const [old, now] = [before.succession, after.succession];
  compareInWords('succession', null, '前の計画', [old?.from, old?.from.title], [now?.from, now?.from.title], note);
  const items = (succession: Succession | null) => (succession?.items ?? []).map(({ node, from }) => ({ id: node, from }));
  const say = ({ from }: { readonly from: readonly FormerItem[] }) => (from.length === 0 ? '新規' : from.map(({ number, title }) => `${number} ${title}`).join('、'));
  for (const [was, is] of paired(items(old), items(now))) {
    const { id } = (is ?? was)!;
    compareInWords('succession', { kind: 'node', id }, `${itemName(is ? after : before, id)}　前の計画の項目`, [was, was && say(was)], [is, is && say(is)], note);
  }
  for (const [was, is] of paired(old?.ended ?? [], now?.ended ?? [])) {
    const { number, title } = (is ?? was)!;
    compareInWords('succession', null, `前の計画の「${number} ${title}」　引き継がない理由`, [was, was?.reason], [is, is?.reason], note);
  }
}
