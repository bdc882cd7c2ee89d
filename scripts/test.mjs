// npm test: types, lint with the floors, then every test. Says plainly what cannot run on this host, and ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const started = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'ayumi-test-'));
const counts = join(folder, 'counts.json');

const steps = [
  ['型の検査', ['node_modules/typescript/bin/tsc']],
  ['静的検査と階層の検査', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['テスト', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`, ...process.argv.slice(2)]],
];

let failed = 0;
for (const [name, [script, ...parameters]] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit', env: { NODE_COMPILE_CACHE: join('node_modules', '.cache', 'ayumi', 'node'), ...process.env, NO_COLOR: process.env.NO_COLOR ?? (process.stdout.isTTY ? '' : '1') } });
  if (status !== 0) {
    failed += 1;
    console.log(`== ${name}：失敗しました`);
  }
}

let passedTests = 0;
let failedTests = 0;
let skippedTests = 0;
try {
  const result = JSON.parse(readFileSync(counts, 'utf8'));
  ({ numPassedTests: passedTests, numFailedTests: failedTests, numPendingTests: skippedTests } = result);
} catch {
  failed += 1;
  console.log('テストの結果を読み取れませんでした。');
}
rmSync(folder, { recursive: true, force: true });
if (!process.env.AYUMI_SOURCE_TEXT) console.log('\n実行しなかったもの：見本と元の文書の照合（AYUMI_SOURCE_TEXT に元の文書の場所を指定すると実行します）。');
console.log(`所要時間 ${Math.round((Date.now() - started) / 1000)}秒`);
console.log(`${passedTests} passed, ${failedTests} failed, ${skippedTests} skipped`);
process.exitCode = failed === 0 && failedTests === 0 && passedTests > 0 ? 0 : 1;
