import type { SecondStepRule } from '../../domain/organization/sign-in-rules.ts';
import { type OidcSettings, readOidcSettings } from './oidc-settings.ts';

/** What an installation decides about sign-in. */
export interface SignInSettings {
  /** Minutes without a request after which a session ends: AYUMI_IDLE_MINUTES, 60. */
  readonly idleMinutes: number;
  /** AYUMI_SECOND_STEP: keepers (事務局 and システム管理者, the default) or everybody. */
  readonly secondStep: SecondStepRule;
  /** Where staff reach the workspace, when that is not what the server itself sees: AYUMI_WORKSPACE_URL, https://ayumi.example.lg.jp. */
  readonly workspaceUrl: string | null;
  /** The city's own sign-in service, or null: AYUMI_OIDC_ISSUER and what belongs to it. */
  readonly oidc: OidcSettings | null;
}

/** Reads the settings, and everything that is wrong with them as Japanese sentences. */
export function readSignInSettings(environment: NodeJS.ProcessEnv): { readonly settings: SignInSettings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const idle = environment['AYUMI_IDLE_MINUTES'] || '60';
  if (!/^\d{1,4}$/.test(idle) || Number(idle) < 5 || Number(idle) > 720) problems.push(`AYUMI_IDLE_MINUTES の値「${idle}」は使えません。5から720までの整数（分）にしてください。`);
  const secondStep = environment['AYUMI_SECOND_STEP'] || 'keepers';
  if (secondStep !== 'keepers' && secondStep !== 'everybody') problems.push(`AYUMI_SECOND_STEP の値「${secondStep}」は使えません。keepers（事務局とシステム管理者）か everybody（全員）にしてください。`);
  const url = environment['AYUMI_WORKSPACE_URL'] || null;
  if (url !== null && !/^https?:\/\/[^/\s]+\/?$/.test(url)) problems.push(`AYUMI_WORKSPACE_URL の値「${url}」は使えません。「https://ayumi.example.lg.jp」の形で指定してください。`);
  const workspaceUrl = url === null || problems.length > 0 ? null : new URL(url).origin;
  const oidc = readOidcSettings(environment, url, problems);
  return { settings: { idleMinutes: Number(idle), secondStep: secondStep === 'everybody' ? 'everybody' : 'keepers', workspaceUrl, oidc }, problems };
}
