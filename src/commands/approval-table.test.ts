import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActingRole, type Action, actions, type AnswerState, answerStates, type Transition } from '../domain/approval/transitions.ts';
import type { Actor, Role } from '../domain/organization/post.ts';
import { verifyAudit } from '../database/audit-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { actOnRequest } from './act-on-request.ts';
import { days, itemAnswer, openRoundRoom, openSampleRound, type RoundRoom } from './round.testing.ts';
import { saveAnswer } from './save-answer.ts';

// The whole product of who × state × action × day × unlocked, done for real and compared with the table printed in docs/approval.md.

type PrintedRow = Pick<Transition, 'role' | 'from' | 'action' | 'to' | 'mustBeValid' | 'noteRequired' | 'lockedAfter'>;

const printed: readonly PrintedRow[] = readFileSync('docs/approval.md', 'utf8').split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const named = (index: number): string => /`([a-z-]+)`$/.exec(cells[index] ?? '')?.[1] ?? '';
  if (cells.length !== 9 || named(1) === '') return [];
  return [{
    role: named(1) as ActingRole, from: named(2) as AnswerState, action: named(3) as Action, to: named(4) as AnswerState,
    mustBeValid: cells[5] === 'yes', noteRequired: cells[6] === 'yes', lockedAfter: (named(7) || null) as Transition['lockedAfter'],
  }];
});

const department = 'shokuin';
const people: readonly { readonly role: Role; readonly department: string | null; readonly acts: ActingRole | null }[] = [
  { role: 'reporter', department, acts: 'reporter' }, { role: 'reporter', department: 'zaisei', acts: null },
  { role: 'section-head', department, acts: 'section-head' }, { role: 'section-head', department: 'zaisei', acts: null },
  { role: 'deputy', department, acts: 'section-head' }, { role: 'deputy', department: 'zaisei', acts: null },
  { role: 'secretariat', department: null, acts: 'secretariat' },
  { role: 'executive', department: null, acts: null }, { role: 'viewer', department: null, acts: null }, { role: 'administrator', department: null, acts: null },
];

let room: RoundRoom;
let id: string;
let key: number;
beforeAll(async () => {
  room = await openRoundRoom();
  await openSampleRound(room);
  id = await room.requestOf('i05', department);
  key = Number(id);
  await saveAnswer(room.db, { requestId: id, answer: itemAnswer('研修を２回行った。'), baseVersion: null, actor: await room.actor('reporter', department), today: days.early });
});
afterAll(() => room.opened.close());

async function put(state: AnswerState, unlocked: boolean, version: number | null = 1): Promise<void> {
  await room.db.updateTable('request').set({ state, unlocked_until: unlocked ? '2022-12-31' : null, current_version: state === 'not-started' ? null : version }).where('id', '=', key).execute();
}

interface Look {
  readonly request: Record<string, unknown>;
  readonly versions: number;
  readonly newest: Record<string, unknown> | null;
  readonly audit: { readonly sequence: number; readonly action: string; readonly actor: string };
}

/** All that a step could change, in one query. */
async function look(): Promise<Look> {
  const { rows } = await sql<Look>`
    select to_jsonb(request) as request,
      (select count(*) from ayumi.answer_version where request_id = request.id) as versions,
      (select to_jsonb(answer_event) from ayumi.answer_event where request_id = request.id order by id desc limit 1) as newest,
      (select jsonb_build_object('sequence', sequence, 'action', action, 'actor', actor) from ayumi.audit_event order by sequence desc limit 1) as audit
    from ayumi.request where id = ${key}
  `.execute(room.db);
  return rows[0]!;
}

/** Steps that keep an answer as it is, right or not. */
const isSaving = (action: Action): action is 'save' | 'take-in' => action === 'save' || action === 'take-in';

let typed = 0;
function act(action: Action, actor: Actor, today: string, baseVersion: number | null, more: Partial<Parameters<typeof actOnRequest>[1]> = {}) {
  typed += 1;
  const answer = itemAnswer(`研修を${typed}回行った。`);
  if (isSaving(action)) return saveAnswer(room.db, { requestId: id, answer, baseVersion, actor, today, ...(action === 'take-in' && { cause: 'workbook' as const }) });
  return actOnRequest(room.db, {
    requestId: id, action, actor, today, note: '理由', ...(action === 'unlock' && { unlockUntil: '2023-01-31' }),
    ...((action === 'submit' || action === 'correct') && { answer, baseVersion }), ...more,
  });
}

/** Whether the page says that the step is refused on that day: only the words of its introduction are used. */
function isLate({ lockedAfter, from }: PrintedRow, today: string, unlocked: boolean): boolean {
  if (lockedAfter === null || unlocked) return false;
  return lockedAfter === 'department' && from !== 'returned' ? today !== days.early : today === days.afterHead;
}

test('the page prints a row for each transition', () => {
  expect(printed).toHaveLength(25);
});

