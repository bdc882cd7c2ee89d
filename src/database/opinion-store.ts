import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { type Opinion, type OpinionPublication, type OpinionResponse, type OpinionVersion, publishedForm, type PublishedOpinion } from '../domain/opinion/opinion.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

export async function insertOpinion(trx: WriteTransaction, { planId, fiscalYear, subject }: Pick<Opinion, 'planId' | 'fiscalYear' | 'subject'>): Promise<string> {
  const { id } = await trx.insertInto('opinion').values({
    plan_id: planId, fiscal_year: fiscalYear,
    node_id: subject?.kind === 'node' ? subject.id : null, indicator_id: subject?.kind === 'indicator' ? subject.id : null,
  }).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

export async function insertOpinionVersion(trx: WriteTransaction, opinionId: string, { version, body, bodyName, statedOn, text }: Omit<OpinionVersion, 'savedAt'>, personId: string): Promise<void> {
  await trx.insertInto('opinion_version').values({ opinion_id: Number(opinionId), version, body, body_name: bodyName, stated_on: statedOn, text, person_id: personId }).execute();
}

export async function insertOpinionResponse(trx: WriteTransaction, opinionId: string, { kind, department, respondedOn, text }: Omit<OpinionResponse, 'id'>, personId: string): Promise<string> {
  const { id } = await trx.insertInto('opinion_response').values({ opinion_id: Number(opinionId), kind, department_id: department, responded_on: respondedOn, text, person_id: personId }).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

export async function insertOpinionPublication(trx: WriteTransaction, opinionId: string, { isPublished, decidedOn, version, lastResponseId }: OpinionPublication, personId: string): Promise<void> {
  await trx.insertInto('opinion_publication').values({
    opinion_id: Number(opinionId), is_published: isPublished, decided_on: decidedOn, version, last_response_id: lastResponseId === null ? null : Number(lastResponseId), person_id: personId,
  }).execute();
}

/** Newest year first, in the order in which they were written down. */
export async function listOpinions(trx: ReadTransaction, of?: { readonly planId: string; readonly fiscalYear: FiscalYear }): Promise<Opinion[]> {
  let query = trx.selectFrom('opinion').selectAll();
  if (of) query = query.where('plan_id', '=', of.planId).where('fiscal_year', '=', of.fiscalYear);
  return withHistory(trx, await query.orderBy('fiscal_year', 'desc').orderBy('id').execute());
}

export async function loadOpinion(trx: ReadTransaction, id: string): Promise<Opinion | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const [opinion] = await withHistory(trx, await trx.selectFrom('opinion').selectAll().where('id', '=', Number(id)).execute());
  return opinion;
}

/**
 * What an edition of that year may print beside its items, oldest first: opinions on its results and on those of the years before,
 * whose follow-up goes on. The words and answers that were decided on, and nothing newer.
 */
export async function listPublishedOpinions(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<PublishedOpinion[]> {
  const rows = await trx.selectFrom('opinion').selectAll().where('plan_id', '=', planId).where('fiscal_year', '<=', fiscalYear).orderBy('fiscal_year').orderBy('id').execute();
  return (await withHistory(trx, rows)).flatMap((opinion) => publishedForm(opinion) ?? []);
}

async function withHistory(trx: ReadTransaction, rows: readonly Row<'opinion'>[]): Promise<Opinion[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const versions = Map.groupBy(await trx.selectFrom('opinion_version').selectAll().where('opinion_id', 'in', ids).orderBy('version').execute(), ({ opinion_id }) => opinion_id);
  const responses = Map.groupBy(await trx.selectFrom('opinion_response').selectAll().where('opinion_id', 'in', ids).orderBy('id').execute(), ({ opinion_id }) => opinion_id);
  const publications = Map.groupBy(await trx.selectFrom('opinion_publication').selectAll().where('opinion_id', 'in', ids).orderBy('id').execute(), ({ opinion_id }) => opinion_id);
  return rows.map(({ id, plan_id, fiscal_year, node_id, indicator_id }) => ({
    id: String(id), planId: plan_id, fiscalYear: fiscal_year,
    subject: node_id !== null ? { kind: 'node', id: node_id } : indicator_id !== null ? { kind: 'indicator', id: indicator_id } : null,
    versions: (versions.get(id) ?? []).map(({ version, body, body_name, stated_on, text, saved_at }) => ({ version, body, bodyName: body_name, statedOn: stated_on, text, savedAt: saved_at })),
    responses: (responses.get(id) ?? []).map((row) => ({ id: String(row.id), kind: row.kind, department: row.department_id, respondedOn: row.responded_on, text: row.text })),
    publications: (publications.get(id) ?? []).map(({ is_published, decided_on, version, last_response_id }) => ({
      isPublished: is_published, decidedOn: decided_on, version, lastResponseId: last_response_id === null ? null : String(last_response_id),
    })),
  }));
}
