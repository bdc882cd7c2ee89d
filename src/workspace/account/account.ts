import { type Context, Hono } from 'hono';
import { changePassword } from '../../commands/change-password.ts';
import { revokeOtherSessions, revokeSession } from '../../commands/end-sessions.ts';
import { beginSecondStep, renewRecoveryCodes } from '../../commands/set-up-second-step.ts';
import { listSessions } from '../../database/session-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { needsSecondStep } from '../../domain/organization/sign-in-rules.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { fieldProblems } from '../forms/field-problems.ts';
import type { PeopleParts, SignedInEnv } from '../access/people-parts.ts';
import { accountPage, passwordPage } from './account-page.tsx';
import { confirmCode } from './confirm-code.ts';
import { otpAddress, otpKey } from './otp-address.ts';
import { enrolmentPage, recoveryCodesPage } from './second-step-pages.tsx';

type AccountContext = Context<SignedInEnv>;

/** The own account: password, second step, sessions. */
export function accountRoutes(parts: PeopleParts): Hono<SignedInEnv> {
  const app = new Hono<SignedInEnv>();
  const { db, now } = parts;

  app.get('/workspace/account', async (context) => {
    const { actor, session, person } = context.var;
    const sessions = await readTransaction(db, (trx) => listSessions(trx, actor.personId));
    const notices: Readonly<Record<string, string>> = {
      password: 'パスワードを変更しました。ほかの端末からはサインアウトしました。', session: '選んだ端末をサインアウトさせました。', others: 'この端末以外をサインアウトさせました。',
    };
    return context.html(accountPage(parts, { actor, fictional: person.demo, sessions, currentSession: session.id, secondStep: session.secondStep, notice: notices[context.req.query('done') ?? ''] }));
  });

  app.get('/workspace/account/password', (context) => context.html(passwordPage(parts, { actor: context.var.actor, required: context.var.person.mustChangePassword })));
  app.post('/workspace/account/password', async (context) => {
    const { actor, session, person } = context.var;
    const form = await context.req.parseBody();
    const outcome = await changePassword(db, {
      personId: actor.personId, sessionId: session.id, current: text(form['current']), wanted: text(form['wanted']), repeated: text(form['repeated']), now,
    });
    if (!outcome.done) return context.html(passwordPage(parts, { actor, problems: fieldProblems(outcome.problems), required: person.mustChangePassword }), 422);
    return context.redirect(person.mustChangePassword ? '/workspace/' : '/workspace/account?done=password', 303);
  });

  app.get('/workspace/account/second-step', (context) => enrol(parts, context));
  app.post('/workspace/account/second-step', async (context) => {
    const { actor, session, person } = context.var;
    if (person.authUserId === null || session.secondStep) return context.redirect('/workspace/account', 303);
    const form = await context.req.parseBody();
    const code = text(form['code']).normalize('NFKC').replaceAll(/\s/g, '');
    const token = await confirmCode(parts, context, code);
    if (token === null) return enrol(parts, context, [{ field: 'code', message: '確認コードが違います。鍵を登録したアプリに今表示されている6桁の数字を入力してください。' }]);
    const codes = await renewRecoveryCodes(db, { staffNumber: actor.staffNumber, authUserId: person.authUserId, key: parts.secretKey, now, confirmed: true });
    await parts.cookies.writeToken(context, token);
    return context.html(recoveryCodesPage(parts, { actor, codes }));
  });

  app.post('/workspace/account/second-step/recovery-codes', async (context) => {
    const { actor, session, person } = context.var;
    if (person.authUserId === null || !session.secondStep) return context.redirect('/workspace/account', 303);
    const codes = await renewRecoveryCodes(db, { staffNumber: actor.staffNumber, authUserId: person.authUserId, key: parts.secretKey, now, confirmed: false });
    return context.html(recoveryCodesPage(parts, { actor, codes }));
  });

  app.post('/workspace/account/sessions', async (context) => {
    const { actor, session } = context.var;
    const wanted = text((await context.req.parseBody())['session']);
    if (wanted === 'others') {
      await revokeOtherSessions(db, actor, session.id, now);
      return context.redirect('/workspace/account?done=others', 303);
    }
    await revokeSession(db, actor, wanted, now);
    return context.redirect('/workspace/account?done=session', 303);
  });
  return app;
}

async function enrol(parts: PeopleParts, context: AccountContext, problems: readonly FieldProblem[] = []): Promise<Response> {
  const { actor, session, person } = context.var;
  const secret = person.authUserId === null || person.demo || session.secondStep ? null : await beginSecondStep(parts.db, person.authUserId, parts.secretKey);
  if (secret === null) return context.redirect('/workspace/account', 303);
  const view = { actor, key: otpKey(secret), address: otpAddress(secret, actor.staffNumber), problems, required: needsSecondStep(actor, parts.settings.secondStep) };
  return context.html(enrolmentPage(parts, view), problems.length > 0 ? 422 : 200);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
