import { Hono } from 'hono';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { recordExport } from '../../commands/record-access.ts';
import { type BoardRow, listBoard } from '../../database/request-store.ts';
import type { RoundChanges } from '../../database/round-changes.ts';
import { readTransaction } from '../../database/transaction.ts';
import { stateNames } from '../../domain/approval/transitions.ts';
import { type CalendarDate, isCalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { type FormValues, readForm } from '../forms/form-values.ts';
import { keepResults } from '../kept-results.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { type EventTiming, streamRoundEvents } from './board-events.ts';
import { applyFilter, countStates, filterFrom, labelOf } from './board-filter.ts';
import { renderBoardPage } from './board-page.tsx';
import { type BoardRound, listBoardRounds, loadBoardRound } from './board-round.ts';
import { type BulkAction, type BulkResults, renderCheckPage, renderResultsPage, type RowResult } from './bulk-pages.tsx';
import { renderUnansweredPage, unansweredCsv } from './unanswered.tsx';

const onlyReaders = '回答状況を見られるのは、事務局、推進本部員、閲覧者です。';
const onlySecretariat = '受理や差戻しができるのは事務局です。';
const noRound = 'この年度の照会は、まだ始まっていないか、アドレスが違います。';

function mayRead(actor: Actor): boolean {
  return holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer');
}

/**
 * 回答状況 below /workspace/board: everything of a round on one page, what the secretariat does with many, and the list of the unanswered.
 *
 * @param changes what moves in the rounds; without it the page does not update by itself
 */
export function boardTask(parts: WorkspaceParts, changes: RoundChanges | null = null, timing?: EventTiming): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const results = keepResults<BulkResults>();
  const { assets, demo } = parts;
  const frame = { assets, demo };

  /** The round of the address with its rows, for somebody who may read it; otherwise the page that says why not. */
  const withRound = async (
    context: WorkspaceContext, allowed: boolean, refusal: string, answer: (round: BoardRound, rows: readonly BoardRow[], today: CalendarDate) => Response | Promise<Response>,
  ): Promise<Response> => {
    if (!allowed) return forbidden(context, parts, refusal);
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const today = dayInJapan(parts.now());
    const found = await readTransaction(parts.db, async (trx) => {
      const round = await loadBoardRound(trx, plan, year);
      return round && { round, rows: await listBoard(trx, round.planId, round.fiscalYear, today) };
    });
    return found ? answer(found.round, found.rows, today) : missing(context, parts, noRound);
  };

  task.get('/', async (context) => {
    const actor = context.get('actor');
    if (!mayRead(actor)) return forbidden(context, parts, onlyReaders);
    const [first] = await readTransaction(parts.db, listBoardRounds);
    if (first) return context.redirect(first.address);
    return context.html(renderWorkspacePage({ ...frame, actor, title: '回答状況', section: '/workspace/board' }, (
      <div class="sheet"><h1>回答状況</h1><p>まだ照会を始めた年度がありません。{holds(actor, 'secretariat') && <><a href="/workspace/rounds">照会の設定</a>から照会を始めると、ここに回答の状況が並びます。</>}</p></div>
    )));
  });

  task.get('/events', (context) => {
    if (!mayRead(context.get('actor'))) return forbidden(context, parts, onlyReaders);
    // 204 tells the browser not to come again.
    if (!changes) return context.body(null, 204);
    return streamRoundEvents(context, changes, context.req.query('plan') ?? '', Number(context.req.query('year')), timing);
  });

  const board = async (context: WorkspaceContext, round: BoardRound, rows: readonly BoardRow[], today: CalendarDate, query: URLSearchParams, problems: readonly FieldProblem[] = []) => {
    const filter = filterFrom(query);
    const shown = applyFilter(rows, filter, today);
    const others = (await readTransaction(parts.db, listBoardRounds)).filter(({ address }) => address !== round.address);
    return context.html(renderBoardPage({
      frame, actor: context.get('actor'), round, others, now: parts.now(), filter, counts: countStates(rows, today), rows: shown, total: rows.length, problems,
      chosen: new Set(query.get('chosen') === 'all' ? shown.map(({ id }) => id) : []),
    }), problems.length > 0 ? 422 : 200);
  };

  task.get('/:plan/:year', (context) => withRound(context, mayRead(context.get('actor')), onlyReaders, (round, rows, today) => board(context, round, rows, today, new URL(context.req.url).searchParams)));

  task.get('/:plan/:year/unanswered', (context) => withRound(context, mayRead(context.get('actor')), onlyReaders, (round, rows, today) => (
    context.html(renderUnansweredPage({ frame, actor: context.get('actor'), round, rows, today })))));

  task.get('/:plan/:year/unanswered.csv', (context) => withRound(context, mayRead(context.get('actor')), onlyReaders, async (round, rows, today) => {
    await recordExport(parts.db, context.get('actor'), 'unanswered-list', round.planId, { fiscalYear: round.fiscalYear, count: rows.length });
    const name = `mikaito-${round.planId}-${round.fiscalYear}-${today}.csv`;
    return new Response(Buffer.from(unansweredCsv(round, rows, today)), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' } });
  }));

  task.post('/:plan/:year/check', (context) => withRound(context, holds(context.get('actor'), 'secretariat'), onlySecretariat, async (round, rows, today) => {
    const form = await readForm(context);
    const chosen = new Set(form.all('request'));
    const own = rows.filter(({ id }) => chosen.has(id));
    const action = bulkActionOf(form);
    const query = ownQuery(form);
    if (own.length === 0 || !action) return board(context, round, rows, today, new URLSearchParams(query), [{ field: 'board-table', message: '操作するものを、一覧で一つ以上選んでください。' }]);
    return context.html(renderCheckPage({ frame, actor: context.get('actor'), round, action, rows: own, today, query }));
  }));

  task.post('/:plan/:year/apply', (context) => withRound(context, holds(context.get('actor'), 'secretariat'), onlySecretariat, async (round, rows, today) => {
    const actor = context.get('actor');
    const form = await readForm(context);
    const action = bulkActionOf(form);
    const seen = new Map(form.all('request').map((entry) => entry.split(' ') as [string, string]));
    const own = rows.filter(({ id }) => seen.has(id));
    if (!action || own.length === 0) return context.redirect(round.address, 303);
    const [note, unlockUntil] = [form.one('note'), form.one('unlockUntil').trim()];
    const problems = action === 'send-back' ? sendBackProblems(note, unlockUntil, round, today) : [];
    const query = ownQuery(form);
    if (problems.length > 0) return context.html(renderCheckPage({ frame, actor, round, action, rows: own, today, query, typed: { note, unlockUntil }, problems }), 422);
    const outcomes: RowResult[] = [];
    for (const row of own) outcomes.push(await act(row, { action, actor, today, baseVersion: Number(seen.get(row.id)) || null, ...(action === 'send-back' ? { note, ...(unlockUntil ? { unlockUntil } : {}) } : {}) }));
    return context.redirect(`${round.address}/results/${results.keep(actor.personId, { action, query, rows: outcomes })}`, 303);
  }));

  task.get('/:plan/:year/results/:key', (context) => withRound(context, holds(context.get('actor'), 'secretariat'), onlySecretariat, (round) => {
    const actor = context.get('actor');
    return context.html(renderResultsPage({ frame, actor, round, results: results.find(actor.personId, context.req.param('key')) }));
  }));

  async function act(row: BoardRow, request: Omit<Parameters<typeof actOnRequest>[1], 'requestId'>): Promise<RowResult> {
    const outcome = await actOnRequest(parts.db, { requestId: row.id, ...request });
    const result = { id: row.id, label: `${labelOf(row)} ${row.title}`, departmentName: row.departmentName, done: outcome.outcome === 'done', problems: [] };
    switch (outcome.outcome) {
      case 'done': return { ...result, sentence: `「${stateNames[outcome.state]}」になりました。` };
      case 'invalid': return { ...result, sentence: '回答に足りないところがあります。', problems: outcome.problems.map(({ message }) => message) };
      case 'conflict': return { ...result, sentence: '確認の間に回答が書き換えられました。今の回答を読んでから操作してください。' };
      case 'refused': return { ...result, sentence: outcome.reason };
    }
  }
  return task;
}

function bulkActionOf(form: FormValues): BulkAction | undefined {
  return (['accept', 'send-back'] as const).find((known) => known === form.one('action'));
}

/** The query of the board that a form carries: read and written again, so that no foreign text gets into an address. */
function ownQuery(form: FormValues): string {
  const query = new URLSearchParams(form.one('query').slice(0, 1_000));
  const filter = Object.entries(filterFrom(query)).filter(([, value]) => value !== '');
  return filter.length === 0 ? '' : `?${new URLSearchParams(filter)}`;
}

function sendBackProblems(note: string, unlockUntil: string, round: BoardRound, today: CalendarDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (note.trim() === '') problems.push({ field: 'note', message: '差戻しの理由を書いてください。' });
  if (unlockUntil === '' && today > round.headDeadline) problems.push({ field: 'unlockUntil', message: 'いつまで直せるようにするか、日付を入力してください。' });
  else if (unlockUntil !== '' && !isCalendarDate(unlockUntil)) problems.push({ field: 'unlockUntil', message: '「2022-06-30」のように、年-月-日で書いてください。' });
  else if (unlockUntil !== '' && unlockUntil < today) problems.push({ field: 'unlockUntil', message: '今日以後の日付にしてください。' });
  return problems;
}
