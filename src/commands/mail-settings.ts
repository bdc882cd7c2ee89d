/** The mail server of the city, as it was set up. */
export interface MailSettings {
  /** smtp://user:password@host:25 or smtps://…; options as in nodemailer (?ignoreTLS=true). */
  readonly url: string;
  /** The sender: 狛江市政策室 <seisaku@example.lg.jp>. */
  readonly from: string;
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
