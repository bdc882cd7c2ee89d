import { answerApi } from '../../src/api/answer-api.ts';
import type { Edition, PublishedEdition } from '../../src/domain/edition/edition.ts';

interface Listed<T> { readonly items: readonly T[]; readonly pages: number }

/** The edition put together again from the lists of the API, page by page. */
export async function editionFromApi(published: PublishedEdition): Promise<Pick<Edition, 'nodes' | 'indicators' | 'departments' | 'notes'>> {
  const { edition } = published;
  const base = `/api/v1/plans/${edition.plan.id}/editions/${edition.fiscalYear}`;
  const state = { editions: [published], superseded: [] };
  const ask = async <T>(path: string): Promise<T> => (await answerApi(new Request(`http://localhost${path}`), state, (fault) => { throw fault; }).json()) as T;
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await ask<Listed<T>>(`${base}/${path}?perPage=7&page=${page}`);
      items.push(...answer.items);
      pages = answer.pages;
    }
    return items;
  };
  const { notes } = await ask<{ notes: Edition['notes'] }>(base);
  return {
    nodes: (await all<Edition['nodes'][number] & { levelName: string; ancestors: unknown; indicators: unknown }>('nodes')).map(({ levelName: _name, ancestors: _above, indicators: _tied, ...node }) => node),
    indicators: (await all<Edition['indicators'][number] & { statusLabel: string }>('indicators')).map(({ statusLabel: _label, ...indicator }) => indicator),
    departments: (await all<Edition['departments'][number] & { owns: unknown; reported: unknown }>('departments')).map(({ owns: _owns, reported: _reported, ...department }) => department),
    notes,
  };
}
