import { readFileSync } from 'node:fs';

/** The city's own sign-in service (OpenID Connect), where staff sign in once for everything. */
export interface OidcSettings {
  /** As the service names itself; its description stands below /.well-known/openid-configuration. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim of the ID token that carries the staff number (職員番号). */
  readonly staffNumberClaim: string;
  /** What the button calls the service. */
  readonly name: string;
}

/**
 * Reads AYUMI_OIDC_ISSUER, AYUMI_OIDC_CLIENT_ID, AYUMI_OIDC_CLIENT_SECRET or AYUMI_OIDC_CLIENT_SECRET_FILE,
 * AYUMI_OIDC_STAFF_NUMBER_CLAIM and AYUMI_OIDC_NAME. Every problem is added as a Japanese sentence; none shows the secret.
 *
 * @returns null where the city has no such service, or its settings are wrong
 */
export function readOidcSettings(environment: NodeJS.ProcessEnv, workspaceUrl: string | null, problems: string[]): OidcSettings | null {
  const given = Object.keys(environment).filter((name) => name.startsWith('AYUMI_OIDC_') && environment[name]);
  if (given.length === 0) return null;
  const before = problems.length;
  const issuer = environment['AYUMI_OIDC_ISSUER'] ?? '';
  const url = URL.parse(issuer);
  if (issuer === '') problems.push(`${given.join('、')} がありますが、AYUMI_OIDC_ISSUER がありません。認証サービスの発行者（issuer）を「https://sso.city.example.lg.jp/realms/staff」の形で指定してください。`);
  else if (!url || !isProtected(url) || url.search !== '' || url.hash !== '' || url.username !== '') problems.push(`AYUMI_OIDC_ISSUER の値「${issuer}」は使えません。「https://sso.city.example.lg.jp/realms/staff」の形で、httpsの番地を指定してください。`);
  const clientId = environment['AYUMI_OIDC_CLIENT_ID'] ?? '';
  if (clientId === '') problems.push('AYUMI_OIDC_CLIENT_ID がありません。認証サービスに登録したあゆみの識別子（client_id）を指定してください。');
  const clientSecret = secretFrom(environment, problems);
  const staffNumberClaim = environment['AYUMI_OIDC_STAFF_NUMBER_CLAIM'] || 'preferred_username';
  if (!/^[\w:./-]{1,200}$/.test(staffNumberClaim)) problems.push(`AYUMI_OIDC_STAFF_NUMBER_CLAIM の値「${staffNumberClaim}」は使えません。職員番号が入るクレームの名前を英数字で指定してください。`);
  if (workspaceUrl === null) problems.push('認証サービスでのサインインには、AYUMI_WORKSPACE_URL が必要です。職員用ページの場所を「https://ayumi.example.lg.jp」の形で指定してください。');
  const name = environment['AYUMI_OIDC_NAME'] || '職員認証サービス';
  if (problems.length > before) return null;
  return { issuer, clientId, clientSecret, staffNumberClaim, name };
}

function secretFrom(environment: NodeJS.ProcessEnv, problems: string[]): string {
  const direct = environment['AYUMI_OIDC_CLIENT_SECRET'] ?? '';
  const file = environment['AYUMI_OIDC_CLIENT_SECRET_FILE'] ?? '';
  if (direct !== '' && file !== '') problems.push('AYUMI_OIDC_CLIENT_SECRET と AYUMI_OIDC_CLIENT_SECRET_FILE の両方があります。どちらか一方にしてください。');
  else if (direct === '' && file === '') problems.push('AYUMI_OIDC_CLIENT_SECRET_FILE がありません。認証サービスの秘密鍵（client_secret）を書いたファイルの場所を指定してください。');
  if (direct !== '' || file === '') return direct;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret === '') problems.push(`AYUMI_OIDC_CLIENT_SECRET_FILE のファイル「${file}」が空です。`);
    return secret;
  } catch {
    problems.push(`AYUMI_OIDC_CLIENT_SECRET_FILE のファイル「${file}」を読めません。場所と、読む権限を確かめてください。`);
    return '';
  }
}

/** The secret and the tokens go to this address: in the clear only to this very computer. */
function isProtected({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
