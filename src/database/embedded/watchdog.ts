import { type ChildProcess, spawn } from 'node:child_process';
import type { Binaries } from './binaries.ts';
import type { ServerUser } from './server-user.ts';

/** Stops the server when our process ends without doing so, `kill -9` included. */
export interface Watchdog {
  /** To be called when the server has ended: its process id may be given to another from now on. */
  dismiss(): void;
}

/**
 * A shell that reads a pipe from us. The kernel closes the pipe when we die, however we die; then the server is asked to
 * shut down, and told to after half a minute. A shell, because it is 1 MB where another Node would be 40.
 */
const script = `
trap '' INT TERM HUP QUIT
while read -r word; do [ "$word" = dismissed ] && exit 0; done
alive() { kill -0 "$1" && ! grep -q '^State:.Z' "/proc/$1/status"; }
alive "$1" || exit 0
kill -INT "$1"
waited=0
while alive "$1"; do
  [ "$waited" -ge 30 ] && kill -QUIT "$1" && exit 0
  sleep 1
  waited=$((waited + 1))
done
`;

/** Windows has neither signals nor our shell. */
const windowsScript = `
const [pgCtl, data] = process.argv.slice(1)
let dismissed = false
process.stdin.on('data', () => { dismissed = true })
process.stdin.on('end', () => { if (!dismissed) require('node:child_process').spawnSync(pgCtl, ['stop', '-D', data, '-m', 'fast'], { windowsHide: true }) })
`;

const restartAfter = 1000; // milliseconds

/** Starts the watchdog of the server `pid`; when somebody ends the watchdog, another takes its place. */
export function setWatchdog(pid: number, dataFolder: string, binaries: Binaries, user: ServerUser): Watchdog {
  let dismissed = false;
  let child: ChildProcess;
  const begin = (): void => {
    if (dismissed) return;
    child =
      process.platform === 'win32'
        ? spawn(process.execPath, ['-e', windowsScript, binaries.pgCtl, dataFolder], {
            stdio: ['pipe', 'ignore', 'ignore'],
            windowsHide: true,
            detached: true,
          })
        : // In a session of its own: Ctrl+C and a closed terminal are for us to handle.
          spawn('/bin/sh', ['-c', script, 'ayumi-watchdog', String(pid)], {
            ...user.ids,
            cwd: '/',
            stdio: ['pipe', 'ignore', 'ignore'],
            detached: true,
          });
    child.on('error', () => {}); // no shell, no watchdog: the next start still takes an orphan over
    child.stdin?.on('error', () => {});
    child.on('exit', () => setTimeout(begin, restartAfter).unref());
    child.unref();
    (child.stdin as { unref?: () => void } | null)?.unref?.();
  };
  begin();
  return {
    dismiss() {
      dismissed = true;
      child.stdin?.end('dismissed\n');
    },
  };
}
