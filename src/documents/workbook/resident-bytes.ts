import { readFile } from 'node:fs/promises';

/** Linux counts in pages of this size on every machine that Node is built for here. Bytes. */
const page = 4096;

/**
 * Resident memory of another process. Zero where the system does not say it in a file (macOS, Windows): there the child's own
 * heap limit and its own look at its memory stand alone.
 */
export async function residentBytes(pid: number | undefined): Promise<number> {
  if (pid === undefined || process.platform !== 'linux') return 0;
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * page;
}
