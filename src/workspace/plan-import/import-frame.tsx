import type { Child } from 'hono/jsx';
import type { Actor } from '../../domain/organization/post.ts';
import { ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { FormValues } from '../forms/form-values.ts';
import type { WorkspaceParts } from '../workspace.ts';
import { type FoundUpload, type ImportView, usedTables } from './import-view.ts';

export const section = '/workspace/plan-import';

/** One page of the import: what is known, what is wrong with what was sent, and the page to which it leads back. */
export interface ImportPage {
  readonly parts: WorkspaceParts;
  readonly view: ImportView;
  readonly problems: readonly FieldProblem[];
  /** The form as it was sent, when it comes back with problems. */
  readonly typed: FormValues | null;
  /** Name of the page from which somebody came to change something; empty on the way forward. */
  readonly back: string;
}

const stages = ['どの計画か', '表と見出し', '階層', '列の意味', '計画について', '指標と部署', '結果', '確認'] as const;
export type Stage = (typeof stages)[number];

export interface PagePlace { readonly path: string; readonly stage: Stage }

/** The pages of this import in their order; those that have nothing to ask are left out. */
export function pagesOf(view: ImportView): PagePlace[] {
  return [
    ...(view.plans.length > 0 ? [{ path: 'plan', stage: 'どの計画か' } as const] : []),
    { path: 'tables', stage: '表と見出し' }, { path: 'levels', stage: '階層' },
    ...usedTables(view).map((index) => ({ path: `columns/${index}`, stage: '列の意味' } as const)),
    { path: 'facts', stage: '計画について' },
    ...(view.reading.bundle.indicators.length > 0 ? [{ path: 'indicators', stage: '指標と部署' } as const] : []),
    ...(newDepartments(view).length > 0 ? [{ path: 'departments', stage: '指標と部署' } as const] : []),
    { path: 'result', stage: '結果' }, { path: 'confirm', stage: '確認' },
  ];
}

/** Departments that the import would add to those of the city, and the cell in which each is first named. */
export function newDepartments({ reading, departments }: Pick<ImportView, 'reading' | 'departments'>): { readonly id: string; readonly name: string; readonly place: string }[] {
  const known = new Set(departments.map(({ id }) => id));
  const places = new Map(reading.understood.filter(({ taken }) => taken === '部署の識別子').map(({ text, sheet, cell }) => [text, `${sheet}!${cell}`]));
  return reading.bundle.departments.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name, place: places.get(name) ?? '' }));
}

export function addressOf({ upload }: Pick<FoundUpload, 'upload'>, path = ''): string {
  return `${section}/${upload.id}${path === '' ? '' : `/${path}`}`;
}

interface Frame {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly title: string;
  readonly problems?: readonly FieldProblem[];
  readonly wide?: boolean;
}

/** A page of the import before a workbook is known, or after it is taken in. */
export function renderOutside({ parts: { assets, demo }, actor, title, problems = [], wide = false }: Frame, content: Child): string {
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：${title}` : title, assets, demo, actor, section, wide }, content);
}

/** A page of the import of one workbook: where it stands among the others, what is wrong, and its content. */
export function renderImportPage({ parts, view, problems, back }: Omit<ImportPage, 'typed'>, path: string, title: string, content: Child, wide = false): string {
  const pages = pagesOf(view);
  const stage = pages.find((page) => page.path === path)?.stage;
  const shown = stages.filter((name) => pages.some((page) => page.stage === name));
  const first = (name: Stage) => pages.find((page) => page.stage === name)!.path;
  const reached = (name: Stage) => (name === '結果' ? path === 'confirm' : pages.some((page) => page.stage === name && view.draft.settled.includes(page.path)));
  return renderOutside({ parts, actor: view.actor, title, problems, wide }, (
    <>
      <p class="eyebrow">計画の取込み　{view.upload.name}</p>
      <nav aria-label="取込みの段階">
        <ol class="steps">
          {shown.map((name, index) => <li {...(name === stage ? { 'aria-current': 'step' } : {})}>{index + 1}　{name !== stage && reached(name) ? <a href={addressOf(view, first(name))}>{name}</a> : name}</li>)}
        </ol>
      </nav>
      <div class="sheet">
        <h1>{title}</h1>
        <ErrorSummary problems={problems} />
        {content}
      </div>
      <Leave view={view} back={back} pages={pages} path={path} />
    </>
  ));
}

/** One step back, or out: what was chosen stays for a while. */
function Leave({ view, back, pages, path }: { view: ImportView; back: string; pages: readonly PagePlace[]; path: string }) {
  const before = pages[pages.findIndex((page) => page.path === path) - 1];
  return (
    <p class="leave">
      {back !== '' ? <a href={addressOf(view, back)}>変えずに戻る</a> : before && <a href={addressOf(view, before.path)}>一つ前に戻る</a>}
      <a href={section}>ここで中断する</a>
    </p>
  );
}

/** Where the form of a page is sent: back to where somebody came from, or onward. */
export function actionOf({ view, back }: Pick<ImportPage, 'view' | 'back'>, path: string): string {
  return `${addressOf(view, path)}${back === '' ? '' : `?back=${back}`}`;
}
