import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Config } from './config.ts';
import { PlainRefusal } from './domain/problem/plain-refusal.ts';

/** The address cannot be listened on; the message is for the user. */
export class PortRefused extends PlainRefusal {}

export interface Listening {
  readonly url: string;
  /** Answers what has begun, takes nothing new, and gives up on the rest after five seconds. */
  close(): Promise<void>;
}

/** @throws PortRefused when the port is taken or not allowed */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: `ポート${port}は、ほかのプログラムが使っています。`,
        EACCES: `ポート${port}を使う権限がありません。`,
        EADDRNOTAVAIL: `アドレス「${host}」はこのコンピューターにありません。`,
        ENOTFOUND: `アドレス「${host}」が見つかりません。`,
      };
      const reason = reasons[error.code ?? ''];
      reject(reason ? new PortRefused(`${reason}環境変数 PORT と HOST で別のアドレスを指定してください（例：PORT=3001 npm start）。`) : error);
    });
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${name}:${actual}/`,
    close: () => new Promise((resolve) => {
      const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
      server.close(() => { clearTimeout(impatient); resolve(); });
      server.closeIdleConnections();
    }),
  };
}

/**
 * Resolves when somebody wants the process to end: Ctrl-C, SIGTERM, the terminal closed, or npm, which started it, is gone
 * (npm passes no signal on when it is killed). A second request ends the process at once.
 */
export function whenAskedToStop(): { readonly asked: Promise<void> } {
  const asked = new Promise<void>((resolve) => {
    let count = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        count += 1;
        // A terminal sends Ctrl-C to npm and to us, and npm sends it on: the same wish twice in a moment is one wish.
        if (count > 2) process.exit(1);
        resolve();
      });
    }
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const npm = npmBehindShell(parent);
    const gone = () => (process.platform !== 'win32' && process.ppid !== parent) || !isAlive(parent) || (npm !== undefined && !isAlive(npm));
    setInterval(() => { if (gone()) resolve(); }, 500).unref();
  });
  return { asked };
}

/** npm runs a script through a shell, which some shells leave standing between npm and us: it outlives npm, and waits for us. */
function npmBehindShell(parent: number): number | undefined {
  try {
    const [above = '', name = ''] = existsSync(`/proc/${parent}/stat`)
      ? [/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))?.[1], readFileSync(`/proc/${parent}/comm`, 'utf8')]
      : /(\d+)\s+(\S+)/.exec(execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(parent)], { encoding: 'utf8' }))?.slice(1) ?? [];
    return /(?:^|\/)\w*sh\s*$/.test(name) && Number(above) > 1 ? Number(above) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
