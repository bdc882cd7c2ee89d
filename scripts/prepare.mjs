// Brings node_modules in line with package-lock.json before the product starts.
// Runs on the host's own Node (20 or later) before anything is installed, so it imports nothing but Node and its own folder.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const mark = join(modules, '.installed');
const neededMajor = 26;

const wanted = hashOfWhatIsAskedFor();
const problem = (readOrEmpty(mark) === wanted ? undefined : await install()) ?? missingNode();
if (problem) {
  process.stderr.write(`\n${problem}\n\n`);
  process.exitCode = 1;
}

/** The platform is part of the hash: a folder copied to another kind of machine must be installed anew. */
function hashOfWhatIsAskedFor() {
  const { dependencies, optionalDependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([process.platform, process.arch, dependencies, optionalDependencies, devDependencies, overrides]))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs unless what is there already fits. Returns a sentence for the person when it could not. */
async function install() {
  const { compareWithLockfile } = await import('./prepare/compare-with-lockfile.mjs');
  const found = compareWithLockfile(root);
  // An operator's `npm ci --omit=dev` is enough to start; it gets no mark, so that `npm test` still installs the rest.
  if (found === 'without development' && process.env.npm_lifecycle_event !== 'pretest') return undefined;
  if (found === 'complete') return leaveMark();

  const { takeInstallLock } = await import('./prepare/install-lock.mjs');
  const { runNpmCi } = await import('./prepare/run-npm-ci.mjs');
  const lock = await takeInstallLock(join(root, '.installing'));
  try {
    if (compareWithLockfile(root) === 'complete') return leaveMark(); // somebody else did it while we waited
    return (await runNpmCi(root, neededMajor, (npm) => lock.shareWith(npm))) ?? leaveMark();
  } finally {
    lock.release();
  }
}

function leaveMark() {
  try {
    writeFileSync(mark, wanted);
  } catch {
    // A read-only installation works as well: it is compared anew at each start.
  }
  return undefined;
}

function missingNode() {
  const running = Number.parseInt(process.versions.node, 10);
  const installed = ['node', 'node.cmd', 'node.exe'].some((name) => existsSync(join(modules, '.bin', name)));
  if (installed || running >= neededMajor) return undefined;
  return (
    `この機械（${process.platform} ${process.arch}）で動く Node ${neededMajor} が部品に含まれていません。いま動いているのは Node ${process.versions.node} です。\n` +
    `Node ${neededMajor} 以降をこの機械に入れてから、もう一度同じ操作をしてください。`
  );
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
