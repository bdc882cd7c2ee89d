import { resolve } from 'node:path';

/** How this installation was set up, read once from the environment and the command line. */
export interface Config {
  /** Folder of everything that is kept: AYUMI_HOME, ./var by default. */
  readonly home: string;
  readonly host: string;
  /** 1–65535, or 0 for any free port (tests). */
  readonly port: number;
  /** An own PostgreSQL instead of the embedded one, or null. */
  readonly databaseUrl: string | null;
  /** Whether a new data folder starts without the sample. */
  readonly empty: boolean;
}

/** Settings that cannot be used; the message lists all of them in Japanese. */
export class UnusableConfig extends Error {}

/**
 * Reads HOST, PORT, AYUMI_HOME and DATABASE_URL.
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
  const unknown = parameters.filter((parameter) => parameter !== '--empty');
  if (unknown.length > 0) problems.push(`指定「${unknown.join(' ')}」は使えません。使える指定は --empty（見本を読み込まずに始める）です。`);
  if (problems.length > 0) throw new UnusableConfig(problems.join('\n'));
  return {
    home: resolve(environment['AYUMI_HOME'] || 'var'),
    host: environment['HOST'] || 'localhost',
    port: Number(port),
    databaseUrl,
    empty: parameters.includes('--empty'),
  };
}
