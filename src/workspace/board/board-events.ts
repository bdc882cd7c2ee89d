import { streamSSE } from 'hono/streaming';
import type { RoundChanges, RoundSignal } from '../../database/round-changes.ts';
import type { WorkspaceContext } from '../workspace.ts';

/** Times of the stream in milliseconds; replaced in tests. */
export interface EventTiming {
  /** Changes that come within it are told at once. */
  readonly gather: number;
  /** A line without meaning, so that no proxy takes the connection for dead. */
  readonly heartbeat: number;
  /** After it the browser has to come again, and is asked who it is. */
  readonly longest: number;
}

export const eventTiming: EventTiming = { gather: 300, heartbeat: 20_000, longest: 300_000 };

/**
 * Tells a browser which requests of a round moved: event `moved` with their ids, or with none when anything may have moved.
 * The browser then fetches the page again, with all rights checked; nothing of the requests is in the stream itself.
 */
export function streamRoundEvents(context: WorkspaceContext, changes: RoundChanges, planId: string, fiscalYear: number, timing: EventTiming = eventTiming): Response {
  // Nginx gathers answers before it passes them on, unless it is told not to.
  context.header('x-accel-buffering', 'no');
  return streamSSE(context, async (stream) => {
    const moved = new Set<string>();
    let everything = false;
    const over = new AbortController();
    let wake = () => {};
    const listener = (signal: RoundSignal) => {
      if (signal.kind === 'closed') over.abort();
      else if (signal.kind === 'missed') everything = true;
      else if (signal.change.planId !== planId || signal.change.fiscalYear !== fiscalYear) return;
      else if (signal.change.requestId === null) everything = true;
      else moved.add(signal.change.requestId);
      wake();
    };
    const unsubscribe = changes.subscribe(listener);
    stream.onAbort(() => { over.abort(); wake(); });
    const end = Date.now() + timing.longest;
    try {
      await stream.write(': \n\n');
      while (!over.signal.aborted && Date.now() < end) {
        if (moved.size === 0 && !everything) {
          const pause = Math.max(Math.min(timing.heartbeat, end - Date.now()), 0);
          const woken = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), pause);
            wake = () => { clearTimeout(timer); resolve(true); };
          });
          wake = () => {};
          if (!woken) await stream.write(': \n\n');
        } else {
          await stream.sleep(timing.gather);
          const ids = everything ? [] : [...moved];
          moved.clear();
          everything = false;
          await stream.writeSSE({ event: 'moved', data: JSON.stringify(ids) });
        }
      }
    } finally {
      unsubscribe();
    }
  });
}
