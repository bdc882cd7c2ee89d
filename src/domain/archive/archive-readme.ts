import { archivedTables } from './archived-tables.ts';
import { archiveFormat } from './archive-manifest.ts';

/** The page in an archive that explains each of its files; it says nothing of the day, so that the same state gives the same bytes. */
export function archiveReadme({ tables, signIn }: { readonly tables: readonly string[]; readonly signIn: boolean }): string {
  const treated = Object.entries(archivedTables);
  const here = tables.flatMap((table) => { const treatment = archivedTables[table]; return treatment && 'meaning' in treatment ? [`| \`${table}\` | ${treatment.meaning} |`] : []; });
  const missing = treated.flatMap(([table, treatment]) => (treatment.kind === 'left-out' || (treatment.kind === 'secret' && !signIn) ? [`| \`${table}\` | ${treatment.reason} |`] : []));
  return `# あゆみの書出し（${archiveFormat}）

計画の進捗を管理するシステム「あゆみ」に入っている全ての記録です。どのファイルも、公開された形式（UTF-8のMarkdown、YAML、JSON、NDJSON）か、登録されたままのファイルなので、あゆみがなくても読めます。
${signIn ? '\n**サインインの秘密（パスワードのハッシュ値と、暗号化した二段階目の認証の鍵）を含みます。鍵と同じように保管してください。**\n' : ''}
## ファイル

| ファイル | 内容 |
|---|---|
| \`README.md\` | この説明 |
| \`manifest.json\` | 目録。全てのファイルの名前、大きさ（バイト）、SHA-256、データの形の版（schema）、監査記録の最後の要約値 |
| \`plans/<計画>/plan.yaml\` | 計画。\`ayumi import\` で読める形です |
| \`plans/<計画>/report-<年度>.yaml\` | 年度の報告（今の状態） |
| \`plans/<計画>/dictionary.yaml\` | 市の用字用語辞書（prhの形式） |
| \`editions/<計画>/<年度>-<版>.json\` | 公表した版。正規化したJSON（RFC 8785）で、ファイルのSHA-256が版のハッシュ値です |
| \`records/<ハッシュ値>/report-archive.pdf\` | 公表した版の保存用PDF（PDF/A-2a）。最初に作ったバイト列です |
| \`evidence/<番号>/<名前>\` | 証拠資料。登録されたままのバイト列です |
| \`audit.ndjson\` | 監査記録。一行が一件で、行（改行を除く）のSHA-256が次の行の \`previousHash\` です |
| \`tables/<表>.ndjson\` | それ以外の全ての記録。一行が一件のJSONです |
| \`tables/columns.md\` | 全ての表と列の意味（英語） |

\`plans\` は読みやすい写しで、同じ内容が \`tables\` にもあります。取り込むときは \`tables\` を使い、\`plans\` と食い違えば取り込みません。

## 表

| 表 | 内容 |
|---|---|
${here.join('\n')}

## 含まないもの

| 表 | 理由 |
|---|---|
${missing.join('\n')}

保存フォルダーの \`keys/sign-in.key\`（クッキーに署名し、二段階目の認証の鍵を暗号化する鍵）と、版からいつでも作り直せる公開ページ、そのほかのPDF、Word、Excel も含みません。

## 確かめ方と取り込み方

\`\`\`sh
npm run ayumi -- import --archive <このzip> --check   # 壊れていないかを調べる
npm run ayumi -- import --archive <このzip>           # 何も入っていない「あゆみ」に取り込む
\`\`\`
${signIn ? '' : `
パスワードは含まないため、取り込んだ後に次のコマンドで仮のパスワードを発行し、ほかの人の分は「利用者」の画面で発行してください。

\`\`\`sh
npm run ayumi -- reset-password <システム管理者の職員番号>
\`\`\`
`}`;
}
