import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTestFolder } from '../../src/database/embedded/test-folder.ts';
import { killWhileAnswering } from './round.ts';

test('loses nothing that was acknowledged and leaves no half step while the product is killed', async () => {
  const folder = makeTestFolder('ayumi-round-');
  try {
    const { outcomes, faults } = await killWhileAnswering(folder, 3);
    expect(faults).toEqual([]);
    expect(outcomes['saved']).toBeGreaterThan(0);
    expect(outcomes['done']).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
