import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareWithLockfile } from './compare-with-lockfile.mjs';

let root;
let npm;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ayumi-prepare-'));
  cpSync(join(import.meta.dirname, '..', 'prepare.mjs'), join(root, 'scripts', 'prepare.mjs'));
  cpSync(import.meta.dirname, join(root, 'scripts', 'prepare'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies: { one: '1.0.0' } }));
  lockfile({ 'node_modules/one': { version: '1.0.0', integrity: 'x' } });
  fakeNpm(`fs.writeFileSync('node_modules/.package-lock.json', fs.readFileSync('package-lock.json'))`);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function lockfile(packages) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function installed(packages) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

/** Stands in for npm: notes that it ran, takes half a second, then does `work`. */
function fakeNpm(work) {
  npm = join(root, 'npm-cli.js');
  writeFileSync(
    npm,
    `const fs = require('node:fs'); fs.appendFileSync('npm-ran', process.argv[2] + '\\n'); fs.mkdirSync('node_modules', { recursive: true }); setTimeout(() => { ${work} }, 500)`,
  );
}

function command(event = 'prestart') {
  return [
    process.execPath,
    [join(root, 'scripts', 'prepare.mjs')],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: npm, npm_lifecycle_event: event } },
  ];
}

function prepare(event) {
  return spawnSync(...command(event));
}

async function prepareAsync() {
  const child = spawn(...command());
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, stdout };
}

function runsOfNpm() {
  return existsSync(join(root, 'npm-ran')) ? readFileSync(join(root, 'npm-ran'), 'utf8').trim().split('\n').length : 0;
}

describe('preparing', () => {
  test('installs once, and has nothing to do the next time', () => {
    expect(prepare()).toMatchObject({ status: 0, stderr: '' });
    expect(prepare()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(runsOfNpm()).toBe(1);
  });

  test('installs again when the lockfile changed', () => {
    prepare();
    lockfile({ 'node_modules/one': { version: '1.0.1', integrity: 'y' } });
    prepare();
    expect(runsOfNpm()).toBe(2);
  });

  test('accepts what somebody installed by hand', () => {
    installed({ 'node_modules/one': { version: '1.0.0', integrity: 'x' } });
    expect(prepare().status).toBe(0);
    expect(runsOfNpm()).toBe(0);
  });

  test('accepts an installation without the parts for development to start, but not to test', () => {
    lockfile({ 'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '2.0.0', dev: true } });
    installed({ 'node_modules/one': { version: '1.0.0' } });
    prepare('prestart');
    expect(runsOfNpm()).toBe(0);
    prepare('pretest');
    expect(runsOfNpm()).toBe(1);
  });

  test('says in Japanese why it failed, shows what npm said, and tries again the next time', () => {
    fakeNpm(`console.error('npm error code ENOSPC'); process.exit(1)`);
    const { status, stderr } = prepare();
    expect(status).toBe(1);
    expect(stderr).toContain('ディスクの空きが足りません');
    expect(stderr).toContain('npm error code ENOSPC');
    prepare();
    expect(runsOfNpm()).toBe(2);
  });

  test('lets one of two at once install, while the other waits and says so', async () => {
    const [one, other] = await Promise.all([prepareAsync(), prepareAsync()]);
    expect([one.status, other.status]).toEqual([0, 0]);
    expect(runsOfNpm()).toBe(1);
    expect(one.stdout + other.stdout).toContain('別の起動が部品を用意しています');
  });

  test('waits for npm when the script that started it was killed, and does not start a second one beside it', async () => {
    const child = spawn(...command());
    while (runsOfNpm() === 0) await sleep(10);
    child.kill('SIGKILL');
    expect(prepare().status).toBe(0);
    expect(runsOfNpm()).toBe(1);
  });

  test('takes over from a dead holder whose number belongs to another process now', () => {
    writeFileSync(join(root, '.installing'), JSON.stringify([{ pid: process.pid, started: '1' }]));
    expect(prepare().status).toBe(0);
    expect(runsOfNpm()).toBe(1);
    expect(existsSync(join(root, '.installing'))).toBe(false);
  });
});

describe('the comparison with the lockfile', () => {
  const forElsewhere = { version: '1.0.0', optional: true, os: ['aix'], cpu: ['s390x'] };

  test('does not miss what is for another platform', () => {
    lockfile({ 'node_modules/aix': forElsewhere });
    installed({});
    expect(compareWithLockfile(root)).toBe('complete');
  });

  test('misses what is for this platform, optional or not', () => {
    lockfile({ 'node_modules/here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] } });
    installed({});
    expect(compareWithLockfile(root)).toBe('different');
  });

  test('notices what is there but not asked for', () => {
    lockfile({});
    installed({ 'node_modules/extra': { version: '1.0.0' } });
    expect(compareWithLockfile(root)).toBe('different');
  });
});
