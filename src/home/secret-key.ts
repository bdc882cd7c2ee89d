import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key of this installation that signs cookies and encrypts the secrets of the second step; made at the first start,
 * readable by its owner alone (0600). It belongs into every backup: without it everybody must set up the second step anew.
 */
export function loadSecretKey(home: string): string {
  const folder = join(home, 'keys');
  const path = join(folder, 'sign-in.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    // A power cut leaves the whole key or none.
    const file = openSync(`${path}.new`, 'w', 0o600);
    writeSync(file, `${randomBytes(48).toString('base64url')}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(`${path}.new`, path);
  }
  const key = readFileSync(path, 'utf8').trim();
  if (key.length < 32) throw new Error(`${path} holds no whole key. Put it back from a backup; or remove it, and everybody sets up the second step anew.`);
  return key;
}
