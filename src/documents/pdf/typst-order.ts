export type PdfStandard = 'ua-1' | 'a-2a';

/** What a process of the compiler is started with. */
export interface TypstTools {
  /** Folder of the templates, the only one that they may read from. */
  readonly folder: string;
  readonly fontFolders: readonly string[];
}

/** One document: set once, written in each of the standards. */
export interface DocumentOrder {
  /** The template, below the folder: pdf/report.typ. */
  readonly main: string;
  /** JSON that the template reads as /data.json; never markup. */
  readonly data: string;
  /** YYYY-MM-DD, the date in the properties of the file; the clock is not asked, so that it is the same whenever it is made. */
  readonly date: string;
  readonly standards: readonly PdfStandard[];
}

export interface SetOrder {
  readonly documents: readonly DocumentOrder[];
}

/** The files of each document, in the order asked for. */
export type SetAnswer = { readonly ok: true; readonly documents: readonly (readonly Uint8Array[])[] } | { readonly ok: false; readonly reason: string };
