import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Global setup of the journeys: the sample is built once, by the real command, into the folder AYUMI_TEST_BUILT. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-journeys-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ['bin/ayumi.mjs', 'build', 'samples/komae-2020', '--out', join(folder, 'built')], { cwd: root, encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`The sample could not be built:\n${stderr}`);
  process.env['AYUMI_TEST_BUILT'] = join(folder, 'built');
  process.env['AYUMI_TEST_PUBLISHED'] = join(folder, 'published');
  return () => rmSync(folder, { recursive: true, force: true });
}
