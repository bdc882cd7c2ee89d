import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The account that the server runs under. `ids` is given only when it differs from ours: root must step down. */
export interface ServerUser {
  ids?: { uid: number; gid: number };
}

/** PostgreSQL refuses to run as root, and `initdb` wants its user to have a line in the list of accounts. */
const preferredNames = ['nobody', 'postgres', 'daemon'];

/**
 * Chooses the account for the server of `dataFolder`: the owner of what is there already, else ourselves, else
 * (as root) an account without privileges that every Linux has; nothing is created for it.
 * @throws EmbeddedPostgresError 'other owner' | 'no usable user'
 */
export function chooseServerUser(dataFolder: string): ServerUser {
  if (process.getuid === undefined || process.getgid === undefined) return {}; // Windows
  const own = process.getuid();
  const owner = ownerOf(dataFolder);
  if (own !== 0) {
    if (owner !== undefined && owner.uid !== own) {
      throw new EmbeddedPostgresError(
        'other owner',
        `データベースのフォルダー ${dataFolder} は別の利用者（uid ${owner.uid}）のものです。その利用者（root で起動したことがあるときは root）で起動してください。`,
      );
    }
    if (owner === undefined) requireAccount(own);
    return {};
  }
  if (owner !== undefined && owner.uid !== 0) return { ids: owner };
  return { ids: accountWithoutPrivileges() }; // also for a copy that root made: it is handed over
}

function ownerOf(dataFolder: string): { uid: number; gid: number } | undefined {
  const { uid, gid } = statSync(join(dataFolder, 'PG_VERSION'), { throwIfNoEntry: false }) ?? {};
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function requireAccount(uid: number): void {
  try {
    userInfo();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'no usable user',
      `いまの利用者（uid ${uid}）がこの機械の利用者一覧にないため、データベースを作れません。一覧にある利用者か root で起動するか、環境変数 DATABASE_URL で別の PostgreSQL を指定してください。`,
      cause,
    );
  }
}

function accountWithoutPrivileges(): { uid: number; gid: number } {
  const accounts = readAccounts();
  const found =
    accounts.find(({ uid }) => uid === 65534) ?? preferredNames.map((name) => accounts.find((account) => account.name === name)).find(Boolean);
  if (found !== undefined && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  throw new EmbeddedPostgresError(
    'no usable user',
    'root で起動しましたが、データベースを動かすための権限のない利用者（nobody など）がこの機械にありません。root でない利用者で起動するか、環境変数 DATABASE_URL で別の PostgreSQL を指定してください。',
  );
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length > 3)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}
