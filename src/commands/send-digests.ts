import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { claimDigest, finishDigest, insertDigests, loadDigest, type NewDigest, type StoredDigest } from '../database/digest-store.ts';
import { listOpenRequests, listRemindable } from '../database/open-requests.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { composeDigests, digestText } from '../domain/round/digest.ts';
import { type MailServer, openMailServer } from './mail-server.ts';
import type { MailSettings } from './mail-settings.ts';
import type { Refusal } from './refusal.ts';

export interface SendDigests {
  /** Who is reminded; whoever of them has nothing in hand any more, or was reminded today, is left out. */
  readonly personIds: readonly string[];
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** Where the staff side is reached, for the link in the message. */
  readonly address: string | null;
  /** Null: everything goes to the outbox. */
  readonly mail: MailSettings | null;
}

export type DigestsOutcome =
  | { readonly outcome: 'done'; readonly sent: number; readonly failed: number; readonly outbox: number; /** Left out. */ readonly skipped: number }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

const notSecretariat: Refusal = { code: 'not-secretariat', message: '督促を送れるのは事務局だけです。', fix: '事務局に依頼してください。' };

/**
 * Makes one reminder for each person with all that is in his or her hands, and hands it to the mail server. What is made is
 * stored before anything is sent: a person gets no second one that day, even when the program is stopped half-way.
 */
export async function sendDigests(db: Database, { personIds, actor, today, address, mail }: SendDigests): Promise<DigestsOutcome> {
  if (!holds(actor, 'secretariat')) return { outcome: 'refused', refusal: notSecretariat };
  const wanted = new Set(personIds);
  const made = await writeTransaction(db, async (trx) => {
    const { digests } = composeDigests(await listOpenRequests(trx), await listRemindable(trx, today), today);
    const rows = digests.filter(({ person }) => wanted.has(person.id)).map((digest): NewDigest => ({
      personId: digest.person.id, day: today, address: digest.person.email, ...digestText(digest, today, address), requests: digest.requests.length,
      overdue: digest.overdue, state: mail !== null && digest.person.email !== null ? 'sending' : 'outbox', createdBy: actor.personId,
    }));
    const inserted = await insertDigests(trx, rows);
    if (inserted.length > 0) {
      await appendAudit(trx, {
        actor: actor.staffNumber, action: 'make-digests', planId: null,
        details: { day: today, digests: inserted.map(({ id, personId, requests, overdue, state }) => ({ id, personId, requests, overdue, by: state === 'sending' ? 'mail' : 'outbox' })) },
      });
    }
    return inserted;
  });
  const toSend = made.filter(({ state }) => state === 'sending');
  const failed = mail === null ? 0 : await deliver(db, toSend, actor, mail);
  return { outcome: 'done', sent: toSend.length - failed, failed, outbox: made.length - toSend.length, skipped: wanted.size - made.length };
}

export type RetryOutcome = { readonly outcome: 'sent' | 'failed' } | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Sends a reminder that failed, was interrupted, or was put into the outbox although the person has an address. */
export async function retryDigest(db: Database, { id, actor, mail }: Pick<SendDigests, 'actor'> & { readonly id: number; readonly mail: MailSettings | null }): Promise<RetryOutcome> {
  if (!holds(actor, 'secretariat')) return { outcome: 'refused', refusal: notSecretariat };
  if (mail === null) {
    return { outcome: 'refused', refusal: { code: 'no-mail-server', message: 'メールサーバーが設定されていないため、送信できません。', fix: '印刷するか、本文を写して渡してください。' } };
  }
  const claimed = await writeTransaction(db, (trx) => claimDigest(trx, id));
  const digest = claimed ? await readTransaction(db, (trx) => loadDigest(trx, id)) : undefined;
  if (!digest) {
    return { outcome: 'refused', refusal: { code: 'not-to-be-sent', message: 'この督促は、送信済みか送信中です。', fix: '督促の一覧で状態を確かめてください。' } };
  }
  return { outcome: await deliver(db, [digest], actor, mail) === 0 ? 'sent' : 'failed' };
}

/** Hands reminders to the mail server, outside of any transaction, and notes what came of each. @returns how many it did not take */
async function deliver(db: Database, digests: readonly StoredDigest[], actor: Actor, mail: MailSettings): Promise<number> {
  if (digests.length === 0) return 0;
  const server = openMailServer(mail);
  try {
    // A server that is away is found out once, not once for each person.
    const away = await server.check();
    let failures = 0;
    for (const digest of digests) {
      const failure = away ?? await sendOne(server, digest);
      if (failure !== null) failures += 1;
      await writeTransaction(db, async (trx) => {
        await finishDigest(trx, digest.id, failure);
        await appendAudit(trx, {
          actor: actor.staffNumber, action: failure === null ? 'send-digest' : 'fail-digest', planId: null,
          details: { digest: digest.id, personId: digest.personId, ...(failure === null ? {} : { failure }) },
        });
      });
    }
    return failures;
  } finally {
    server.close();
  }
}

function sendOne(server: MailServer, { address, subject, body }: StoredDigest): Promise<string | null> {
  return server.send({ to: address ?? '', subject, text: body });
}
