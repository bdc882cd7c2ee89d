#!/usr/bin/env node
// The command line. On a host with an older Node it goes on under the Node that npm installed, so that `node bin/ayumi.mjs` is enough.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const neededMajor = 26;
const installed = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= neededMajor) {
  // Registers the loader for .tsx before anything that needs it is loaded.
  await import('../scripts/jsx.mjs');
  const { runCommandLine } = await import('../src/cli.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else if (existsSync(installed)) {
  const { status, signal } = spawnSync(installed, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(`あゆみには Node ${neededMajor} 以降が必要です（いま動いているのは ${process.versions.node}）。あゆみのフォルダーで「npm run ayumi」を使うと、必要なものを用意してから動きます。\n`);
  process.exitCode = 1;
}
