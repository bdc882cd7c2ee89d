import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { PlainRefusal } from '../domain/problem/plain-refusal.ts';
import { FolderLocked, lockFolder } from './folder-lock.ts';

/** The one folder in which an installation keeps everything: database, attachments, keys, logs. */
export interface Home {
  /** absolute, without symbolic links */
  folder: string;
  /** Lets the next process in. Calling it twice does no harm. */
  release(): Promise<void>;
}

/** Ayumi runs already on this folder. `message` is the sentence for the person. */
export class HomeInUse extends PlainRefusal {
  readonly folder: string;
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    super(
      `あゆみはこの保存フォルダーですでに動いています（フォルダー ${folder}、プロセス番号 ${pid ?? '不明'}）。` +
        '動いているほうを止めてから、もう一度起動してください。別に動かすときは、環境変数 AYUMI_HOME に別のフォルダーを指定してください。',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/** The folder cannot be made, entered or locked. `message` is the sentence for the person. */
export class HomeUnusable extends PlainRefusal {
  constructor(folder: string, cause: unknown) {
    super(`保存フォルダー ${folder} を使えません。${reasonOf(cause)}`, { cause });
  }
}

/**
 * Makes the folder if need be, closes it to other users (0700) and takes it for this process alone.
 * A folder whose last holder died, `kill -9` included, is free at once.
 * @throws HomeInUse when a living process holds it
 * @throws HomeUnusable when the folder cannot be made, written or locked
 */
export async function openHome(folder: string): Promise<Home> {
  const wanted = resolve(folder);
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    const real = realpathSync(wanted);
    chmodSync(real, 0o700);
    const lock = lockFolder(real);
    return { folder: real, release: async () => lock.release() };
  } catch (error) {
    if (error instanceof FolderLocked) throw new HomeInUse(error.folder, error.holder?.pid);
    throw new HomeUnusable(wanted, error);
  }
}

function reasonOf(cause: unknown): string {
  const code = (cause as { code?: string }).code;
  if (code === 'ENOSPC') return 'ディスクに空きがありません。空きを作ってから、もう一度起動してください。';
  if (code === 'EACCES' || code === 'EPERM')
    return 'このフォルダーに書き込む権限がありません。フォルダーの所有者として起動するか、AYUMI_HOME に別のフォルダーを指定してください。';
  if (code === 'EROFS') return '読み取り専用の場所です。AYUMI_HOME に書き込めるフォルダーを指定してください。';
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return '同じ名前のファイルがあります。ファイルを移すか、AYUMI_HOME に別のフォルダーを指定してください。';
  if (code === 'ERR_SQLITE_ERROR')
    return 'この場所ではファイルの排他ができません。ネットワーク共有ではなく、この機械のディスクにあるフォルダーを AYUMI_HOME に指定してください。';
  return `AYUMI_HOME に別のフォルダーを指定してください（${cause instanceof Error ? cause.message : String(cause)}）。`;
}
