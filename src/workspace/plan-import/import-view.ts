import { listDatedDepartments, type DatedDepartment } from '../../database/department-store.ts';
import { listSavedMappings, type SavedMapping } from '../../database/import-mapping-store.ts';
import { loadMunicipality } from '../../database/municipality-store.ts';
import { loadPlan, listPlans, type PlanSummary } from '../../database/plan-store.ts';
import { findUpload, loadUploadContent, type PlanUpload } from '../../database/plan-upload-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { importWorkbook, type ImportedWorkbook } from '../../documents/workbook/import-workbook.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Sheet } from '../../domain/plan-import/grid.ts';
import { type ImportDraft, withKnownDepartments } from '../../domain/plan-import/import-draft.ts';
import type { Municipality } from '../../domain/plan/municipality.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { WorkspaceParts } from '../workspace.ts';
import type { WorkbookShelf } from './workbook-shelf.ts';

/** A workbook that somebody is taking in, read, with what the city has beside it. */
export interface FoundUpload {
  readonly actor: Actor;
  readonly upload: PlanUpload;
  readonly sheets: readonly Sheet[];
  /** What should be known though nothing stands in the way: the encoding of a text file, links to other workbooks. */
  readonly notices: readonly Problem[];
  readonly municipality: Municipality;
  readonly plans: readonly PlanSummary[];
  readonly savedMappings: readonly SavedMapping[];
  readonly departments: readonly DatedDepartment[];
}

/** The same with what was chosen so far and what is understood under it. */
export interface ImportView extends FoundUpload {
  readonly draft: ImportDraft;
  readonly reading: ImportedWorkbook;
  readonly stored: Plan | null;
}

/** The upload of the address; nothing when it is not this person's, has expired, or can be read no more. */
export async function findImport({ db, now }: WorkspaceParts, shelf: WorkbookShelf, actor: Actor, id: string): Promise<FoundUpload | undefined> {
  const found = await readTransaction(db, async (trx) => {
    const upload = await findUpload(trx, id, actor.personId, now());
    const municipality = upload && (await loadMunicipality(trx));
    if (!upload || !municipality) return undefined;
    return { upload, municipality, plans: await listPlans(trx), savedMappings: await listSavedMappings(trx), departments: await listDatedDepartments(trx, municipality.code) };
  });
  if (!found) return undefined;
  const { name, sha256 } = found.upload;
  const read = await shelf.read(sha256, name, async () => (await readTransaction(db, (trx) => loadUploadContent(trx, id))) ?? new Uint8Array());
  return read.ok ? { ...found, actor, sheets: read.sheets, notices: read.notices } : undefined;
}

/** What is understood under a draft. Departments of the city keep their ids. */
export async function viewUnder({ db }: WorkspaceParts, found: FoundUpload, kept: ImportDraft): Promise<ImportView> {
  // The city may have been mended since the draft was begun.
  const draft = { ...kept, mapping: { ...kept.mapping, municipality: found.municipality } };
  const stored = draft.updates === null ? null : ((await readTransaction(db, (trx) => loadPlan(trx, draft.updates!))) ?? null);
  return { ...found, draft, stored, reading: readUnder(found, draft) };
}

/** Dissolved departments come first, so that one of the same name that goes on is meant. */
export function readUnder({ sheets, departments }: Pick<FoundUpload, 'sheets' | 'departments'>, { mapping }: ImportDraft): ImportedWorkbook {
  const known = departments.toSorted((a, b) => Number(a.ended === null) - Number(b.ended === null));
  return importWorkbook(sheets, withKnownDepartments(mapping, known));
}

/** Indexes of the tables that are read. */
export function usedTables({ draft, reading }: Pick<ImportView, 'draft' | 'reading'>): number[] {
  return reading.tables.flatMap((_, index) => (draft.mapping.tables[index]?.use ? [index] : []));
}
