import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadDepartmentHistory } from '../database/department-store.ts';
import { insertDecision, insertInstruction, listAgenda, loadMeeting } from '../database/headquarters-store.ts';
import { loadPlan } from '../database/plan-store.ts';
import { loadRound } from '../database/round-store.ts';
import { lockPlan, writeTransaction } from '../database/transaction.ts';
import { disagreementOf, type JudgedIndicator } from '../domain/headquarters/assessment-disagreement.ts';
import { nameOn, successorsOn } from '../domain/organization/department-history.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';
import { type MeetingOutcome, onlySecretariatDecides } from './hold-meeting.ts';

export interface RecordedDecision {
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly text: string;
  readonly assessment: string | null;
  readonly explanation: string | null;
  /** An order to departments about the item's element, or null. It comes back in the round of the next fiscal year. */
  readonly instruction: { readonly text: string; readonly departments: readonly string[] } | null;
}

/** Records what headquarters decided on an item, with its assessment and its order to departments: one operation with its audit row. */
export async function recordDecision(
  db: Database, { decision, indicators, actor }: { readonly decision: RecordedDecision; readonly indicators: readonly JudgedIndicator[]; readonly actor: Actor },
): Promise<MeetingOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariatDecides;
  return writeTransaction(db, async (trx): Promise<MeetingOutcome> => {
    const meeting = await loadMeeting(trx, decision.meetingId);
    // Taking an item off the agenda takes the same lock, so the item stays until this ends.
    if (meeting) await lockPlan(trx, meeting.planId);
    const item = meeting && (await listAgenda(trx, meeting.id)).find(({ id }) => id === decision.agendaItemId);
    if (!meeting || !item) return { outcome: 'refused', reason: '議題が登録されていません。' };
    const plan = await loadPlan(trx, meeting.planId);
    const scale = (await loadRound(trx, meeting.planId, meeting.fiscalYear))?.scale ?? [];
    const problems: Problem[] = [];
    const check = (field: string, text: string) => {
      const found: Problem[] = [];
      for (const line of text.split('\n')) if (line.trim() !== '') checkText(line, [field], found);
      problems.push(...found);
    };
    if (decision.text.trim() === '') problems.push({ code: 'missing', path: ['text'], message: '決定の内容が書かれていません。', fix: '決定の内容を書いてください。' });
    check('text', decision.text);
    check('explanation', decision.explanation ?? '');
    if (decision.assessment !== null && !scale.some(({ id }) => id === decision.assessment)) problems.push({ code: 'unknown-step', path: ['assessment'], message: '評価が選択肢にありません。', fix: '選択肢から選んでください。' });
    const disagreement = disagreementOf(decision.assessment, scale, indicators);
    if (disagreement && !decision.explanation?.trim()) problems.push({ code: 'explanation-missing', path: ['explanation'], message: disagreement, fix: '' });
    const { instruction } = decision;
    const node = item.subject?.kind === 'node' ? plan?.nodes.find(({ id }) => id === item.subject?.id) : undefined;
    // What is asked in a round: items of the lowest level, and a relisting in its original.
    const nodeId = node && node.level === plan?.levels.at(-1)?.id ? (node.relistingOf ?? node.id) : null;
    if (instruction) {
      check('instruction', instruction.text);
      if (instruction.text === '') problems.push({ code: 'missing', path: ['instruction'], message: '指示の内容が書かれていません。', fix: '指示の内容を書くか、部署の選択を外してください。' });
      if (nodeId === null) problems.push({ code: 'instruction-without-node', path: ['instruction'], message: '取組項目などの最も下の階層を対象としない議題では、部署に指示できません。翌年度に照会する先がないためです。', fix: '取組項目を対象とする議題を追加してください。' });
      if (instruction.departments.length === 0) problems.push({ code: 'instruction-without-department', path: ['departments'], message: '指示する部署が選ばれていません。', fix: '部署を選んでください。' });
      for (const id of instruction.departments) if (!plan?.departments.some((department) => department.id === id)) problems.push({ code: 'unknown-department', path: ['departments'], message: `部署「${id}」が計画にありません。`, fix: '部署を選び直してください。' });
      // What is ordered to a dissolved department comes to those that follow it; where nobody does, it would be lost.
      const history = plan ? await loadDepartmentHistory(trx, plan.municipality.code) : [];
      for (const id of instruction.departments) if (successorsOn(history, id, '9999-12-31').length === 0) problems.push({ code: 'dissolved-department', path: ['departments'], message: `部署「${nameOn(history, id, '9999-12-31', id)}」は廃止され、引き継いだ部署がありません。`, fix: '回答できる部署を選んでください。' });
    }
    if (problems.length > 0) return { outcome: 'invalid', problems };

    await insertDecision(trx, { agenda_item_id: Number(item.id), text: decision.text, assessment: decision.assessment, explanation: decision.explanation, person_id: actor.personId });
    const answerIn = meeting.fiscalYear + 1;
    const given = instruction && nodeId !== null
      ? await insertInstruction(trx, { agenda_item_id: Number(item.id), plan_id: meeting.planId, node_id: nodeId, text: instruction.text, answer_in: answerIn, person_id: actor.personId, departments: [...new Set(instruction.departments)] })
      : null;
    await appendAudit(trx, {
      actor: actor.staffNumber, action: 'record-decision', planId: meeting.planId,
      details: { meeting: meeting.id, item: item.id, assessment: decision.assessment, instruction: given, departments: [...(instruction?.departments ?? [])], answerIn: given ? answerIn : null },
    });
    return { outcome: 'done', id: item.id };
  });
}
