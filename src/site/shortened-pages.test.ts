import { expect, test } from 'vitest';
import { noAssets } from '../../tests/render-all.ts';
import { shortenedPages } from './shortened-pages.tsx';

test('an address that is shortened leads to the nearest page above it, each once, and no page that is there is touched', () => {
  const pages = [...shortenedPages(['', 'plans/x/', 'plans/x/2020/editions/1/', 'plans/x/2020/editions/1/initiatives/01/', 'plans/x/2020/editions/1/initiatives/02/'], noAssets)];
  const led = pages.map(({ address, html }) => [address, /<meta http-equiv="refresh" content="0;url=([^"]*)"/.exec(html)?.[1]]);
  expect(Object.fromEntries(led)).toEqual({
    'plans/': '../index.html', 'plans/x/2020/': '../index.html', 'plans/x/2020/editions/': '../../index.html', 'plans/x/2020/editions/1/initiatives/': '../index.html',
  });
  expect(led).toHaveLength(4);
});
