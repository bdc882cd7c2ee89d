import { resolve } from 'node:path';
import { type MailSettings, readMailSettings } from './commands/mail-settings.ts';
import { PlainRefusal } from './domain/problem/plain-refusal.ts';
import { readSignInSettings, type SignInSettings } from './workspace/access/sign-in-settings.ts';

/** How this installation was set up, read once from the environment and the command line. */
export interface Config {
  /** Folder of everything that is kept: AYUMI_HOME, ./var by default. */
  readonly home: string;
  readonly host: string;
  /** 1–65535, or 0 for any free port (tests). */
  readonly port: number;
  /** An own PostgreSQL instead of the embedded one, or null. */
  readonly databaseUrl: string | null;
  /** Where the public side stands on the web (https://www.city.example.lg.jp/plans), for what needs whole addresses; or null. */
  readonly publicUrl: string | null;
  readonly signIn: SignInSettings;
  /** The city's mail server for reminders, or null: then they stand in an outbox. */
  readonly mail: MailSettings | null;
  /** Whether a new data folder starts without the sample. */
  readonly empty: boolean;
}

/** Settings that cannot be used; the message lists all of them in Japanese. */
export class UnusableConfig extends PlainRefusal {}

/**
 * Reads HOST, PORT, AYUMI_HOME, DATABASE_URL, AYUMI_PUBLIC_URL, SMTP_URL with MAIL_FROM, and the settings of sign-in.
 *
 * @throws UnusableConfig with every problem at once
 */
export function readConfig(environment: NodeJS.ProcessEnv, parameters: readonly string[]): Config {
  const problems: string[] = [];
  const port = environment['PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) problems.push(`PORT の値「${port}」は使えません。0から65535までの整数にしてください。`);
  const databaseUrl = environment['DATABASE_URL'] || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push('DATABASE_URL は「postgresql://利用者:パスワード@ホスト:5432/データベース」の形で指定してください。');
  }
  const publicUrl = environment['AYUMI_PUBLIC_URL'] || null;
  if (publicUrl !== null && !isPublicUrl(publicUrl)) {
    problems.push(`AYUMI_PUBLIC_URL の値「${publicUrl}」は使えません。公開する場所を「https://www.city.example.lg.jp/plans」の形で指定してください。`);
  }
  const signIn = readSignInSettings(environment);
  problems.push(...signIn.problems);
  const mail = mailSettings(environment, problems);
  const unknown = parameters.filter((parameter) => parameter !== '--empty');
  if (unknown.length > 0) problems.push(`指定「${unknown.join(' ')}」は使えません。使える指定は --empty（見本を読み込まずに始める）です。`);
  if (problems.length > 0) throw new UnusableConfig(problems.join('\n'));
  return {
    home: resolve(environment['AYUMI_HOME'] || 'var'),
    host: environment['HOST'] || 'localhost',
    port: Number(port),
    databaseUrl,
    publicUrl,
    signIn: signIn.settings,
    mail,
    empty: parameters.includes('--empty'),
  };
}

function mailSettings(environment: NodeJS.ProcessEnv, problems: string[]): MailSettings | null {
  try {
    return readMailSettings(environment);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** A whole address of the web, with nothing that a page cannot be put behind. */
export function isPublicUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
}
