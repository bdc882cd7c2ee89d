import { Hono } from 'hono';
import { correctFinding, type CorrectionResult } from '../../commands/correct-finding.ts';
import { decideFinding, type DecisionOutcome, withdrawDecision } from '../../commands/decide-finding.ts';
import { draftForProofreading } from '../../commands/draft-for-proofreading.ts';
import { saveCityDictionary } from '../../commands/save-city-dictionary.ts';
import { loadCityProofreading } from '../../database/proofreading-store.ts';
import { listRounds } from '../../database/round-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { holds } from '../../domain/organization/post.ts';
import { type FindingKey, isSameFinding } from '../../domain/round/finding-decision.ts';
import { readDictionary } from '../../proofreader/read-dictionary.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden, missing } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { keepResults } from '../kept-results.ts';
import { proofreadDraft } from '../findings/proofread-edition.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderDictionaryPage } from './dictionary-page.tsx';
import { targetsOf } from './finding-places.ts';
import { addressOf, renderReportPage } from './report-page.tsx';

const onlySecretariat = '報告書全体の校閲は、事務局が行います。';
/** The first reading of a large report takes seconds; after that the page says that it goes on. Milliseconds. */
const reportPatience = 8_000;

const doneSentences: Readonly<Record<string, string>> = {
  'not-an-error': '「誤りではない」と記憶しました。今後、この市では同じ指摘をしません。', 'left-as-it-is': 'この年度の報告では、このまま公表することにしました。',
  withdraw: '決定を取り消しました。もう一度指摘します。', dictionary: '用字用語辞書を保存しました。',
};

