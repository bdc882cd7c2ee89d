import { Command, CommanderError } from 'commander';
import type { ReadWorkbookCommand } from './command-line/read-workbook.ts';
import { PlainRefusal } from './domain/problem/plain-refusal.ts';

const titles: Readonly<Record<string, string>> = { 'Usage:': '使い方：', 'Arguments:': '引数：', 'Options:': '指定：', 'Commands:': 'コマンド：' };

/** The commands at a shell; each is loaded when it is asked for. Each returns its exit code: 0 done, 1 refused with the problems printed, 2 not understood. */
export async function runCommandLine(parameters: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('ayumi')
    .description('計画の進捗を管理し、公表するシステム「あゆみ」のコマンドです。')
    .helpOption('-h, --help', '使い方を表示する')
    .helpCommand('help [command]', 'コマンドの使い方を表示する')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const command = (name: string, description: string) => program.command(name).description(description).helpOption('-h, --help', '使い方を表示する');
  const bundle = ['<計画>', '計画のフォルダー（plan.yaml と report-年度.yaml があるところ）'] as const;

  command('check', '計画と報告を調べ、全ての問題を場所とともに表示する（問題があれば終了コード1）')
    .argument(...bundle).action(async (path: string) => { code = await (await import('./command-line/check.ts')).check(path); });
  command('proofread', '計画と報告を校閲し、指摘を場所とともに表示する（フォルダーに dictionary.yaml があれば、市の用字用語として使う）')
    .argument(...bundle).option('--json', 'JSONで出力する').option('--strict', '「誤り」の指摘があれば終了コード1とする').option('--year <年度>', '校閲する年度（西暦）。省くと、最も新しい年度')
    .action(async (path: string, options: { json?: boolean; strict?: boolean; year?: string }) => { code = await (await import('./command-line/proofread.ts')).proofread(path, options); });
  command('build', '計画と報告から、公開ページ、PDF、Word、Excel、CSV、JSONを作る（データベースは不要）')
    .argument(...bundle).requiredOption('--out <フォルダー>', '書き出すフォルダー')
    .action(async (path: string, options: { out: string }) => { code = await (await import('./command-line/build.ts')).build(path, options); });
  command('import', '計画と報告を、または全ての記録の書出しを、データベースに取り込む')
    .argument('[計画]', bundle[1]).option('--publish', '取り込んだ年度を公表する')
    .option('--archive <ファイル>', '「export --all」で書き出したzipを、何も入っていない「あゆみ」に取り込む').option('--check', '--archive のzipが壊れていないかを調べるだけで、取り込まない')
    .action(async (path: string | undefined, options: { publish?: boolean; archive?: string; check?: boolean }) => {
      if (options.archive !== undefined && path === undefined) code = await (await import('./command-line/import-archive.ts')).importArchive(options.archive, options);
      else if (path !== undefined && options.archive === undefined) code = await (await import('./command-line/import.ts')).importBundle(path, options);
      else code = choose('計画のフォルダーか、--archive <ファイル> のどちらか一方');
    });
  command('export', 'データベースの計画と報告を plan.yaml と report-年度.yaml に、または全ての記録を一つのzipに書き出す')
    .argument('[識別子]', '計画の識別子').requiredOption('--out <書き出す先>', '書き出すフォルダー（--all のときは、zipの名前）')
    .option('--all', '全ての記録（計画、回答の全ての版、公表した版、監査記録、証拠資料など）を書き出す').option('--with-sign-in', '--all に、サインインの秘密（パスワードのハッシュ値など）を含める（復元用）')
    .action(async (planId: string | undefined, options: { out: string; all?: boolean; withSignIn?: boolean }) => {
      if (options.all && planId === undefined) code = await (await import('./command-line/export-archive.ts')).exportArchive(options);
      else if (planId !== undefined && !options.all) code = await (await import('./command-line/export.ts')).exportPlanFiles(planId, options);
      else code = choose('計画の識別子か、--all のどちらか一方');
    });

  command('publish', '公開ページの全体を、どのウェブサーバーにも置けるフォルダーに書き出す')
    .argument('[計画]', '計画のフォルダー。省くと、データベースで公表した全ての計画を書き出す').requiredOption('--out <フォルダー>', '書き出すフォルダー')
    .option('--since <manifest.json>', '前に書き出したときの manifest.json。差分を zip にする')
    .option('--zip <ファイル>', '差分のzipの名前（省くと「フォルダー名-difference.zip」）')
    .option('--cp932', 'CSVを、Shift_JIS（CP932）でも書き出す（書けない文字は、ファイルごとに表示する）')
    .action(async (path: string | undefined, options: { out: string; since?: string; zip?: string; cp932?: boolean }) => { code = await (await import('./command-line/publish.ts')).publish(path, options); });

  command('audit', '監査記録を調べる').command('verify').description('監査記録に、書き換え、欠落、差し込みがないかを調べる（あれば終了コード1）')
    .helpOption('-h, --help', '使い方を表示する').option('--head <番号:要約値>', '控えておいた最後の記録。末尾の切り取りも見つける')
    .action(async (options: { head?: string }) => { code = await (await import('./command-line/audit.ts')).verifyAuditLog(options); });
  command('reset-password', '仮のパスワードを発行する（あゆみを止めて使う）')
    .argument('<職員番号>', '利用者の職員番号').action(async (staffNumber: string) => { code = await (await import('./command-line/reset-password.ts')).resetPassword(staffNumber); });
  command('read-workbook', '自治体の表（Excelブック、CSV）を計画として読み、読み取り方と全ての問題をセルとともに表示する')
    .argument('<ファイル>', '.xlsx か .csv か .tsv のファイル')
    .option('--sheet <シート...>', '読むシート（指定しなければ全て）').option('--mapping <ファイル>', '前回の mapping.json')
    .option('--save-mapping <ファイル>', '提案された対応表を書き出す').option('--out <フォルダー>', '問題がなければ plan.yaml と mapping.json を書き出す')
    .option('--cells', '全てのセルの読み取り方を表示する').option('--code <コード>', '全国地方公共団体コード').option('--city <名称>', '市区町村の名称')
    .option('--plan <識別子>', '計画の識別子').option('--title <名称>', '計画の名称').option('--year <年度>', '取組状況の年度（西暦）')
    .action(async (path: string, options: ReadWorkbookCommand) => { code = await (await import('./command-line/read-workbook.ts')).readForeignWorkbook(path, options); });

  try {
    await program.parseAsync([...parameters], { from: 'user' });
  } catch (error) {
    if (error instanceof PlainRefusal) {
      console.error(error.message);
      return 1;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    console.error(misunderstanding(error));
    return 2;
  }
  return code;
}

function choose(what: string): number {
  console.error(`${what}を指定してください。使い方は ayumi --help で表示します。`);
  return 2;
}

function misunderstanding({ code, message }: CommanderError): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const said: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `「${name}」というコマンドはありません。`,
    'commander.unknownOption': `「${name}」という指定はありません。`,
    'commander.missingArgument': `引数「${name}」を書いてください。`,
    'commander.missingMandatoryOptionValue': `指定「${name}」を書いてください。`,
    'commander.optionMissingArgument': `指定「${name}」の値を書いてください。`,
    'commander.excessArguments': '引数が多すぎます。空白を含む名前は " " で囲んでください。',
  };
  return `${said[code] ?? 'コマンドを読み取れません。'}使い方は ayumi --help で表示します。`;
}
