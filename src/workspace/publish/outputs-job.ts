/** Where the outputs of what was published stand: pages, documents and data are made after the edition stands, and never keep it back. */
export type OutputsState =
  | { readonly state: 'none' }
  /** What was made so far, in the order in which it was finished. */
  | { readonly state: 'working'; readonly startedAt: string; readonly made: readonly string[] }
  | { readonly state: 'done'; readonly finishedAt: string }
  /** The edition stands all the same; the outputs can be made again. */
  | { readonly state: 'failed'; readonly failedAt: string };

export interface OutputsJob {
  readonly state: () => OutputsState;
  /** Makes the outputs; where they are being made already, once more afterwards. Resolves when they are made, at the latest after `patience`. */
  start(patience: number): Promise<void>;
}

/**
 * One job for all that is published: it makes the whole public side anew, so two at once would be for nothing.
 *
 * @param make makes the public side as the database has it, and tells what it has finished
 */
export function outputsJob(make: (progress: (made: string) => void) => Promise<void>, now: () => Date, fault: (error: unknown) => void): OutputsJob {
  let state: OutputsState = { state: 'none' };
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    const made: string[] = [];
    state = { state: 'working', startedAt: now().toISOString(), made };
    try {
      await make((name) => made.push(name));
      state = { state: 'done', finishedAt: now().toISOString() };
    } catch (error) {
      fault(error);
      state = { state: 'failed', failedAt: now().toISOString() };
    }
  };
  return {
    state: () => state,
    async start(patience) {
      const mine = (running ?? Promise.resolve()).then(run);
      running = mine;
      void mine.then(() => { if (running === mine) running = null; });
      let timer: ReturnType<typeof setTimeout> | undefined;
      await Promise.race([mine, new Promise<void>((resolve) => { timer = setTimeout(resolve, patience); })]);
      clearTimeout(timer);
    },
  };
}
