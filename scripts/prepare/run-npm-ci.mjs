import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, sep } from 'node:path';

const reasons = [
  [/ENOSPC/, 'ディスクの空きが足りません。1 GB 以上の空きを作ってください。'],
  [/EACCES|EPERM|EROFS/, 'このフォルダーに書き込む権限がありません。フォルダーの所有者として実行してください。'],
  [/EUSAGE|can only install packages when/, 'package.json と package-lock.json が食い違っています。配布されたままの二つのファイルに戻してください。'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    '部品の配布元につながりません。ネットワークとプロキシの設定を確かめるか、つながる機械で用意したフォルダーを node_modules ごと写してください。',
  ],
];

/**
 * Runs `npm ci` in `root` and tells how long it has been going.
 * @param {(pid: number) => void} onStarted hears npm's process id
 * @returns {Promise<string | undefined>} a sentence for the person when it failed
 */
export async function runNpmCi(root, neededMajor, onStarted) {
  const node = nodeOutside(join(root, 'node_modules'));
  if (node === undefined) {
    return 'いま動いている Node が入れ替える部品の中にあるため、自動では続けられません。\nこのフォルダーで npm ci を実行してから、もう一度同じ操作をしてください。';
  }
  const stopTelling = tellProgress();
  try {
    const { code, signal, output } = await npm(root, node.path, onStarted);
    stopTelling(code === 0);
    if (signal) return `部品の用意を途中で止めました（${signal}）。もう一度同じ操作をすると、初めから用意し直します。`;
    if (code !== 0) return explain(output);
    return pinnedNodeDoesNotRun(root, neededMajor);
  } finally {
    stopTelling();
    node.dispose();
  }
}

function npm(root, node, onStarted) {
  const cli = process.env.npm_execpath;
  const isNpm = cli !== undefined && /^npm-cli\.c?js$/.test(basename(cli)) && existsSync(cli);
  const [command, first] = isNpm ? [node, [cli]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, 'ci', '--loglevel=error', '--no-progress'], {
      cwd: root,
      env: { ...process.env, PATH: pathOutside(join(root, 'node_modules')) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !isNpm && process.platform === 'win32', // npm is npm.cmd there
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    if (child.pid) onStarted(child.pid);
    let stoppedBy;
    const passOn = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 2000).unref(); // npm tidies for ten seconds; the next run starts from nothing anyway
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, passOn);
    child.on('close', (code, signal) => resolve({ code, signal: stoppedBy ?? signal, output }));
  });
}

/** npm deletes node_modules, and with it the Node that npm scripts run on: npm itself must run on another one. */
function nodeOutside(modules) {
  const inside = (path) => path.startsWith(modules + sep) || real(path).startsWith(real(modules) + sep);
  const onPath = pathOutside(modules)
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'));
  const found = [process.env.npm_node_execpath, process.execPath, ...onPath].find((path) => path && existsSync(path) && !inside(path));
  if (process.platform === 'win32') return inside(process.execPath) ? undefined : { path: found, dispose() {} }; // a running file cannot be deleted there
  if (found) return { path: found, dispose() {} };
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-node-'));
  copyFileSync(process.execPath, join(folder, 'node'));
  return { path: join(folder, 'node'), dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

function pathOutside(modules) {
  return (process.env.PATH ?? process.env.Path ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules + sep))
    .join(delimiter);
}

function real(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function pinnedNodeDoesNotRun(root, neededMajor) {
  const path = join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'win32' || !existsSync(path)) return undefined;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (Number.parseInt(stdout?.slice(1) ?? '', 10) >= neededMajor) return undefined;
  return (
    `部品に含まれる Node がこの機械では動きません（${process.platform} ${process.arch}）。glibc のない Linux などでは動かないことがあります。\n` +
    `Node ${neededMajor} 以降をこの機械に入れ、node_modules/.bin/node をそれに置き換えてください。`
  );
}

/** One line that renews itself on a terminal, a line every five seconds in a log. */
function tellProgress() {
  const since = Date.now();
  const terminal = process.stdout.isTTY;
  const seconds = () => Math.round((Date.now() - since) / 1000);
  console.log('部品を用意しています（npm ci）。初回は数十秒から数分かかります。');
  const timer = setInterval(
    () => (terminal ? process.stdout.write(`\r  ${seconds()} 秒経過しました`) : console.log(`  用意を続けています（${seconds()} 秒経過）`)),
    terminal ? 1000 : 5000,
  );
  return (finished = false) => {
    clearInterval(timer);
    if (finished) console.log(`${terminal ? '\r' : ''}  ${seconds()} 秒で終わりました。`);
  };
}

function explain(output) {
  const reason = reasons.find(([pattern]) => pattern.test(output))?.[1] ?? 'npm の出力を情報システムの担当者に伝えてください。';
  const lines = output
    .split('\n')
    .filter((line) => line.replace('npm error', '').trim() !== '')
    .slice(0, 12)
    .map((line) => `    ${line}`);
  return `部品を用意できませんでした。${reason}\nそのあと、もう一度同じ操作をすると、初めから用意し直します。\n\n  npm の出力:\n${lines.join('\n')}`;
}
