import { type Context, Hono } from 'hono';
import { signOut } from '../../commands/end-sessions.ts';
import { recordFailure, recordPassedStep, recordSignIn, type SignInPlace, takeTry } from '../../commands/record-sign-in.ts';
import { findPersonByStaffNumber, listDepartments, listPeople, type Person } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { postsInWords } from '../../domain/organization/posts-in-words.ts';
import { parseStaffNumber } from '../../domain/organization/staff-number.ts';
import type { FieldProblem } from '../../ui/form.tsx';
import { addressOf, browserOf, type PeopleParts } from '../access/people-parts.ts';
import { firstPage, returnAddress } from '../access/return-address.ts';
import { timeInJapan } from '../workspace-time.ts';
import { AddressLimit } from './address-limit.ts';
import { checkPassword, openSession } from './credentials.ts';
import { oidcRefusalInWords, oidcRoutes } from './oidc.ts';
import { handleSecondStep } from './second-step.ts';
import { signInPage, type SignInView } from './sign-in-page.tsx';

/** The pages that are open to everybody: sign-in, its second step, the entrance of the demonstration, sign-out. */
export function signInRoutes(parts: PeopleParts): Hono {
  const app = new Hono();
  const limit = new AddressLimit();
  const page = async (context: Context, view: Omit<SignInView, 'demoPeople' | 'service'>, status: 200 | 422 | 429 = 200) =>
    context.html(signInPage(parts, { ...view, service: parts.settings.oidc?.name ?? null, demoPeople: await demoPeople(parts) }), status);

  app.get('/workspace/sign-in', async (context) => {
    const returnTo = wantedReturn(context.req.query('return'));
    const notices: readonly (readonly [string, string])[] = [
      ['ended', `サインインの期限が切れました（操作がないまま${parts.settings.idleMinutes}分が過ぎたか、別の画面でサインアウトしました）。もう一度サインインしてください。`],
      ['out', parts.settings.oidc ? `サインアウトしました。${parts.settings.oidc.name}には、サインインしたままのことがあります。共用の端末では、ブラウザーを閉じてください。` : 'サインアウトしました。'],
      ['many', 'この場所からの失敗が多いため、今は受け付けません。10分ほどたってから、もう一度お試しください。'],
      ['late', '確認コードの入力に時間がかかったため、最初からやり直してください。'],
    ];
    const refused = oidcRefusalInWords(context.req.query('refused'), parts.settings.oidc?.name ?? '');
    if (refused !== undefined) return page(context, { returnTo, problems: [{ field: '', message: refused }] });
    return page(context, { returnTo, notice: notices.find(([name]) => context.req.query(name) === '1')?.[1] });
  });

  app.post('/workspace/sign-in', async (context) => {
    const form = await context.req.parseBody();
    const typed = text(form['staffNumber']);
    const password = text(form['password']);
    const returnTo = wantedReturn(text(form['return']));
    const refuse = (problems: readonly FieldProblem[], status: 422 | 429 = 422) => page(context, { problems, staffNumber: typed.slice(0, 60), returnTo }, status);
    const missing = [
      ...(typed.trim() === '' ? [{ field: 'staffNumber', message: '職員番号を入力してください。' }] : []),
      ...(password === '' ? [{ field: 'password', message: 'パスワードを入力してください。' }] : []),
    ];
    if (missing.length > 0) return refuse(missing);

    const place = placeOf(parts, context);
    const wait = limit.waitUntil(place.address, parts.now());
    if (wait) return refuse([tooMany(wait)], 429);
    // What cannot be a staff number is counted under itself, cut to a length, so that the answer is the same as for one that nobody has.
    const staffNumber = parseStaffNumber(typed) ?? typed.trim().slice(0, 30);
    const taken = await takeTry(parts.db, 'password', staffNumber, place);
    if (!taken.taken) {
      limit.fail(place.address, parts.now());
      return refuse([locked(taken.lockedUntil)], 429);
    }
    const checked = await checkPassword(parts, context, staffNumber, password);
    const person = checked && (await readTransaction(parts.db, (trx) => findPersonByStaffNumber(trx, staffNumber)));
    if (!checked || !person || person.demo) {
      limit.fail(place.address, parts.now());
      await recordFailure(parts.db, 'password', staffNumber, taken.lockedUntil, place);
      return refuse(taken.lockedUntil ? [wrongPassword, locked(taken.lockedUntil)] : [wrongPassword], taken.lockedUntil ? 429 : 422);
    }
    if (checked.token === null) {
      await recordPassedStep(parts.db, 'password', staffNumber);
      for (const cookie of checked.cookies) context.header('set-cookie', cookie, { append: true });
      return context.redirect(`/workspace/sign-in/second-step${returnTo === '' ? '' : `?return=${encodeURIComponent(returnTo)}`}`, 303);
    }
    await recordSignIn(parts.db, person, checked.token, 'password', place);
    await parts.cookies.writeToken(context, checked.token);
    return context.redirect(returnAddress(returnTo), 303);
  });

  app.get('/workspace/sign-in/second-step', (context) => handleSecondStep(parts, limit, context, null));
  app.post('/workspace/sign-in/second-step', async (context) => {
    const form = await context.req.parseBody();
    return handleSecondStep(parts, limit, context, { code: text(form['code']), returnTo: wantedReturn(text(form['return'])) });
  });

  app.post('/workspace/sign-in/demo', async (context) => {
    const form = await context.req.parseBody();
    const staffNumber = text(form['staffNumber']);
    const person = parts.demo ? await readTransaction(parts.db, (trx) => findPersonByStaffNumber(trx, staffNumber)) : undefined;
    if (!person?.demo || person.authUserId === null) {
      return page(context, { problems: [{ field: '', message: 'この入口は、見本の環境で、架空の人物として入るときだけ使えます。' }], returnTo: '' }, 422);
    }
    const token = await openSession(parts, person.authUserId);
    await recordSignIn(parts.db, person, token, 'demonstration', placeOf(parts, context));
    await parts.cookies.writeToken(context, token);
    return context.redirect(returnAddress(text(form['return'])), 303);
  });

  app.post('/workspace/sign-out', async (context) => {
    const token = await parts.cookies.readToken(context);
    if (token !== null) await signOut(parts.db, token, parts.now);
    parts.cookies.clear(context);
    return context.redirect('/workspace/sign-in?out=1', 303);
  });
  oidcRoutes(app, parts, limit);
  return app;
}

const wrongPassword: FieldProblem = { field: 'staffNumber', message: '職員番号かパスワードが違います。' };

function locked(until: Date): FieldProblem {
  return { field: '', message: `続けて間違えたため、この職員番号では今はサインインできません。${timeInJapan(until)}以降に、もう一度お試しください。` };
}

function tooMany(until: Date): FieldProblem {
  return { field: '', message: `この場所からの失敗が多いため、今は受け付けません。${timeInJapan(until)}以降に、もう一度お試しください。` };
}

/** The address as it is carried through the forms: empty for the first page. */
function wantedReturn(wanted: string | undefined): string {
  const address = returnAddress(wanted);
  return address === firstPage ? '' : address;
}

function placeOf({ now }: PeopleParts, context: Context): SignInPlace {
  return { address: addressOf(context), browser: browserOf(context), now };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function demoPeople({ db, demo }: PeopleParts): Promise<{ person: Person; posts: string[] }[]> {
  if (!demo) return [];
  return readTransaction(db, async (trx) => {
    const departments = await listDepartments(trx);
    return (await listPeople(trx)).filter(({ demo: fictional }) => fictional).map((person) => ({ person, posts: postsInWords(person.posts, departments) }));
  });
}
