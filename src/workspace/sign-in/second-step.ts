import type { Context } from 'hono';
import { recordFailure, recordSignIn, takeCodeTry } from '../../commands/record-sign-in.ts';
import { userOfPendingSignIn } from '../../database/credential-store.ts';
import { findPersonByAuthUser } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { addressOf, browserOf, type PeopleParts } from '../access/people-parts.ts';
import { returnAddress } from '../access/return-address.ts';
import { timeInJapan } from '../workspace-time.ts';
import type { AddressLimit } from './address-limit.ts';
import { checkCode } from './credentials.ts';
import { secondStepPage } from './second-step-page.tsx';

/** Shows the page for the code, or takes one. Counted and locked like passwords, for itself. */
export async function handleSecondStep(parts: PeopleParts, limit: AddressLimit, context: Context, form: { readonly code: string; readonly returnTo: string } | null): Promise<Response> {
  const pending = await pendingPerson(parts, context);
  if (!pending) return context.redirect('/workspace/sign-in?late=1', 303);
  if (!form) return context.html(secondStepPage(parts, { returnTo: context.req.query('return') ?? '' }));

  const refuse = (problems: readonly FieldProblem[], status: 422 | 429 = 422) => context.html(secondStepPage(parts, { problems, returnTo: form.returnTo }), status);
  const code = form.code.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (code === '') return refuse([{ field: 'code', message: '確認コードを入力してください。' }]);
  const place = { address: addressOf(context), browser: browserOf(context), now: parts.now };
  const { staffNumber } = pending.person;
  const wait = limit.waitUntil(place.address, parts.now());
  if (wait) return refuse([later(wait)], 429);
  const taken = await takeCodeTry(parts.db, { staffNumber, authUserId: pending.authUserId, code }, place);
  if (!taken.taken) return refuse([later(taken.lockedUntil)], 429);

  const kind = /^\d{6}$/.test(code) ? 'app' : 'recovery';
  const token = taken.unused ? await checkCode(parts, context, code, kind) : null;
  if (token === null) {
    limit.fail(place.address, parts.now());
    await recordFailure(parts.db, 'second-step', staffNumber, taken.lockedUntil, place);
    const wrong = { field: 'code', message: taken.unused ? '確認コードが違います。アプリに今表示されている数字を入力してください。' : 'この確認コードは使用済みです。アプリの表示が変わってから、新しい数字を入力してください。' };
    return refuse(taken.lockedUntil ? [wrong, later(taken.lockedUntil)] : [wrong], taken.lockedUntil ? 429 : 422);
  }
  await recordSignIn(parts.db, pending.person, token, kind === 'app' ? 'password-and-code' : 'password-and-recovery-code', place);
  parts.cookies.clear(context);
  await parts.cookies.writeToken(context, token);
  return context.redirect(returnAddress(form.returnTo), 303);
}

async function pendingPerson({ db, cookies, now }: PeopleParts, context: Context) {
  const identifier = await cookies.readPending(context);
  if (identifier === null) return null;
  return readTransaction(db, async (trx) => {
    const authUserId = await userOfPendingSignIn(trx, identifier, now());
    const person = authUserId === undefined ? undefined : await findPersonByAuthUser(trx, authUserId);
    return authUserId !== undefined && person ? { authUserId, person } : null;
  });
}

function later(until: Date): FieldProblem {
  return { field: '', message: `続けて間違えたため、今は受け付けません。${timeInJapan(until)}以降に、もう一度お試しください。` };
}
