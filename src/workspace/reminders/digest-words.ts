import type { StoredDigest } from '../../database/digest-store.ts';

/** What became of a reminder, in words. */
export function digestStateWords({ state, interrupted }: Pick<StoredDigest, 'state' | 'interrupted'>): string {
  if (interrupted) return '送信の途中で中断';
  switch (state) {
    case 'outbox': return '送付箱';
    case 'sending': return '送信中';
    case 'sent': return '送信済み';
    case 'failed': return '送信できず';
  }
}
