import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.ts';

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
