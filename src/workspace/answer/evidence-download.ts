import { Hono } from 'hono';
import { appendAudit } from '../../database/audit-store.ts';
import { loadEvidence } from '../../database/evidence-store.ts';
import type { RequestSummary } from '../../database/request-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { missing } from '../forbidden.tsx';
import { asAttachment } from '../forms/attachment.ts';
import type { WorkspaceContext, WorkspaceEnv, WorkspaceParts } from '../workspace.ts';

type WithSummary = (context: WorkspaceContext, work: (request: RequestSummary) => Promise<Response> | Response) => Promise<Response>;

/** The files beside an answer, for whoever may read it. Always to be kept, never shown: a browser runs nothing of it in our name. */
export function evidenceRoutes(parts: WorkspaceParts, withSummary: WithSummary): Hono<WorkspaceEnv> {
  const routes = new Hono<WorkspaceEnv>();
  routes.get('/:id/evidence/:file', (context) => withSummary(context, async (request) => {
    const id = context.req.param('file');
    const file = await readTransaction(parts.db, (trx) => loadEvidence(trx, request.id, id));
    if (!file) return missing(context, parts, 'この証拠資料は削除されたか、ありません。');
    await writeTransaction(parts.db, (trx) => appendAudit(trx, {
      actor: context.get('actor').staffNumber, action: 'read-evidence', planId: request.planId,
      details: { fiscalYear: request.fiscalYear, request: request.id, department: request.department, evidence: Number(id), name: file.name, hash: file.sha256 },
    }));
    return new Response(new Uint8Array(file.content), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.content.length), 'content-disposition': asAttachment(file.name, `evidence-${id}`),
        'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'no-store',
      },
    });
  }));
  return routes;
}
