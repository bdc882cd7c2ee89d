import { createHash } from 'node:crypto';
import type { ReadWorkbook } from '../../documents/workbook/read-workbook.ts';
import { storableText } from '../../domain/audit/storable-text.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import type { WorkspaceContext } from '../workspace.ts';
import type { WorkbookShelf } from './workbook-shelf.ts';

export interface SentFile { readonly name: string; readonly sha256: string; readonly content: Uint8Array; readonly read: Extract<ReadWorkbook, { ok: true }> }

const longestName = 200;

/** The workbook of a form, read; or why it is not taken, in a sentence at its field. Nothing is kept of one that is refused. */
export async function readSentFile(context: WorkspaceContext, shelf: WorkbookShelf): Promise<SentFile | readonly FieldProblem[]> {
  const body = await context.req.parseBody();
  const file = body['file'];
  if (!(file instanceof File) || file.name === '') return [{ field: 'file', message: 'ファイルを選んでください。' }];
  const content = new Uint8Array(await file.arrayBuffer());
  const name = storableText(file.name).replaceAll(/^.*[/\\]/gs, '').replaceAll(/[\u0000-\u001f\u007f]/g, ' ').slice(-longestName) || 'ファイル';
  const sha256 = createHash('sha256').update(content).digest('hex');
  const read = await shelf.read(sha256, name, () => Promise.resolve(content));
  if (!read.ok) return read.problems.map(({ message, fix }) => ({ field: 'file', message: `「${name}」：${message}${fix}` }));
  return { name, sha256, content, read };
}
