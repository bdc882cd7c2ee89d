import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test.each(['/workspace/', '/workspace/board?state=draft', '/workspace/answer/12?a=%2F%2Fevil'])('goes back to %s', (wanted) => {
  expect(returnAddress(wanted)).toBe(wanted);
});

test.each([
  '', undefined, 'https://evil.example/', '//evil.example/workspace/', '/\\evil.example', '/workspace/../../evil', '/workspace/%2e%2e/evil', '/workspace\\@evil.example', '/workspace//../..//evil.example',
  'javascript:alert(1)', '/workspace/\r\nset-cookie:a', '/workspace/sign-out', '/workspace/sign-in?return=/workspace/sign-in', '/workspacex', '/healthz', `/workspace/${'a'.repeat(3_000)}`,
])('goes to the first page instead of %j', (wanted) => {
  expect(returnAddress(wanted)).toBe('/workspace/');
});
