import { closeSync, copyFileSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const largestLog = 10 * 1024 * 1024; // bytes; with the one before it, at most twice that
const checkEvery = 60 * 60 * 1000; // milliseconds

/** The server's log: one file, and the one before it. */
export interface ServerLog {
  /** appends; given to the server as its standard error */
  descriptor: number;
  /** What was written since the log was opened, at most the last 16 kB. */
  tail(): string;
  close(): void;
}

/** Opens `<folder>/log/postgres.log` for a new run of the server and keeps it from growing without end. */
export function openServerLog(folder: string): ServerLog {
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
  const file = join(folder, 'log', 'postgres.log');
  if (sizeOf(file) > largestLog) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  let start = fstatSync(descriptor).size;
  const timer = setInterval(() => {
    if (sizeOf(file) <= largestLog) return;
    // The server keeps the file open and appends to it: it is copied and emptied, not renamed.
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
    start = 0;
  }, checkEvery).unref();
  return {
    descriptor,
    tail() {
      const size = sizeOf(file);
      const from = Math.max(start, size - 16 * 1024);
      const buffer = Buffer.alloc(Math.max(size - from, 0));
      const reader = openSync(file, 'r');
      readSync(reader, buffer, 0, buffer.length, from);
      closeSync(reader);
      return buffer.toString('utf8');
    },
    close() {
      clearInterval(timer);
      closeSync(descriptor);
    },
  };
}

/** Turns what the server or `initdb` said before it gave up into a sentence for the person. */
export function explainServerLog(text: string): EmbeddedPostgresError {
  if (/No space left on device|ENOSPC/.test(text)) {
    return new EmbeddedPostgresError(
      'disk full',
      'ディスクに空きがないため、データベースを動かせません。保存済みのデータは失われていません。空きを作ってから、もう一度起動してください。',
    );
  }
  if (/could not look up effective user ID|user does not exist/.test(text)) {
    return new EmbeddedPostgresError(
      'no usable user',
      'いまの利用者がこの機械の利用者一覧にないため、データベースを作れません。一覧にある利用者か root で起動してください。',
    );
  }
  if (/administrative permissions is not permitted/.test(text)) {
    return new EmbeddedPostgresError('no usable user', '管理者権限ではデータベースを動かせません。管理者でない利用者で起動してください。');
  }
  if (/EPERM|EINVAL/.test(text)) {
    return new EmbeddedPostgresError(
      'no usable user',
      'root で起動しましたが、データベース用の利用者に切り替えることが許されていません。root でない利用者で起動してください。',
    );
  }
  if (/Permission denied|EACCES|Read-only file system/.test(text)) {
    return new EmbeddedPostgresError(
      'did not start',
      `データベースのフォルダーを読み書きする権限がありません。フォルダーの所有者と権限を確かめてください。\n${lastLines(text)}`,
    );
  }
  return new EmbeddedPostgresError(
    'did not start',
    `データベースを起動できませんでした。次の記録を情報システムの担当者に伝えてください。\n${lastLines(text)}`,
  );
}

function lastLines(text: string): string {
  return text
    .trim()
    .split('\n')
    .slice(-8)
    .map((line) => `    ${line}`)
    .join('\n');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
