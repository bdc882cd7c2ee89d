import { createTransport } from 'nodemailer';

/** The mail server of the city, as it was set up. */
export interface MailSettings {
  /** smtp://user:password@host:25 or smtps://…; options as in nodemailer (?ignoreTLS=true). */
  readonly url: string;
  /** The sender: 狛江市政策室 <seisaku@example.lg.jp>. */
  readonly from: string;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** An open way to the mail server. */
export interface MailServer {
  /** Null when the server can be reached and lets us in; otherwise why not, for the secretariat. */
  check(): Promise<string | null>;
  /** Null when the server took the message; otherwise why not. */
  send(message: Message): Promise<string | null>;
  close(): void;
}

/**
 * SMTP_URL and MAIL_FROM of the environment; null where no mail server is set up.
 *
 * @throws Error with a Japanese sentence when only half of it is there, or it cannot be used
 */
export function readMailSettings(environment: NodeJS.ProcessEnv): MailSettings | null {
  const url = environment['SMTP_URL'] ?? '';
  const from = environment['MAIL_FROM'] ?? '';
  if (url === '') return null;
  if (!/^smtps?:\/\/./.test(url) || !URL.canParse(url)) throw new Error('SMTP_URL は「smtp://利用者:パスワード@ホスト:25」の形で指定してください。');
  if (!/@[^\s@]+$/.test(from)) throw new Error('SMTP_URL を指定するときは、差出人のメールアドレスを MAIL_FROM に指定してください（例：MAIL_FROM=seisaku@example.lg.jp）。');
  return { url, from };
}

/** A server in the same house answers at once; who waits longer waits for nothing. Milliseconds. */
const patience = 15_000;

export function openMailServer({ url, from }: MailSettings): MailServer {
  const transport = createTransport({
    url, pool: true, maxConnections: 3, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: 2 * patience, disableFileAccess: true, disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    check: () => transport.verify().then(() => null, reasonOf),
    send: async ({ to, subject, text }) => {
      if (!/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(to)) return `メールアドレス「${to}」の形が正しくありません。`;
      return transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } }).then(() => null, reasonOf);
    },
    close: () => { transport.close(); },
  };
}

/** What went wrong, first in words for the secretariat, then what the server said. */
function reasonOf(error: unknown): string {
  const { code = '', response = '', message = '' } = error as { code?: string; response?: string; message?: string };
  const said = (response || message).replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  return `${words[code] ?? 'メールサーバーが送信を受け付けませんでした。'}${said ? `（${said}）` : ''}`;
}

const words: Readonly<Record<string, string>> = {
  ECONNECTION: 'メールサーバーに接続できませんでした。', ECONNREFUSED: 'メールサーバーに接続できませんでした。', ESOCKET: 'メールサーバーに接続できませんでした。',
  EDNS: 'メールサーバーの名前が見つかりませんでした。', ENOTFOUND: 'メールサーバーの名前が見つかりませんでした。', ETIMEDOUT: 'メールサーバーから応答がありませんでした。',
  EAUTH: 'メールサーバーの認証に失敗しました。', ETLS: 'メールサーバーとの暗号化の開始に失敗しました。', EENVELOPE: 'メールサーバーが宛先を受け付けませんでした。',
};
