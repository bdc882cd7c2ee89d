import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says whether node_modules holds what package-lock.json asks for, going by the list that npm leaves at the end of an
 * installation (node_modules/.package-lock.json). It spares a second installation after somebody ran npm by hand.
 * @returns {'complete' | 'without development' | 'different'}
 */
export function compareWithLockfile(root) {
  let wanted, found;
  try {
    wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    found = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return 'different';
  }
  let developmentIsMissing = false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const there = found[path];
    if (there === undefined && mayBeMissing(entry)) continue;
    if (there === undefined && (entry.dev || entry.devOptional)) developmentIsMissing = true;
    else if (there?.version !== entry.version || there?.integrity !== entry.integrity) return 'different';
  }
  if (Object.keys(found).some((path) => !(path in wanted))) return 'different';
  return developmentIsMissing ? 'without development' : 'complete';
}

/** Optional parts that name no platform are the children of one that does. */
function mayBeMissing({ optional, os, cpu, libc }) {
  if (!optional) return false;
  if (os === undefined && cpu === undefined && libc === undefined) return true;
  return !allows(os, process.platform) || !allows(cpu, process.arch) || !allows(libc, libcHere());
}

/** npm's lists name what is allowed, or with "!" what is not. */
function allows(list, value) {
  if (list === undefined) return true;
  const names = Array.isArray(list) ? list : [list];
  if (names.includes(`!${value}`)) return false;
  return names.every((name) => name.startsWith('!')) || names.includes(value) || names.includes('any');
}

function libcHere() {
  if (process.platform !== 'linux') return undefined;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}
