/** Where everybody begins. */
export const firstPage = '/workspace/';

/**
 * The address to go to after sign-in, when it is one of the staff side and nothing else; otherwise the first page. What a
 * browser reads as another server (//evil.example, /\evil.example) is none of ours.
 */
export function returnAddress(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2_000 || !/^\/workspace(?:[/?]|$)/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return firstPage;
  const base = 'http://ayumi.invalid';
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || !/^\/workspace(?:\/|$)/.test(url.pathname) || /^\/workspace\/sign-(?:in|out)/.test(url.pathname)) return firstPage;
  return url.pathname + url.search;
}
