import { appendAudit } from '../../database/audit-store.ts';
import { writeTransaction } from '../../database/transaction.ts';
import { zipStream } from '../../documents/zip/stream-zip.ts';
import { folderFiles, mostFilesInZip } from '../../publication/folder-files.ts';
import type { PublishedFiles } from '../../publication/published-files.ts';
import { asAttachment } from '../forms/attachment.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceParts } from '../workspace.ts';

/** Every text has two compressed forms beside it. */
const countOf = ({ files }: PublishedFiles) => files.size * 3;

/** The public side as a folder to carry out of the network of the staff, in one zip that is sent while it is made. */
export async function sendPublicFolder(context: WorkspaceContext, parts: WorkspaceParts, published: PublishedFiles): Promise<Response> {
  const editions = published.sites.map(({ published: { edition, hash } }) => ({ plan: edition.plan.id, fiscalYear: edition.fiscalYear, number: edition.number, hash }));
  await writeTransaction(parts.db, (trx) => appendAudit(trx, { actor: context.get('actor').staffNumber, action: 'export-folder', planId: null, details: { editions } }));
  const day = dayInJapan(parts.now());
  return new Response(zipStream(folderFiles(published)), {
    headers: { 'content-type': 'application/zip', 'content-disposition': asAttachment(`公開フォルダー_${day}.zip`, `public-${day}`), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
}

/** What the folder is for, and the link that writes it; or why there is none yet. */
export function PublicFolder({ published, href }: { published: PublishedFiles; href: string }) {
  const bytes = [...published.files.values()].reduce((total, file) => total + file.bytes.byteLength, 0);
  return (
    <div class="sheet">
      <h2>公開フォルダー</h2>
      <p>公開ページ、資料、データの全てを、一つのフォルダーとして書き出します。LGWANの外のウェブサーバーに置くときや、長く保存するときに使います。ほかに必要なものはなく、ディスクからそのまま開くこともできます。</p>
      {published.sites.length === 0 ? <p>公表した版がまだないため、書き出せません。</p>
        : countOf(published) > mostFilesInZip ? <p>ファイルが多く、一つのzipに収まりません。情報システムの担当者に、<code>npm run ayumi -- publish --out フォルダー</code> での書き出しを依頼してください。</p>
        : (
          <>
            <p><a href={href} download>公開フォルダーをzipで書き出す（{published.files.size.toLocaleString('ja-JP')}個のファイル、圧縮した形を含めて約{Math.max(1, Math.round((bytes * 1.4) / 1_000_000))}MB）</a></p>
            <p class="note">作りながら送るため、選ぶとすぐに始まります。zipの中の public フォルダーの中身を、ウェブサーバーの公開する場所に置きます。public/manifest.json に、全てのファイルのハッシュ値（SHA-256）があり、運んだ後の確認に使えます。前回との差分だけを運ぶときは、情報システムの担当者が <code>publish --since</code> で作れます。</p>
          </>
        )}
    </div>
  );
}
