import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

// A real browser for journeys: the Chromium that comes with npm, else one of the host. Without either the test says so and fails.

const hostBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

/** Starts a browser without a window. Requests to other machines fail at once: nothing of ours may make one. */
export async function startBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [fromNpm, fromHost]) {
    try {
      const { executablePath, args } = await find();
      // Names of files are Japanese; a host without a locale would write them otherwise.
      const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
      return await chromium.launch({ executablePath, env, args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'] });
    } catch (error) {
      failures.push(error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error));
    }
  }
  throw new Error(`このコンピューターではブラウザーを起動できないため、ブラウザーの試験を実行できません。Chromium を入れるか、環境変数 AYUMI_BROWSER にその場所を指定してください。（${failures.join(' / ')}）`);
}

async function fromNpm(): Promise<{ executablePath: string; args: string[] }> {
  if (process.env['AYUMI_BROWSER']) throw new Error('AYUMI_BROWSER is set');
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the packaged Chromium is for Linux on x64');
  return { executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter((argument) => argument !== '--single-process' && argument !== "--headless='shell'") };
}

async function fromHost(): Promise<{ executablePath: string; args: string[] }> {
  const executablePath = process.env['AYUMI_BROWSER'] ?? hostBrowsers.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no browser on this host');
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}
