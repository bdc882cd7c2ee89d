import { readWorkbook, type ReadWorkbook } from '../../documents/workbook/read-workbook.ts';

/** Workbooks that were read a moment ago, so that the pages of one import do not each read it again. */
export interface WorkbookShelf {
  /** Reads the bytes in a process with limits, one workbook after the other, or takes what was read of the same bytes. */
  read(sha256: string, name: string, bytes: () => Promise<Uint8Array>): Promise<ReadWorkbook>;
}

/** Cells of all workbooks on the shelf; the ones that were used longest ago make room. */
const mostCells = 200_000;

/** Cells of one workbook that hold something. The longest table that is read has 3,000 rows; this is twenty cells in each. */
const mostFilled = 60_000;

export function openWorkbookShelf(): WorkbookShelf {
  const shelf = new Map<string, ReadWorkbook>();
  // A reading may take 512 MB: two at once would be felt by everybody else.
  let last: Promise<unknown> = Promise.resolve();
  const put = (key: string, read: ReadWorkbook) => {
    shelf.delete(key);
    shelf.set(key, read);
    while ([...shelf.values()].reduce((sum, one) => sum + cellsOf(one), 0) > mostCells && shelf.size > 1) shelf.delete(shelf.keys().next().value!);
  };
  return {
    async read(sha256, name, bytes) {
      // A text file has no sheet but its name.
      const key = `${sha256} ${name}`;
      const found = shelf.get(key);
      if (found) {
        put(key, found);
        return found;
      }
      const reading = last.then(async () => shelf.get(key) ?? readWorkbook(await bytes(), { name: name.replace(/\.[^.]*$/, ''), limits: { filledCells: mostFilled } }));
      last = reading.catch(() => null);
      const read = await reading;
      if (read.ok) put(key, read);
      return read;
    },
  };
}

function cellsOf(read: ReadWorkbook): number {
  return read.ok ? read.sheets.reduce((sum, { cells }) => sum + cells.length, 0) : 0;
}
