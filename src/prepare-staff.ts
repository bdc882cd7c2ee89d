import { addFirstAdministrator, firstAdministrator } from './commands/add-first-administrator.ts';
import type { Database } from './database/connection.ts';
import { addDemoPeople, isDemonstration, refuseDemoPeopleInProduction } from './demo-people.ts';
import { loadSecretKey } from './home/secret-key.ts';
import { dayInJapan } from './workspace/workspace.ts';

/** The staff side as this start finds it. */
export interface PreparedStaff {
  /** Whether this is the demonstration with fictional people. */
  readonly demo: boolean;
  readonly secretKey: string;
  /** What the person who starts must know of it, once the address is known. */
  announce(url: string): string;
}

/**
 * Makes ready whom the staff side needs: the key, fictional people beside the untouched sample, the first administrator.
 *
 * @throws DemoPeopleInProduction when a production start finds fictional people
 */
export async function prepareStaff({ db, home, production, now = () => new Date() }: {
  readonly db: Database; readonly home: string; readonly production: boolean; readonly now?: () => Date;
}): Promise<PreparedStaff> {
  const secretKey = loadSecretKey(home);
  if (production) await refuseDemoPeopleInProduction(db);
  else await addDemoPeople(db, now);
  const password = await addFirstAdministrator(db, dayInJapan(now()), now);
  const demo = !production && (await isDemonstration(db));
  return {
    demo, secretKey,
    announce: (url) => [
      `  職員用ページ　${url}workspace/`,
      ...(demo ? ['  　見本の環境です。職員用ページを開いて「この人として入る」を押すと、架空の職員として試せます。'] : []),
      ...(password === null ? [] : [
        `  　最初のシステム管理者：職員番号 ${firstAdministrator}　仮のパスワード ${password}`,
        '  　この仮のパスワードは、今だけ表示しています。最初のサインインで変更してください。',
        `  　控え忘れたときは、あゆみを止めて「npm run ayumi reset-password ${firstAdministrator}」で発行し直せます。`,
        ...(demo ? [] : ['  　サインインすると、最初の公表までにすることを「はじめに」で案内します。']),
      ]),
    ].join('\n'),
  };
}