/** 校閲 below /workspace/proofreading: the whole report before it is published, what was decided on findings, and the city's own words. */
export function proofreadingTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const results = keepResults<readonly CorrectionResult[]>();
  const frame = { assets: parts.assets, demo: parts.demo };
  const today = () => dayInJapan(parts.now());
  const scopeOf = (context: WorkspaceContext) => {
    const { plan = '', year = '' } = context.req.param() as { plan?: string; year?: string };
    return { planId: plan, fiscalYear: /^\d{4}$/.test(year) ? Number(year) : 0 };
  };

  task.use(async (context, next) => (holds(context.get('actor'), 'secretariat') ? next() : forbidden(context, parts, onlySecretariat)));

  task.get('/', async (context) => {
    const rounds = (await readTransaction(parts.db, (trx) => listRounds(trx))).filter(({ state }) => state !== 'preparing').toSorted((a, b) => b.fiscalYear - a.fiscalYear);
    return rounds[0] ? context.redirect(addressOf(rounds[0].planId, rounds[0].fiscalYear)) : missing(context, parts, '校閲する報告がありません。先に、照会を始めてください。');
  });

  const load = (context: WorkspaceContext) => {
    const { planId, fiscalYear } = scopeOf(context);
    return readTransaction(parts.db, async (trx) => {
      const draft = await draftForProofreading(trx, planId, fiscalYear);
      const city = draft && (await loadCityProofreading(trx, planId));
      return draft && city && { draft, city };
    });
  };
  const show = async (context: WorkspaceContext, problems: readonly FieldProblem[] = []) => {
    const found = await load(context);
    if (!found) return missing(context, parts, 'この計画と年度の照会はありません。');
    const { draft, city } = found;
    const actor = context.get('actor');
    const scope = scopeOf(context);
    const done = doneSentences[context.req.query('done') ?? ''];
    return context.html(renderReportPage({
      frame, actor, draft, problems, result: (await proofreadDraft(parts.proofreader, city, draft, reportPatience)) ?? { state: 'unavailable' },
      decisions: city.decisions.filter(({ report }) => report === null || (report.planId === scope.planId && report.fiscalYear === scope.fiscalYear)),
      corrections: results.find(actor.personId, context.req.query('fixed') ?? '') ?? [], ...(done ? { done } : {}),
    }), problems.length > 0 ? 422 : 200);
  };
  const afterDecision = (context: WorkspaceContext, outcome: DecisionOutcome, done: string) => {
    const { planId, fiscalYear } = scopeOf(context);
    return outcome.outcome === 'refused' ? show(context, [{ field: '', message: outcome.refusal.message + outcome.refusal.fix }]) : context.redirect(`${addressOf(planId, fiscalYear)}?done=${done}`, 303);
  };

  task.get('/:plan/:year', (context) => show(context));

  task.post('/:plan/:year/decide', async (context) => {
    const form = await readForm(context);
    const verdict = form.one('verdict') === 'left-as-it-is' ? 'left-as-it-is' : 'not-an-error';
    const finding = readKey(form.one('finding'));
    if (!finding) return show(context, [gone]);
    const outcome = await decideFinding(parts.db, { ...scopeOf(context), actor: context.get('actor'), today: today(), finding, verdict, reason: form.one('reason'), requestId: null });
    return afterDecision(context, outcome, verdict);
  });

  task.post('/:plan/:year/withdraw', async (context) => {
    const form = await readForm(context);
    const outcome = await withdrawDecision(parts.db, { actor: context.get('actor'), today: today(), planId: scopeOf(context).planId, id: form.one('decision') });
    return afterDecision(context, outcome, 'withdraw');
  });

  task.post('/:plan/:year/fix', async (context) => {
    const form = await readForm(context);
    const key = readKey(form.one('finding'));
    const found = await load(context);
    if (!found) return missing(context, parts, 'この計画と年度の照会はありません。');
    const read = await proofreadDraft(parts.proofreader, found.city, found.draft, reportPatience);
    const finding = key && read?.state === 'found' ? read.findings.find((candidate) => isSameFinding(candidate, key)) : undefined;
    if (!finding || finding.suggestion === undefined) return show(context, [gone]);
    // The versions that were on the screen: who wrote since is not written over.
    const versions = new Map(form.one('versions').split(' ').map((entry): [string, string] => { const [id = '', version = ''] = entry.split(':'); return [id, version]; }));
    const targets = targetsOf(finding, found.draft).filter(({ requestId }) => versions.has(requestId)).map((target) => ({ ...target, version: Number(versions.get(target.requestId)) || null }));
    const actor = context.get('actor');
    const corrections = await correctFinding(parts.db, { actor, today: today(), quote: finding.quote, suggestion: finding.suggestion, targets });
    const { planId, fiscalYear } = scopeOf(context);
    return context.redirect(`${addressOf(planId, fiscalYear)}?fixed=${results.keep(actor.personId, corrections)}`, 303);
  });

  task.get('/:plan/:year/dictionary', async (context) => {
    const scope = scopeOf(context);
    const city = await readTransaction(parts.db, (trx) => loadCityProofreading(trx, scope.planId));
    if (!city) return missing(context, parts, 'この計画はありません。');
    return context.html(renderDictionaryPage({ frame, actor: context.get('actor'), ...scope, source: city.dictionarySource, before: city.dictionarySource, problems: [] }));
  });

  task.post('/:plan/:year/dictionary', async (context) => {
    const form = await readForm(context);
    const scope = scopeOf(context);
    const actor = context.get('actor');
    const [source, before] = [form.one('source'), form.one('before')];
    const again = (problems: readonly FieldProblem[]) => context.html(renderDictionaryPage({ frame, actor, ...scope, source, before, problems }), 422);
    const read = readDictionary(source);
    if (!read.ok) return again(read.problems.map(({ line, message, fix }) => ({ field: 'source', message: `${line > 0 ? `${line}行目：` : ''}${message}${fix}` })));
    const outcome = await saveCityDictionary(parts.db, { actor, today: today(), planId: scope.planId, source, dictionary: read.value, before });
    if (outcome.outcome === 'refused') return again([{ field: 'source', message: outcome.refusal.message + outcome.refusal.fix }]);
    return context.redirect(`${addressOf(scope.planId, scope.fiscalYear)}?done=dictionary`, 303);
  });
  return task;
}

const gone: FieldProblem = { field: '', message: 'この指摘は、もうありません。回答が直されたか、ほかの人が決定しました。' };

/** The finding that a form is about; what comes from outside may be anything. */
function readKey(text: string): FindingKey | null {
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null;
    const { rule, quote, suggestion } = value ?? {};
    if (typeof rule !== 'string' || typeof quote !== 'string') return null;
    return { rule, quote, ...(typeof suggestion === 'string' ? { suggestion } : {}) };
  } catch {
    return null;
  }
}
