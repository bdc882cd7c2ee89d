import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const pauseMilliseconds = 250;

/**
 * Lets one installation at a time into this folder. Waits for a living holder, takes over from a dead one.
 * The kernel's own file locks are out of reach for a dependency-free script on an older Node, hence process ids.
 * @returns {Promise<{ shareWith(pid: number): void, release(): void }>} `shareWith` keeps the lock held while npm lives, even when this script is killed
 */
export async function takeInstallLock(file) {
  const since = Date.now();
  let nextWord = 0;
  while (!claim(file, [process.pid])) {
    const held = readOrEmpty(file);
    const holder = processesNamedIn(held).find(isAlive);
    if (holder === undefined) {
      putAside(file, held);
      continue;
    }
    if (Date.now() - since >= nextWord) {
      console.log(
        `別の起動が部品を用意しています（プロセス番号 ${holder.pid}、${Math.round((Date.now() - since) / 1000)} 秒待っています）。終わりしだい続けます。`,
      );
      nextWord += 5000;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  return {
    shareWith(pid) {
      const next = `${file}.${process.pid}`;
      writeFileSync(next, contents([process.pid, pid]));
      renameSync(next, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/** A link to a finished file: nobody ever sees a lock that is there but still empty. */
function claim(file, pids) {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, contents(pids));
  try {
    linkSync(next, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(next, { force: true });
  }
}

/** Two that find the same dead holder both come here: whoever catches a lock that is fresh meanwhile gives it back. */
function putAside(file, expected) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readOrEmpty(aside) !== expected) linkSync(aside, file);
  } catch {
    // Somebody else was quicker; the next round sees how things stand.
  }
  rmSync(aside, { force: true });
}

function contents(pids) {
  return JSON.stringify(pids.map((pid) => ({ pid, started: startOf(pid) })));
}

function processesNamedIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return started === null || startOf(pid) === started; // else the number was given to another process
}

/** Clock ticks from boot to the start of the process, where there is a /proc; null elsewhere, and for one that ended but was not collected yet. */
function startOf(pid) {
  const text = readOrEmpty(`/proc/${pid}/stat`);
  const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return text === '' || state === 'Z' ? null : rest[18];
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
