import Type, { type TSchema } from 'typebox';

/** How many items a page has when nobody says. */
const usual = 50;
const most = 200;

export const pagingParameters = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1, description: 'ページの番号（１から）' })),
  perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: most, default: usual, description: `１ページの件数（${most}まで）` })),
};

/** A page of a list, as it is answered. */
export function pageSchema(item: TSchema): TSchema {
  return Type.Object({
    items: Type.Array(item, { description: 'このページの内容' }),
    total: Type.Integer({ description: '全体の件数' }),
    page: Type.Integer({ description: 'ページの番号' }),
    perPage: Type.Integer({ description: '１ページの件数' }),
    pages: Type.Integer({ description: 'ページの数' }),
  }, { additionalProperties: false });
}

export interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly page: number;
  readonly perPage: number;
  readonly pages: number;
}

export function pageOf(items: readonly unknown[], { page = 1, perPage = usual }: { readonly page?: number; readonly perPage?: number }): Page {
  return { items: items.slice((page - 1) * perPage, page * perPage), total: items.length, page, perPage, pages: Math.max(1, Math.ceil(items.length / perPage)) };
}

/** The header Link (RFC 8288). The addresses are relative to the one that was asked for, so they are right behind any proxy. */
export function linkHeader({ page, pages }: Page, query: URLSearchParams): string {
  const link = (to: number, relation: string) => {
    const other = new URLSearchParams(query);
    other.set('page', String(to));
    return `<?${other.toString()}>; rel="${relation}"`;
  };
  return [
    link(1, 'first'),
    ...(page > 1 ? [link(Math.min(page - 1, pages), 'prev')] : []),
    ...(page < pages ? [link(page + 1, 'next')] : []),
    link(pages, 'last'),
  ].join(', ');
}
