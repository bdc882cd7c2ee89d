import { resetPasswordAtShell } from '../commands/add-first-administrator.ts';
import { withHomeDatabase } from './home-database.ts';

/** Prints a one-time password for somebody; the way back in when no システム管理者 can sign in. Works while no server runs. */
export function resetPassword(staffNumber: string): Promise<number> {
  return withHomeDatabase(async (db) => {
    const password = await resetPasswordAtShell(db, staffNumber, 'command-line', () => new Date());
    if (password === null) {
      console.error(`職員番号「${staffNumber}」の利用者は登録されていないか、パスワードを持たない人です。職員番号を確かめてください。`);
      return 1;
    }
    console.log(`職員番号 ${staffNumber}　仮のパスワード ${password}\nこの仮のパスワードは、今だけ表示しています。最初のサインインで変更してください。`);
    return 0;
  });
}
