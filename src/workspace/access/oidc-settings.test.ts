import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSignInSettings } from './sign-in-settings.ts';

const whole = {
  AYUMI_WORKSPACE_URL: 'https://ayumi.example.lg.jp', AYUMI_OIDC_ISSUER: 'https://sso.example.lg.jp/realms/staff', AYUMI_OIDC_CLIENT_ID: 'ayumi', AYUMI_OIDC_CLIENT_SECRET: 'hidden-words',
};

test('there is no sign-in service where nothing is said of one', () => {
  expect(readSignInSettings({})).toMatchObject({ settings: { oidc: null }, problems: [] });
});

test('reads a service, with the usual claim and a name where none is given', () => {
  expect(readSignInSettings(whole)).toMatchObject({ problems: [], settings: { oidc: { issuer: whole.AYUMI_OIDC_ISSUER, clientId: 'ayumi', clientSecret: 'hidden-words', staffNumberClaim: 'preferred_username', name: '職員認証サービス' } } });
});

test('reads the secret from a file, without the line break behind it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ayumi-oidc-')), 'secret');
  writeFileSync(file, 'from a file\n');
  expect(readSignInSettings({ ...whole, AYUMI_OIDC_CLIENT_SECRET: '', AYUMI_OIDC_CLIENT_SECRET_FILE: file })).toMatchObject({ problems: [], settings: { oidc: { clientSecret: 'from a file' } } });
  expect(readSignInSettings({ ...whole, AYUMI_OIDC_CLIENT_SECRET: '', AYUMI_OIDC_CLIENT_SECRET_FILE: `${file}-gone` }).problems).toEqual([expect.stringContaining('を読めません')]);
});

test('says everything that is wrong at once, and never the secret', () => {
  const { settings, problems } = readSignInSettings({ AYUMI_OIDC_ISSUER: 'http://sso.example.lg.jp', AYUMI_OIDC_CLIENT_SECRET: 'hidden-words', AYUMI_OIDC_CLIENT_SECRET_FILE: '/x', AYUMI_OIDC_STAFF_NUMBER_CLAIM: '職員番号' });
  expect(settings.oidc).toBeNull();
  expect(problems.map((problem) => /^[\w ]*/.exec(problem)?.[0].trim())).toEqual(['AYUMI_OIDC_ISSUER', 'AYUMI_OIDC_CLIENT_ID', 'AYUMI_OIDC_CLIENT_SECRET', 'AYUMI_OIDC_STAFF_NUMBER_CLAIM', '']);
  expect(problems[4]).toContain('AYUMI_WORKSPACE_URL が必要です');
  expect(problems.join()).not.toContain('hidden-words');
});

test.each(['AYUMI_OIDC_ISSUER', 'AYUMI_OIDC_CLIENT_ID', 'AYUMI_OIDC_CLIENT_SECRET', 'AYUMI_WORKSPACE_URL'])('misses %s', (name) => {
  const { settings, problems } = readSignInSettings({ ...whole, [name]: undefined });
  expect([settings.oidc, problems.length]).toEqual([null, 1]);
  expect(problems[0]).toContain(name);
});

test('sends secrets in the clear only to this very computer', () => {
  expect(readSignInSettings({ ...whole, AYUMI_OIDC_ISSUER: 'http://localhost:8080' }).problems).toEqual([]);
  for (const issuer of ['http://10.0.0.1', 'ftp://sso.example.lg.jp', 'sso.example.lg.jp', 'https://u:p@sso.example.lg.jp', 'https://sso.example.lg.jp?x=1']) expect(readSignInSettings({ ...whole, AYUMI_OIDC_ISSUER: issuer }).problems).toHaveLength(1);
});
