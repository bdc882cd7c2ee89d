import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { processesIn } from './postmaster-pid.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { ask, useTestRoom, watchdogsOf } from './test-room.ts';

const asRoot = process.getuid?.() === 0;
const nobody = 65534;

async function refusalOf(promise: Promise<unknown>): Promise<EmbeddedPostgresError> {
  const refusal = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
  return refusal as EmbeddedPostgresError;
}

describe('a first start', () => {
  const room = useTestRoom({ shared: false });

  test('makes a database in UTF-8 that sorts by code point, writes through to the disk and is not on the network', async () => {
    const { connection } = await room.start();
    expect(await ask(connection, 'show server_encoding')).toBe('UTF8');
    expect(await ask(connection, 'select concat(datlocprovider, datlocale) from pg_database where datname = current_database()')).toBe('bC.UTF-8');
    expect(await ask(connection, 'show fsync')).toBe('on');
    expect(await ask(connection, 'show listen_addresses')).toBe('');
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    expect(await ask(connection, `select '𠮷野家 髙﨑 ※１'`)).toBe('𠮷野家 髙﨑 ※１');
  });

  test('that was cut short leaves nothing half made', async () => {
    for (const delay of [150, 300, 450]) {
      const pending = room.startInAnotherProcess();
      await sleep(delay);
      room.children.at(-1)!.kill('SIGKILL');
      await Promise.race([pending.catch(() => {}), once(room.children.at(-1)!, 'exit')]);
    }
    const server = await room.start();
    expect(await ask(server.connection, 'select 1')).toBe(1);
    // An initdb whose parent was killed may have gone on writing meanwhile: what it left goes with the next start.
    await server.stop();
    await room.start();
    expect(readdirSync(room.folder).filter((name) => name.startsWith('data.new'))).toEqual([]);
  });

  test('asks for a password where it must use the network of the machine', async () => {
    const { connection } = await room.start({ transport: 'tcp' });
    expect(connection.host).toBe('127.0.0.1');
    expect(await ask(connection, 'select 1')).toBe(1);
    await expect(ask({ ...connection, password: 'wrong' }, 'select 1')).rejects.toThrow(/password/);
  });

  test('is refused on data without PG_VERSION instead of making a new database over it', async () => {
    mkdirSync(join(room.folder, 'data', 'base'), { recursive: true });
    const refusal = await refusalOf(startEmbeddedPostgres({ folder: room.folder }));
    expect(refusal.message).toContain('PG_VERSION がありません');
    expect(existsSync(join(room.folder, 'data', 'base'))).toBe(true);
  });
});

describe('a later start', () => {
  const room = useTestRoom({ shared: true });

  test('finds the data of the one before', async () => {
    const first = await room.start();
    await ask(first.connection, `create table kept_1 as select '狛江市' as name`);
    await first.stop();
    const second = await room.start();
    expect(await ask(second.connection, 'select name from kept_1')).toBe('狛江市');
  });

  test('is refused on a folder that another process uses, naming the process and the folder', async () => {
    const { child } = await room.startInAnotherProcess();
    const refusal = await refusalOf(startEmbeddedPostgres({ folder: room.folder }));
    expect(refusal.problem).toBe('in use');
    expect(refusal.message).toContain(`番号 ${child.pid}`);
    expect(refusal.message).toContain(room.folder);
  });

  test('is refused on data of another PostgreSQL version, and touches nothing', async () => {
    await (await room.start()).stop();
    const data = join(room.folder, 'data');
    writeFileSync(join(data, 'PG_VERSION'), '17\n');
    const before = readdirSync(data, { recursive: true });
    const refusal = await refusalOf(startEmbeddedPostgres({ folder: room.folder }));
    expect(refusal.problem).toBe('other version');
    expect(refusal.message).toContain('PostgreSQL 17');
    expect(readdirSync(data, { recursive: true })).toEqual(before);
    writeFileSync(join(data, 'PG_VERSION'), '18\n');
  });

  test('works in a folder whose path is too long for a socket', async () => {
    room.folder = join(room.path, '行財政改革推進計画'.repeat(5), 'postgres');
    const server = await room.start();
    const { connection } = server;
    expect(connection.host.startsWith(tmpdir())).toBe(true);
    expect(statSync(connection.host).mode & 0o777).toBe(0o700);
    expect(await ask(connection, 'select 1')).toBe(1);
    await server.stop();
    expect(existsSync(connection.host)).toBe(false);
  });

  test('works in a folder with blanks, quotes and commas in its name', async () => {
    room.folder = join(room.path, `Ayumi, "data" 'x' %p`, 'postgres');
    expect(await ask((await room.start()).connection, 'select 1')).toBe(1);
  });
});

describe('a stop', () => {
  const room = useTestRoom({ shared: true });

  test('leaves no process and ends open connections', async () => {
    const server = await room.start();
    const client = new pg.Client(server.connection);
    client.on('error', () => {});
    await client.connect();
    await server.stop();
    expect(processesIn(join(room.folder, 'data'))).toEqual([]);
    expect(await server.ended).toEqual({ expected: true });
    await sleep(50);
    expect(watchdogsOf(server.pid)).toEqual([]);
    await client.end().catch(() => {});
  });

  test('may be asked for twice, and of a server that has ended', async () => {
    const server = await room.start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  });
});

describe.runIf(asRoot)('started by root', () => {
  const room = useTestRoom({ shared: false });

  test('the server runs without privileges', async () => {
    const server = await room.start();
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
  });

  test('it works below folders that only root can enter', async () => {
    chmodSync(room.path, 0o700);
    expect(await ask((await room.start()).connection, 'select 1')).toBe(1);
    chmodSync(room.path, 0o755);
  });

  test('a copy that root made of the data is handed over to the server', async () => {
    await (await room.start()).stop();
    for (const name of ['', ...readdirSync(room.folder, { recursive: true, encoding: 'utf8' })]) chownSync(join(room.folder, name), 0, 0);
    chmodSync(join(room.folder, 'data'), 0o755);
    expect(await ask((await room.start()).connection, 'select 1')).toBe(1);
  });

  test('an ordinary user may start it as well, on a folder of their own', async () => {
    mkdirSync(room.folder, { mode: 0o700 });
    chownSync(room.folder, nobody, nobody);
    const { pid, said } = await room.startInAnotherProcess({ uid: nobody, gid: nobody });
    expect(said.trim()).toBe(String(pid));
    expect(await ask({ host: join(room.folder, 'run'), port: 5432, user: 'ayumi', database: 'ayumi' }, 'select 1')).toBe(1);
  });

  test('an ordinary user is refused on the data of another', async () => {
    mkdirSync(join(room.folder, 'data'), { recursive: true });
    writeFileSync(join(room.folder, 'data', 'PG_VERSION'), '18\n');
    chownSync(room.folder, nobody, nobody);
    expect((await room.startInAnotherProcess({ uid: nobody, gid: nobody })).said).toContain('別の利用者（uid 0）');
  });
});
