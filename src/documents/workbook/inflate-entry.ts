import { crc32, createInflateRaw } from 'node:zlib';
import type { WorkbookLimits } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Counts what all parts of a file inflate to, and the memory of this process, while they inflate. */
export class InflationBudget {
  private left: number;
  private readonly limits: WorkbookLimits;

  constructor(limits: WorkbookLimits) {
    this.limits = limits;
    this.left = limits.inflatedBytes;
  }

  /** @throws WorkbookRefused as soon as the file has inflated to more than its limit */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new WorkbookRefused('inflates-too-large', String(this.limits.inflatedBytes / 1_048_576));
    if (process.memoryUsage.rss() > this.limits.memory) throw new WorkbookRefused('out-of-memory', String(this.limits.memory / 1_048_576));
  }
}

/** The bytes of an entry piece by piece; the whole is never held. A part that is damaged is refused at its end. */
export async function* inflateEntry({ name, packed, stored, crc, declaredSize }: ZipEntry, budget: InflationBudget): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let size = 0;
  const inflater = createInflateRaw({ chunkSize: 65_536 });
  if (!stored) inflater.end(packed);
  const pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = stored ? [packed] : inflater;
  try {
    for await (const piece of pieces) {
      budget.spend(piece.length);
      sum = crc32(piece, sum);
      size += piece.length;
      if (size > declaredSize) throw new WorkbookRefused('broken-zip', `「${name}」が目次より大きく展開されます`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new WorkbookRefused('broken-zip', `「${name}」を展開できません`);
    throw error;
  } finally {
    inflater.destroy();
  }
  if (size !== declaredSize || sum !== crc) throw new WorkbookRefused('broken-zip', `「${name}」の内容が目次と合いません`);
}
