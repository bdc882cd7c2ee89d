import { spawn } from 'node:child_process';
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { killWhileWriting } from '../../../scripts/faults/embedded-postgres.ts';
import { isAlive } from './postmaster-pid.ts';
import { ask, kill9, serversGone, useTestRoom, watchdogsOf } from './test-room.ts';

const room = useTestRoom({ shared: true });

describe('after kill -9', () => {
  test('of our process the server goes by itself, and the next start is an ordinary one', async () => {
    const { child, pid } = await room.startInAnotherProcess();
    await kill9(child);
    await serversGone(room.folder);
    expect(isAlive(pid)).toBe(false);
    await room.start();
  });

  test('of our process the next start need not wait for the server to go', async () => {
    const { child } = await room.startInAnotherProcess();
    await kill9(child);
    expect(await ask((await room.start()).connection, 'select 1')).toBe(1);
  });

  test('of our process and its watchdog the orphaned server is taken over, with its data', async () => {
    const { child, pid } = await room.startInAnotherProcess();
    const connection = { host: join(room.folder, 'run'), port: 5432, user: 'ayumi', database: 'ayumi' };
    await ask(connection, 'create table kept_2 as select 42 as answer');
    for (const watchdog of watchdogsOf(pid)) process.kill(watchdog, 'SIGKILL');
    await kill9(child);
    await sleep(200);
    expect(isAlive(pid)).toBe(true);
    const said: string[] = [];
    const server = await room.start({ report: (sentence) => said.push(sentence) });
    expect(server.pid).not.toBe(pid);
    expect(said[0]).toContain('前回の起動が残したデータベース');
    expect(await ask(server.connection, 'select answer from kept_2')).toBe(42);
  });

  test('of the watchdog alone another takes its place', async () => {
    const server = await room.start();
    const [first] = watchdogsOf(server.pid);
    process.kill(first!, 'SIGKILL');
    await sleep(1500);
    expect(watchdogsOf(server.pid)).toHaveLength(1);
    expect(watchdogsOf(server.pid)).not.toEqual([first]);
  });

  test('of the server we are told, and the next start brings everything back', async () => {
    const first = await room.start();
    await ask(first.connection, 'create table kept_3 as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    const end = await first.ended;
    expect(end.expected).toBe(false);
    expect(end.sentence).toContain('データベース');
    expect(await ask((await room.start()).connection, 'select answer from kept_3')).toBe(42);
  });

  test('of one or the other, three times in a row while it writes, nothing acknowledged is lost', async () => {
    const { acknowledged, lost } = await killWhileWriting(room.folder, 3);
    expect(acknowledged).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });
});

describe('a number in postmaster.pid that belongs to another process now', () => {
  test('does not keep the server from starting, and the other process is left alone', async () => {
    const first = await room.start();
    const pidFile = join(room.folder, 'data', 'postmaster.pid');
    const stale = readFileSync(pidFile, 'utf8');
    await first.stop();
    const owner = statSync(join(room.folder, 'data'));
    const foreign = spawn('sleep', ['60'], { uid: owner.uid, gid: owner.gid, stdio: 'ignore' });
    room.children.push(foreign);
    writeFileSync(pidFile, stale.replace(String(first.pid), String(foreign.pid)));
    chownSync(pidFile, owner.uid, owner.gid);
    expect(await ask((await room.start()).connection, 'select 1')).toBe(1);
    expect(foreign.exitCode ?? foreign.signalCode).toBeNull();
  });
});
