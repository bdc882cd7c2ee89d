import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { evidenceLimits } from '../../domain/round/evidence.ts';

/** A form with a long text and all that belongs to it stays below this. Bytes. */
const largestForm = 2 * 1024 * 1024;

const tooLarge = (sentence: string) => (context: Context) => context.text(sentence, 413);
const forms = bodyLimit({ maxSize: largestForm, onError: tooLarge('送信された内容が大きすぎます。文章を分けて送ってください。') });
const formsWithFiles = bodyLimit({
  maxSize: largestForm + evidenceLimits.answerBytes,
  onError: tooLarge('一度に送れるファイルは、合わせて50MBまでです。前のページに戻り、ファイルを減らすか小さくして送ってください。'),
});

/** Refuses forms that are larger than any form of the staff side. Files come only with an answer. */
export const limitForms: MiddlewareHandler = (context, next) => {
  const withFiles = /^\/workspace\/requests\/\d+$/.test(context.req.path) && context.req.header('content-type')?.startsWith('multipart/form-data');
  return (withFiles ? formsWithFiles : forms)(context, next);
};
