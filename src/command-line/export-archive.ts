import { join } from 'node:path';
import { writeArchive } from '../commands/write-archive.ts';
import { schemaOf, schemaSteps } from '../database/migrate.ts';
import { readTransaction } from '../database/transaction.ts';
import { recordsOnDisk } from '../publication/record-folders.ts';
import { withReadableDatabase } from './reading-database.ts';

/** Writes everything as one zip, also while the server runs. Exit code 1, and no file, when that cannot be done. */
export async function exportArchive({ out, withSignIn = false }: { readonly out: string; readonly withSignIn?: boolean }): Promise<number> {
  return withReadableDatabase(async ({ db, home }) => {
    const schema = await readTransaction(db, schemaOf);
    if (schema.join() !== schemaSteps.join()) {
      console.error('動いている「あゆみ」と、このコマンドの版が異なるため、書き出しませんでした。「あゆみ」を再起動してから、もう一度実行してください。');
      return 1;
    }
    const written = await writeArchive(db, { path: out, signIn: withSignIn, actor: 'command-line', records: await recordsOnDisk(join(home, 'published')) });
    if (written.outcome === 'refused') {
      console.error(written.refusal.message + written.refusal.fix);
      return 1;
    }
    console.log(`「${out}」に全ての記録（${written.files}個のファイル、${(written.bytes / 1_000_000).toFixed(1)}MB）を書き出しました。\nSHA-256　${written.sha256}`);
    console.log(withSignIn
      ? 'サインインの秘密を含みます。鍵と同じように保管し、保存フォルダーの keys/sign-in.key も一緒に控えてください。'
      : 'パスワードと二段階目の認証の鍵は含みません。');
    return 0;
  });
}
