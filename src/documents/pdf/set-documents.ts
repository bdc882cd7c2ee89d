import type { DocumentOrder } from './typst-order.ts';
import { startTypst, type TypstProcess } from './typst-process.ts';

/**
 * Sets documents as PDF, and gives the files of each in the order of its standards.
 *
 * @param onTaken told when the process that sets them has got them all, and this one is free for other work
 */
export type SetDocuments = (documents: readonly DocumentOrder[], onTaken?: () => void) => Promise<readonly (readonly Uint8Array[])[]>;

/** In a process of its own, which ends with the run: the compiler grows by tens of megabytes a run. */
export const setDocuments: SetDocuments = (documents, onTaken) => startTypst().run({ documents }, onTaken);

/**
 * The same with the first process started now, before it is known what there is to set: starting it and reading the fonts takes
 * as long as reading a plan does.
 */
export function setDocumentsAhead(): { readonly set: SetDocuments; end(): void } {
  let waiting: TypstProcess | null = startTypst();
  return {
    set(documents, onTaken) {
      const ready = waiting ?? startTypst();
      waiting = null;
      return ready.run({ documents }, onTaken);
    },
    end() {
      waiting?.end();
      waiting = null;
    },
  };
}
