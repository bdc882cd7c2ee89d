import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { workbookLimits } from '../../documents/workbook/limits.ts';
import { evidenceLimits } from '../../domain/round/evidence.ts';

/** A form with a long text and all that belongs to it stays below this. Bytes. */
const largestForm = 2 * 1024 * 1024;

const tooLarge = (sentence: string) => (context: Context) => context.text(sentence, 413);
const forms = bodyLimit({ maxSize: largestForm, onError: tooLarge('送信された内容が大きすぎます。文章を分けて送ってください。') });
const formsWithFiles = bodyLimit({
  maxSize: largestForm + evidenceLimits.answerBytes,
  onError: tooLarge('一度に送れるファイルは、合わせて50MBまでです。前のページに戻り、ファイルを減らすか小さくして送ってください。'),
});

const formsWithWorkbook = bodyLimit({
  maxSize: largestForm + workbookLimits.fileBytes,
  onError: tooLarge('ファイルが大きすぎます。30MB以下にしてください。前のページに戻り、計画の表だけを新しいブックに写して送ってください。'),
});

/** Workbooks of all departments at once. Bytes. */
const largestExchange = 64 * 1024 * 1024;
const formsWithWorkbooks = bodyLimit({ maxSize: largestExchange, onError: tooLarge('一度に取り込めるファイルは、合わせて64MBまでです。前のページに戻り、何回かに分けて取り込んでください。') });

/** Refuses forms that are larger than any form of the staff side. Files come only with an answer, as the workbook of a plan, or as workbooks of a round. */
export const limitForms: MiddlewareHandler = (context, next) => {
  if (!context.req.header('content-type')?.startsWith('multipart/form-data')) return forms(context, next);
  if (/^\/workspace\/requests\/\d+$/.test(context.req.path)) return formsWithFiles(context, next);
  if (/^\/workspace\/exchange\/[^/]+\/\d{4}\/check$/.test(context.req.path)) return formsWithWorkbooks(context, next);
  return (/^\/workspace\/plan-import(\/[0-9a-f-]+\/file)?$/.test(context.req.path) ? formsWithWorkbook : forms)(context, next);
};
