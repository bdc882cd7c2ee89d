import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type OpenArchive, openArchive } from '../commands/open-archive.ts';
import { restoreArchive } from '../commands/restore-archive.ts';
import { readRecordPath, recordPath } from '../domain/archive/archive-paths.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { putRecord } from '../publication/record-folders.ts';
import { withHomeDatabase } from './home-database.ts';

/** Problems that are printed; of more the number. */
const mostProblems = 100;

/** Takes an archive into an Ayumi that holds nothing, or only looks whether it is whole. Exit code 1, and nothing changed, when anything is wrong. */
export async function importArchive(path: string, { check = false }: { readonly check?: boolean }): Promise<number> {
  const opened = await openArchive(path);
  if (!opened.ok) return refuse(opened.problems);
  const { archive } = opened;
  try {
    if (check) {
      const head = archive.manifest.auditHead;
      console.log(`問題はありません。${archive.manifest.files.length + 1}個のファイル、監査記録${head?.sequence ?? 0}件。${head ? `\n最後の記録　${head.sequence}:${head.hash}` : ''}`);
      return 0;
    }
    const sha256 = await digestOf(path);
    return await withHomeDatabase(async (db, home) => {
      const restored = await restoreArchive(db, archive, { actor: 'command-line', sha256 });
      if (restored.outcome === 'refused') return refuse(restored.problems);
      await putRecords(archive, join(home, 'published'));
      console.log(`全ての記録を取り込みました（${restored.rows.toLocaleString('ja-JP')}件、公表した版${restored.editions}件）。監査記録は「audit verify」で確かめられます。`);
      if (!archive.manifest.signIn) console.log('パスワードは含まれていません。「reset-password <システム管理者の職員番号>」で仮のパスワードを発行してください。');
      return 0;
    });
  } finally {
    await archive.close();
  }
}

/** The documents of record, byte for byte as they were first made. */
async function putRecords(archive: OpenArchive, published: string): Promise<void> {
  const records = archive.manifest.files.flatMap(({ path }) => readRecordPath(path) ?? []);
  for (const [hash, documents] of Map.groupBy(records, (record) => record.hash)) {
    await putRecord(published, hash, await Promise.all(documents.map(async (record) => ({ path: record.name, bytes: await archive.bytes(recordPath(record)) }))));
  }
}

function refuse(problems: readonly Problem[]): number {
  for (const { message, fix } of problems.slice(0, mostProblems)) console.error(`${message} → ${fix}`);
  console.error(`\n${problems.length}件の問題があります。何も取り込んでいません。`);
  return 1;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}
