import { Hono } from 'hono';
import { type MunicipalityForm, setMunicipality } from '../../commands/set-municipality.ts';
import { isMunicipalityInUse, loadMunicipality } from '../../database/municipality-store.ts';
import { listImportedYears, loadSetupFacts } from '../../database/setup-facts.ts';
import { readTransaction } from '../../database/transaction.ts';
import { holds } from '../../domain/organization/post.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { forbidden } from '../forbidden.tsx';
import { readForm } from '../forms/form-values.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { renderMunicipalityPage } from './municipality-page.tsx';
import { renderStartPage, section } from './start-page.tsx';

const onlyKeepers = 'はじめの準備をするのは、システム管理者と事務局です。';

/** はじめに below /workspace/start: the way from an empty installation to the first published year, and the city itself. */
export function startTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  task.use(async (context, next) => {
    const actor = context.get('actor');
    return holds(actor, 'administrator') || holds(actor, 'secretariat') ? next() : forbidden(context, parts, onlyKeepers);
  });

  task.get('/', async (context) => {
    const found = await readTransaction(db, async (trx) => ({ facts: await loadSetupFacts(trx, dayInJapan(now())), municipality: await loadMunicipality(trx), imported: await listImportedYears(trx) }));
    const done = context.req.query('done') === 'municipality' ? '自治体を登録しました。' : '';
    return context.html(renderStartPage({ parts, actor: context.get('actor'), ...found, done }));
  });

  const showForm = async (context: WorkspaceContext, typed: MunicipalityForm | null, problems: readonly FieldProblem[] = []) => {
    const { stored, fixed } = await readTransaction(db, async (trx) => {
      const municipality = await loadMunicipality(trx);
      return { stored: municipality, fixed: municipality !== undefined && (await isMunicipalityInUse(trx, municipality.code)) };
    });
    const form = typed ?? { code: stored?.code ?? '', name: stored?.name ?? '', firstReiwaYear: stored?.fiscalYearLabels.firstReiwaYear ?? '', digits: stored?.fiscalYearLabels.digits ?? '', licence: stored?.licence ?? 'none' };
    return context.html(renderMunicipalityPage({ parts, actor: context.get('actor'), typed: form, problems, fixed }), problems.length > 0 ? 422 : 200);
  };
  task.get('/municipality', (context) => showForm(context, null));
  task.post('/municipality', async (context) => {
    const values = await readForm(context);
    const form = { code: values.one('code'), name: values.one('name'), firstReiwaYear: values.one('firstReiwaYear'), digits: values.one('digits'), licence: values.one('licence') };
    const outcome = await setMunicipality(db, { actor: context.get('actor'), form, now });
    if (!outcome.done) return showForm(context, form, outcome.problems.map(({ path, message, fix }) => ({ field: String(path[0] ?? ''), message: message + fix })));
    return context.redirect(`${section}?done=municipality`, 303);
  });
  return task;
}
