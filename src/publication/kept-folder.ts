import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutputFile } from './build-outputs.tsx';

const orderName = 'order.json';

/** Keeps files in a folder of their own, which appears whole: it is renamed when everything in it is written. */
export async function writeKept(files: readonly OutputFile[], folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(unfinished, path)), { recursive: true });
    await writeFile(join(unfinished, path), bytes);
  }
  await writeFile(join(unfinished, orderName), JSON.stringify(files.map(({ path }) => path)));
  await rename(unfinished, folder);
}

/** The names of what is kept, in its order; null where nothing is. */
export async function namesKept(folder: string): Promise<readonly string[] | null> {
  const order = await readFile(join(folder, orderName), 'utf8').catch(() => null);
  return order === null ? null : (JSON.parse(order) as string[]);
}

export async function readKept(folder: string): Promise<OutputFile[] | null> {
  const names = await namesKept(folder);
  return names && Promise.all(names.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })));
}
