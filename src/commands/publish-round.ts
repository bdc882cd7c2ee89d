import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadDecisionsShown, saveDecisionsShown } from '../database/decisions-shown-store.ts';
import { type StoredEdition, listEditions, loadEdition } from '../database/edition-store.ts';
import { loadPlanOfYear } from '../database/department-store.ts';
import { loadEarlierEdition } from '../database/earlier-edition.ts';
import { listAgenda, listMeetings } from '../database/headquarters-store.ts';
import { loadRound } from '../database/round-store.ts';
import { listBoard } from '../database/request-store.ts';
import { lockPlan, type ReadTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { loadYearReport, saveYearReport } from '../database/year-report-store.ts';
import type { AnswerState } from '../domain/approval/transitions.ts';
import { errataBetween } from '../domain/edition/errata.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { DecisionsShown } from '../domain/headquarters/decisions-shown.ts';
import { unexplainedAssessments } from '../domain/headquarters/unexplained-assessments.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Note, Section } from '../domain/report/paragraph.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import type { ReviewMark } from '../domain/round/review-mark.ts';
import type { ScaleStep } from '../domain/round/round.ts';
import { settleNotes } from '../domain/round/settle-notes.ts';
import { composeYearReport } from './compose-year-report.ts';
import { freezeEdition } from './freeze-edition.ts';
import { publishIn, type PublishOutcome, type PublishRequest } from './publish-edition.ts';
import type { Refusal } from './refusal.ts';
import { auditRoundRefusal, refuseRound, type RoundRefused } from './round-refusal.ts';

/** What the secretariat writes itself, beside what the departments answered. */
export interface EditionFrame {
  readonly issuedOn: CalendarDate | null;
  readonly preface: readonly Section[];
  readonly notes: readonly Note[];
  /** Why an edition that is out already is corrected; null for the first. */
  readonly correctionReason: string | null;
  /** What of headquarters' decisions it carries; left out where that stays as it is. */
  readonly decisionsShown?: DecisionsShown;
}

/** A reason that stands in the way of a publication, with the request or the item of a meeting to go to where there is one. */
export interface PublicationRefusal extends Refusal {
  readonly requestId: string | null;
  readonly agendaItem?: { readonly id: string; readonly meetingId: string };
}

/** The edition as it would be published now, and everything that stands in its way. */
export interface PublicationDraft {
  readonly report: YearReport;
  readonly edition: Edition;
  readonly refusals: readonly PublicationRefusal[];
  readonly review: readonly ReviewMark[];
  readonly decisionsShown: DecisionsShown;
  /** The newest edition of the same year, which this one would correct. */
  readonly corrects: StoredEdition | null;
  /** The newest edition of the year before, for comparison. */
  readonly lastYear: StoredEdition | null;
}

/** Characters of an edition that cannot be printed, each as a sentence; handed in, since it is the printer's knowledge. */
export type UnprintableIn = (edition: Edition) => readonly string[];

/** Makes the draft of a year's edition out of the accepted answers and the secretariat's frame. Stores nothing. */
export async function draftPublication(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, unprintableIn: UnprintableIn): Promise<PublicationDraft | undefined> {
  const plan = await loadPlanOfYear(trx, planId, fiscalYear);
  const round = await loadRound(trx, planId, fiscalYear);
  if (!plan || !round) return undefined;
  const composed = await composeYearReport(trx, planId, fiscalYear);
  const kept = await loadYearReport(trx, planId, fiscalYear);
  const published = (await listEditions(trx, planId)).filter((entry) => entry.fiscalYear === fiscalYear).toSorted((a, b) => b.number - a.number)[0];
  const corrects = published ? (await loadEdition(trx, planId, fiscalYear, published.number)) ?? null : null;
  const frame = kept ?? composed.report;
  const figures = [...composed.report.measurements, ...plan.indicators.flatMap(({ baseline, target }) => [baseline, target])];
  const settled = settleNotes({
    composed: composed.report.notes, kept: kept?.notes ?? null, carried: (await loadEarlierEdition(trx, planId, fiscalYear))?.notes ?? [], marks: figures.flatMap(({ notes }) => notes),
  });
  const report: YearReport = {
    ...composed.report, editionNumber: (published?.number ?? 0) + 1, issuedOn: frame.issuedOn, preface: frame.preface, notes: settled.notes,
    // A reason that was published with an earlier correction is not the reason of the next.
    correctionReason: published && kept && kept.editionNumber > published.number ? kept.correctionReason : null,
  };
  const edition = await freezeEdition(trx, plan, report);
  const refusals: PublicationRefusal[] = [
    ...(round.state === 'preparing' ? [named('round-not-open', 'この年度の照会が始まっていません。', '照会を始めてください。')] : []),
    ...(await refuseUnaccepted(trx, planId, fiscalYear)),
    ...composed.problems.map(({ code, message, fix }) => named(code, message, fix)),
    ...(await refuseUnexplained(trx, planId, fiscalYear, round.scale, edition)),
    ...unprintableIn(edition).map((sentence) => named('missing-glyph', sentence, '印刷できる文字に直してください。')),
    ...(published && !report.correctionReason ? [named('correction-reason', 'この年度は公表済みですが、訂正の理由が書かれていません。', '訂正の理由を書いて保存してください。')] : []),
    ...(corrects ? refuseUnchanged(corrects.edition, edition) : []),
  ];
  const before = await loadEdition(trx, planId, fiscalYear - 1);
  return { report, edition, refusals, review: [...(kept ? composed.review.filter(({ place }) => place !== 'preface' && place !== 'notes') : composed.review), ...settled.review], decisionsShown: await loadDecisionsShown(trx, planId, fiscalYear), corrects, lastYear: before ?? null };
}

/** Keeps the secretariat's frame of an edition that is being prepared. */
export async function saveEditionFrame(db: Database, request: { readonly planId: string; readonly fiscalYear: FiscalYear; readonly frame: EditionFrame; readonly actor: Actor }): Promise<{ readonly outcome: 'saved' } | RoundRefused> {
  const { planId, fiscalYear, frame, actor } = request;
  if (!holds(actor, 'secretariat')) return refuseRound([onlySecretariat]);
  return writeTransaction(db, async (trx) => {
    await lockPlan(trx, planId);
    if (frame.decisionsShown !== undefined && frame.decisionsShown !== (await loadDecisionsShown(trx, planId, fiscalYear))) {
      await saveDecisionsShown(trx, planId, fiscalYear, frame.decisionsShown);
      await appendAudit(trx, { actor: actor.staffNumber, action: 'show-decisions', planId, details: { fiscalYear, shown: frame.decisionsShown } });
    }
    await keepFrame(trx, planId, fiscalYear, frame);
    return { outcome: 'saved' as const };
  });
}

async function keepFrame(trx: WriteTransaction, planId: string, fiscalYear: FiscalYear, frame: EditionFrame): Promise<void> {
  const { report } = await composeYearReport(trx, planId, fiscalYear);
  const published = (await listEditions(trx, planId)).filter((entry) => entry.fiscalYear === fiscalYear).map(({ number }) => number);
  const number = Math.max(0, ...published) + 1;
  // A second edition cannot be stored without its reason; until it is written the first's number stands.
  const corrected = number > 1 && frame.correctionReason ? { editionNumber: number, correctionReason: frame.correctionReason } : { editionNumber: 1, correctionReason: null };
  await saveYearReport(trx, { ...report, ...corrected, issuedOn: frame.issuedOn, preface: frame.preface, notes: frame.notes });
}

/** Publishes the round's edition, or refuses with everything that stands in the way. The edition and its audit row are one operation. */
export async function publishRound(
  db: Database, request: { readonly planId: string; readonly fiscalYear: FiscalYear; readonly actor: Actor; readonly hashOf: PublishRequest['hashOf']; readonly unprintableIn: UnprintableIn },
): Promise<Exclude<PublishOutcome, { outcome: 'refused' }> | RoundRefused> {
  const { planId, fiscalYear, actor, hashOf, unprintableIn } = request;
  const outcome = await writeTransaction(db, async (trx) => {
    if (!holds(actor, 'secretariat')) return refuseRound([onlySecretariat]);
    await lockPlan(trx, planId);
    const draft = await draftPublication(trx, planId, fiscalYear, unprintableIn);
    if (!draft) return refuseRound([{ code: 'unknown-round', message: 'この年度の照会がありません。', fix: '照会を準備してください。' }]);
    if (draft.refusals.length > 0) return refuseRound(draft.refusals);
    await saveYearReport(trx, draft.report);
    const published = await publishIn(trx, { planId, fiscalYear, actor: actor.staffNumber, hashOf });
    return published.outcome === 'refused' ? refuseRound([published.refusal]) : published;
  });
  if (outcome.outcome === 'refused') await auditRoundRefusal(db, actor, 'publish-round', planId, fiscalYear, outcome);
  return outcome;
}

const onlySecretariat: Refusal = { code: 'not-secretariat', message: '公表は、事務局だけができます。', fix: '事務局に依頼してください。' };

/** A correction without a difference would be a 正誤表 with nothing in it. The date is each edition's own, and no erratum. */
function refuseUnchanged(corrected: Edition, edition: Edition): PublicationRefusal[] {
  if (errataBetween(corrected, edition).length > 0) return [];
  if (corrected.issuedOn === edition.issuedOn) return [named('nothing-changed', '公表済みの版と内容が同じです。', '回答を修正してから公表してください。')];
  return [named('only-date-changed', '公表日のほかに、公表済みの版と異なるところがありません。', '公表日は版ごとの日付で、それだけを訂正することはできません。内容を訂正するときに改め、前の版の公表日の誤りは、訂正の理由に書いてください。')];
}

const unacceptedNames: Readonly<Partial<Record<AnswerState, readonly [code: string, words: string]>>> = {
  'not-started': ['unanswered', 'まだ回答がありません'], draft: ['unanswered', '回答が作成中です'], returned: ['open-note', '差し戻したまま再提出されていません'],
  submitted: ['unapproved', '所属長がまだ承認していません'], approved: ['not-accepted', '事務局がまだ受理していません'],
};

async function refuseUnaccepted(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<PublicationRefusal[]> {
  const board = await listBoard(trx, planId, fiscalYear);
  return board.flatMap(({ id, state, number, title, departmentName, subject }) => {
    const name = unacceptedNames[state];
    if (!name) return [];
    return [{ code: name[0], message: `${subject.kind === 'indicator' ? '指標' : ''}${number} ${title}（${departmentName}）：${name[1]}。`, fix: '回答の状況を確かめてください。', requestId: id }];
  });
}

/** An assessment that is published needs its reason where the indicators say something else. */
async function refuseUnexplained(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, scale: readonly ScaleStep[], edition: Edition): Promise<PublicationRefusal[]> {
  if ((await loadDecisionsShown(trx, planId, fiscalYear)) === 'none') return [];
  const refusals: PublicationRefusal[] = [];
  for (const meeting of await listMeetings(trx)) {
    if (meeting.planId !== planId || meeting.fiscalYear !== fiscalYear) continue;
    for (const { item: { id, meetingId, title }, sentence } of unexplainedAssessments(await listAgenda(trx, meeting.id), scale, edition)) {
      refusals.push({ code: 'unexplained-assessment', message: `${meeting.title}「${title}」：${sentence}`, fix: '理由を添えて、同じ評価をもう一度記録してください。', requestId: null, agendaItem: { id, meetingId } });
    }
  }
  return refusals;
}

function named(code: string, message: string, fix: string): PublicationRefusal {
  return { code, message, fix, requestId: null };
}
