import { Hono } from 'hono';
import { planTakingIn, type TakingIn } from '../../commands/plan-taking-in.ts';
import { takeInWorkbooks } from '../../commands/take-in-workbooks.ts';
import { listBoard } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { type OfferedWorkbook, receiveFiles } from '../../documents/survey-workbook/receive-files.ts';
import type { Choice } from '../../domain/survey/judge-answer.ts';
import type { ReceivedFile } from '../../domain/survey/returned.ts';
import { mayExchange } from '../../domain/survey/survey-policy.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { keepResults } from '../kept-results.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderCheckPage } from './check-page.tsx';
import { renderDonePage, type TakenIn } from './done-page.tsx';
import { renderExchangePage, renderRoundsToExchange } from './exchange-page.tsx';
import { type ExchangeRound, listExchangeRounds, loadExchangeRound } from './exchange-round.ts';
import { sendAllWorkbooks, sendWorkbook } from './workbooks-out.ts';

const onlyThose = '照会のExcelを書き出し、取り込めるのは、部署の担当者と事務局です。';
const gone = '確認していたファイルが残っていません。もう一度ファイルを選んでください。';

/** Excelで回答: workbooks of a round out, and back in after a dry run. Below /workspace/exchange. */
export function exchangeTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, assets, demo } = parts;
  const frame = { assets, demo };
  const today = () => dayInJapan(parts.now());
  // Between the dry run and its application what was read is kept here, for the person who sent it.
  const waiting = keepResults<readonly ReceivedFile[]>(20);
  const done = keepResults<TakenIn>(100);

  const withRound = async (context: WorkspaceContext, answer: (round: ExchangeRound) => Promise<Response> | Response): Promise<Response> => {
    if (!mayExchange(context.get('actor'))) return forbidden(context, parts, onlyThose);
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    const round = await readTransaction(db, (trx) => loadExchangeRound(trx, plan, year));
    return round ? answer(round) : missing(context, parts, 'この年度の照会は、まだ始まっていないか、アドレスが違います。');
  };

  task.get('/', async (context) => {
    const actor = context.get('actor');
    if (!mayExchange(actor)) return forbidden(context, parts, onlyThose);
    const rounds = await readTransaction(db, listExchangeRounds);
    const [only] = rounds;
    return only && rounds.length === 1 ? context.redirect(only.address) : context.html(renderRoundsToExchange({ frame, actor, rounds }));
  });

  const page = async (context: WorkspaceContext, round: ExchangeRound, problems: readonly FieldProblem[] = []): Promise<Response> => {
    const rows = await readTransaction(db, (trx) => listBoard(trx, round.planId, round.fiscalYear, today()));
    return context.html(renderExchangePage({ frame, actor: context.get('actor'), round, rows, problems }), problems.length > 0 ? 422 : 200);
  };

  task.get('/:plan/:year', (context) => withRound(context, (round) => page(context, round)));
  task.get('/:plan/:year/workbook', (context) => withRound(context, (round) => sendWorkbook(context, parts, round)));
  task.get('/:plan/:year/workbooks.zip', (context) => withRound(context, (round) => sendAllWorkbooks(context, parts, round)));

  task.post('/:plan/:year/check', (context) => withRound(context, async (round) => {
    const offered = await offeredFiles(context);
    if (offered.length === 0) return page(context, round, [{ field: 'files', message: '取り込むファイルを選んでください。' }]);
    return context.redirect(`${round.address}/check/${waiting.keep(context.get('actor').personId, await receiveFiles(offered))}`, 303);
  }));

  const orderFor = (context: WorkspaceContext, { planId, fiscalYear }: ExchangeRound, files: readonly ReceivedFile[]): TakingIn => ({ planId, fiscalYear, files, actor: context.get('actor'), today: today() });
  const withFiles = (context: WorkspaceContext, answer: (round: ExchangeRound, files: readonly ReceivedFile[], key: string) => Promise<Response>) => withRound(context, (round) => {
    const key = context.req.param('key') ?? '';
    const files = waiting.find(context.get('actor').personId, key);
    return files ? answer(round, files, key) : page(context, round, [{ field: 'files', message: gone }]);
  });

  task.get('/:plan/:year/check/:key', (context) => withFiles(context, async (round, files, key) => {
    const plan = await planTakingIn(db, orderFor(context, round, files));
    return plan ? context.html(renderCheckPage({ frame, actor: context.get('actor'), round, plan, key })) : missing(context, parts, 'この年度の照会はなくなりました。');
  }));

  task.post('/:plan/:year/check/:key/remove', (context) => withFiles(context, async (round, files) => {
    const out = Number((await readForm(context)).one('file'));
    const rest = files.filter((_, index) => index !== out);
    return context.redirect(rest.length === 0 ? round.address : `${round.address}/check/${waiting.keep(context.get('actor').personId, rest)}`, 303);
  }));

  task.post('/:plan/:year/check/:key', (context) => withFiles(context, async (round, files, key) => {
    const actor = context.get('actor');
    const form = await readForm(context);
    const choices = new Map(form.names().flatMap((name): [string, Choice][] => {
      const choice = (['keep', 'take', 'both'] as const).find((known) => known === form.one(name));
      return name.startsWith('choice-') && choice ? [[name.slice('choice-'.length), choice]] : [];
    }));
    const outcome = await takeInWorkbooks(db, { ...orderFor(context, round, files), seen: form.one('seen'), choices });
    switch (outcome.outcome) {
      case 'no-round': return missing(context, parts, 'この年度の照会はなくなりました。');
      case 'look-again': return context.html(renderCheckPage({ frame, actor, round, plan: outcome.plan, key, choices, why: outcome.why, missing: outcome.missing }), outcome.why === 'changed' ? 409 : 422);
      case 'taken-in': return context.redirect(`${round.address}/done/${done.keep(actor.personId, { answers: outcome.answers, files: outcome.plan.files.map(({ name }) => name) })}`, 303);
    }
  }));

  task.get('/:plan/:year/done/:key', (context) => withRound(context, (round) => {
    const actor = context.get('actor');
    return context.html(renderDonePage({ frame, actor, round, taken: done.find(actor.personId, context.req.param('key') ?? '') }));
  }));
  return task;
}

async function offeredFiles(context: WorkspaceContext): Promise<OfferedWorkbook[]> {
  const body = await context.req.parseBody({ all: true });
  const files = [body['files']].flat().filter((file) => file instanceof File).filter(({ name, size }) => name !== '' || size > 0);
  return Promise.all(files.map(async (file) => ({ name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) })));
}