describe.each(people)('$role of $department', (person) => {
  describe.each(answerStates)('on a request that is %s', (state) => {
    test.each(actions)('to %s does what the printed table says, on every day, unlocked or not', async (action) => {
      const actor = await room.actor(person.role, person.department);
      const row = printed.find(({ role, from, action: named }) => role === person.acts && from === state && named === action);
      for (const today of Object.values(days)) for (const unlocked of [false, true]) {
        await put(state, unlocked);
        const before = await look();
        const outcome = await act(action, actor, today, state === 'not-started' ? null : 1);
        const after = await look();
        const cell = `${today} ${unlocked ? 'unlocked' : 'not unlocked'}`;
        if (row && !isLate(row, today, unlocked)) {
          expect(outcome, cell).toMatchObject({ outcome: isSaving(action) ? 'saved' : 'done', state: row.to });
          expect(after.request['state'], cell).toBe(row.to);
          expect(after.newest, cell).toMatchObject({ action, acting_role: row.role, from_state: state, to_state: row.to, person_id: actor.personId, by_deputy: person.role === 'deputy', version: after.request['current_version'] });
          expect(after.newest?.['id'], cell).not.toBe(before.newest?.['id']);
          expect(after.audit, cell).toMatchObject({ sequence: before.audit.sequence + 1, actor: actor.staffNumber });
          expect(after.audit.action, cell).not.toBe('refusal');
          expect(after.versions - before.versions, cell).toBe(['save', 'take-in', 'submit', 'correct'].includes(action) ? 1 : 0);
        } else {
          expect(outcome, cell).toMatchObject({ outcome: 'refused', code: person.acts === null ? 'not-yours' : row ? 'locked' : 'not-in-this-state' });
          // A reporter's words are kept even so, beside the answer that counts; nothing else of it changes.
          const keptWords = person.acts === 'reporter' && (action === 'save' || action === 'submit') ? 1 : 0;
          const standing = { ...before.request, ...(keptWords === 1 && { last_activity: after.request['last_activity'] }) };
          expect({ ...after, audit: null }, cell).toEqual({ ...before, request: standing, versions: before.versions + keptWords, audit: null });
          expect(after.audit, cell).toEqual({ sequence: before.audit.sequence + 1 + keptWords, action: 'refusal', actor: actor.staffNumber });
        }
      }
    });
  });
});

const actorFor = (role: ActingRole) => room.actor(role, role === 'secretariat' ? null : department);

test.each(printed.filter(({ noteRequired }) => noteRequired))('$role, $from, $action is refused without a note, or with one of spaces', async ({ role, from, action }) => {
  await put(from, false);
  const before = await look();
  expect(await act(action, await actorFor(role), days.early, 1, { note: ' 　\n' })).toMatchObject({ outcome: 'refused', code: 'note-missing' });
  expect({ ...(await look()), audit: null }).toEqual({ ...before, audit: null });
});

test.each(printed.filter(({ noteRequired, action }) => !noteRequired && !isSaving(action)))('$role, $from, $action needs no note', async ({ role, from, action, to }) => {
  await put(from, false);
  expect(await act(action, await actorFor(role), days.early, from === 'not-started' ? null : 1, { note: '' })).toMatchObject({ outcome: 'done', state: to });
});

test.each(printed.filter(({ action }) => !isSaving(action)))('$role, $from, $action looks at the answer only where it must be complete', async ({ role, from, action, mustBeValid }) => {
  const unfinished = () => itemAnswer('', { issues: String(typed += 1) });
  await put('draft', false);
  const empty = await saveAnswer(room.db, { requestId: id, answer: unfinished(), baseVersion: 1, actor: await actorFor('reporter'), today: days.early });
  if (empty.outcome !== 'saved') throw new Error(JSON.stringify(empty));
  await put(from, false, empty.version);
  const outcome = await act(action, await actorFor(role), days.early, from === 'not-started' ? null : empty.version, mustBeValid ? { answer: unfinished() } : {});
  expect(outcome.outcome).toBe(mustBeValid ? 'invalid' : 'done');
  if (!mustBeValid) return;
  const { request } = await look();
  const saved = action === 'submit';
  expect(request['state']).toBe(saved && from === 'not-started' ? 'draft' : from);
  expect(request['current_version']).toBe(saved ? empty.version + 1 : empty.version);
});

test('a round that is closed or not open yet refuses every step, and an unlock that has ended unlocks nothing', async () => {
  const secretariat = await room.actor('secretariat');
  for (const state of ['closed', 'preparing'] as const) {
    await room.db.updateTable('round').set({ state }).execute();
    for (const { role, from, action } of printed) {
      await put(from, true);
      const actor = role === 'secretariat' ? secretariat : await room.actor(role, department);
      expect(await act(action, actor, days.early, 1), `${state} ${action}`).toMatchObject({ outcome: 'refused', code: 'round-closed' });
    }
  }
  await room.db.updateTable('round').set({ state: 'open' }).execute();
  await put('draft', false);
  await room.db.updateTable('request').set({ unlocked_until: days.afterDepartment }).where('id', '=', key).execute();
  const reporter = await room.actor('reporter', department);
  expect(await act('save', reporter, days.afterHead, 1)).toMatchObject({ outcome: 'refused', code: 'locked' });
  expect(await act('save', reporter, days.afterDepartment, 1)).toMatchObject({ outcome: 'saved' });
});

test('a post that is not held on the day gives nothing', async () => {
  await put('draft', false);
  const reporter = await room.actor('reporter', department);
  const former = { ...reporter, posts: reporter.posts.map((post) => ({ ...post, until: '2022-03-31' })) };
  expect(await act('save', former, days.early, 1)).toMatchObject({ outcome: 'refused', code: 'not-yours' });
});

test('the log of all these steps and refusals is whole', async () => {
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});
