import pg from 'pg';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { ConnectionConfig } from './connection.ts';

/** Something moved in a round. */
export interface RoundChange {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** Null when it was the round itself. */
  readonly requestId: string | null;
}

/** What a listener is told: a change, or that changes may have been missed, or that nothing more will come. */
export type RoundSignal = { readonly kind: 'changed'; readonly change: RoundChange } | { readonly kind: 'missed' } | { readonly kind: 'closed' };

/** What moves in rounds, as it moves: one connection to the database for all who listen in this process. */
export interface RoundChanges {
  /** @returns how to stop listening */
  subscribe(listener: (signal: RoundSignal) => void): () => void;
  /** Resolves when the database is listened to. */
  ready(): Promise<void>;
  /** Tells everybody that nothing more comes, and closes the connection. */
  close(): Promise<void>;
}

const channel = 'ayumi_round';
/** First and longest wait before another try to connect. Milliseconds. */
const waits = { first: 250, longest: 15_000 };

/** Listens to channel ayumi_round from the first subscriber on; connects again when the connection is lost. */
export function listenToRounds(config: ConnectionConfig): RoundChanges {
  const listeners = new Set<(signal: RoundSignal) => void>();
  let client: pg.Client | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = waits.first;
  let closed = false;
  let connecting: Promise<void> | null = null;
  let connected = Promise.withResolvers<void>();
  const tell = (signal: RoundSignal) => { for (const listener of listeners) listener(signal); };

  const lost = (from: pg.Client) => {
    if (client !== from || closed) return;
    client = null;
    connected = Promise.withResolvers<void>();
    timer = setTimeout(connect, wait);
    timer.unref();
    wait = Math.min(wait * 2, waits.longest);
  };

  function connect(): void {
    const own = new pg.Client({ ...config, application_name: 'ayumi board', keepAlive: true });
    client = own;
    own.on('error', () => lost(own));
    own.on('end', () => lost(own));
    own.on('notification', ({ payload = '' }) => {
      const change = changeFrom(payload);
      if (change) tell({ kind: 'changed', change });
    });
    connecting = (async () => {
      try {
        await own.connect();
        await own.query(`listen ${channel}`);
        if (client !== own) return;
        wait = waits.first;
        connected.resolve();
        // What moved before, or while nobody was connected, is not told again.
        tell({ kind: 'missed' });
      } catch {
        lost(own);
        await own.end().catch(() => {});
      }
    })();
  }

  return {
    subscribe(listener) {
      if (closed) {
        listener({ kind: 'closed' });
        return () => {};
      }
      listeners.add(listener);
      if (client === null && timer === undefined) connect();
      return () => { listeners.delete(listener); };
    },
    ready: () => connected.promise,
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      tell({ kind: 'closed' });
      listeners.clear();
      const own = client;
      client = null;
      await connecting;
      await own?.end().catch(() => {});
    },
  };
}

/** 「planId fiscalYear requestId」, without the last when the round itself moved. */
function changeFrom(payload: string): RoundChange | null {
  const [, planId, year, requestId] = /^(\S+) (\d+)(?: (\d+))?$/.exec(payload) ?? [];
  return planId === undefined ? null : { planId, fiscalYear: Number(year), requestId: requestId ?? null };
}
