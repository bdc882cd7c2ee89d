import type { Approval } from './paragraph.ts';

/** 政策室長（代決）: the post that approved, and what must be said beside it. */
export function approvalInWords({ post, byDeputy, correctedAfter }: Approval): string {
  const beside = [...(byDeputy ? ['代決'] : []), ...(correctedAfter ? ['承認後に事務局が修正'] : [])];
  return beside.length > 0 ? `${post}（${beside.join('、')}）` : post;
}
