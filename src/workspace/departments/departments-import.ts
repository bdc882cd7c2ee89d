import { Hono } from 'hono';
import { importDepartments, planDepartmentImport } from '../../commands/import-departments.ts';
import { loadMunicipality } from '../../database/municipality-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { missing } from '../forbidden.tsx';
import { keepResults } from '../kept-results.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { departmentImportDryRunPage, departmentImportFormPage, departmentsImportedPage } from './departments-import-page.tsx';

const gone = '予行した一覧が残っていません。もう一度ファイルを選んでください。';

/** 部署の取込み below /workspace/departments/import: a CSV of departments, its dry run, and then all of it or nothing. Who may come is asked by the task. */
export function departmentImportRoutes(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>();
  const { db, now } = parts;
  // Between the dry run and its application the file is kept here, for the person who sent it.
  const lists = keepResults<{ readonly bytes: Uint8Array; readonly reason: string }>(10);

  const showForm = (context: WorkspaceContext, reason: string, problems: readonly FieldProblem[] = []) =>
    context.html(departmentImportFormPage(parts, { actor: context.get('actor'), reason, problems }), problems.length > 0 ? 422 : 200);

  routes.get('/', (context) => showForm(context, ''));
  routes.post('/', async (context) => {
    const actor = context.get('actor');
    const labels = (await readTransaction(db, loadMunicipality))?.fiscalYearLabels;
    if (!labels) return missing(context, parts, '自治体が登録されていません。先に、自治体を登録してください。');
    const form = await context.req.parseBody();
    const field = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
    const common = { actor, today: dayInJapan(now()), now };
    if (field('key') !== '') {
      const list = lists.find(actor.personId, field('key'));
      if (!list) return showForm(context, field('reason'), [{ field: 'file', message: gone }]);
      const { outcome, plan } = await importDepartments(db, { ...common, ...list, seen: field('seen') });
      if (outcome === 'look-again') return context.html(departmentImportDryRunPage(parts, { actor, labels, plan, key: field('key'), reason: list.reason, changed: true }), 409);
      return context.html(departmentsImportedPage(parts, { actor, labels, plan }));
    }
    const { file } = form;
    const reason = field('reason').trim();
    const problems = [
      ...(reason === '' ? [{ field: 'reason', message: '改正の理由が書かれていません。条例・規則の改正など、改正の根拠を書いてください。' }] : []),
      ...(file instanceof File && file.size > 0 ? [] : [{ field: 'file', message: '取り込むCSVファイルを選んでください。' }]),
    ];
    if (problems.length > 0 || !(file instanceof File)) return showForm(context, reason, problems);
    const list = { bytes: new Uint8Array(await file.arrayBuffer()), reason };
    const plan = await planDepartmentImport(db, { ...common, ...list });
    const key = plan.problems.length > 0 ? '' : lists.keep(actor.personId, list);
    return context.html(departmentImportDryRunPage(parts, { actor, labels, plan, key, reason, changed: false }), plan.problems.length > 0 ? 422 : 200);
  });
  return routes;
}
