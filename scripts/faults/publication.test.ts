import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTestFolder } from '../../src/database/embedded/test-folder.ts';
import { killWhilePublishing } from './publication.ts';

test('an edition stands whole with its row in the log and its outputs, or not at all, while the product is killed', async () => {
  const folder = makeTestFolder('ayumi-publication-');
  try {
    const { rounds, editions, faults } = await killWhilePublishing(folder, 3);
    expect(faults).toEqual([]);
    expect(editions).toBeLessThanOrEqual(rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
