import results from './automatic-results.json' with { type: 'json' };
import everyPage from './every-page-results.json' with { type: 'json' };

/** What axe found on the public pages. The journey tests hold this file against a run of theirs, and write it when they are asked to. */
export interface AutomaticResults {
  /** axe-core 4.14.1 */
  readonly tool: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Kinds of pages that were looked at. */
  readonly kindsOfPages: number;
  /** By number of the criterion: rules that had something to look at, and found nothing against it. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

export const automaticResults: AutomaticResults = results;

/** The last time that every page of a folder of several years was looked at and nothing was found (`npm run check:folder`, which writes it when it is asked to). */
export const everyPageResults: { readonly date: string; readonly pages: number } = everyPage;
