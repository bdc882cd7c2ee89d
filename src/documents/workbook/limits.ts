/**
 * How much a foreign file may ask of this machine. A workbook of a plan has thousands of cells; these leave room for a hundred
 * times as much and stop everything that is made to hurt.
 */
export interface WorkbookLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes that all parts together may inflate to, counted while they inflate. */
  readonly inflatedBytes: number;
  /** Entries in the zip. */
  readonly entries: number;
  /** Cells that are written in the file, blank ones with a border too. */
  readonly writtenCells: number;
  /** Cells that hold something. */
  readonly filledCells: number;
  readonly merges: number;
  readonly sharedStrings: number;
  /** UTF-16 units of all shared strings, or of all cells of a text file. */
  readonly characters: number;
  readonly sheets: number;
  /** UTF-16 units of one tag or one stretch of text in XML. */
  readonly xmlToken: number;
  /** Elements of all parts that are read. */
  readonly xmlElements: number;
  /** Nested elements. */
  readonly xmlDepth: number;
  /** Resident memory of the child process. Bytes. */
  readonly memory: number;
  /** Milliseconds for the whole of it. */
  readonly time: number;
}

export const workbookLimits: WorkbookLimits = {
  fileBytes: 30 * 1024 * 1024,
  inflatedBytes: 200 * 1024 * 1024,
  entries: 2_000,
  writtenCells: 2_000_000,
  filledCells: 200_000,
  merges: 20_000,
  sharedStrings: 500_000,
  characters: 20_000_000,
  sheets: 200,
  xmlToken: 200_000,
  xmlElements: 10_000_000,
  xmlDepth: 100,
  memory: 512 * 1024 * 1024,
  time: 20_000,
};
