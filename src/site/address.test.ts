import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCard, relativeLink } from './address.ts';

test('links lead from a page to a page or a file wherever the site is put', () => {
  expect(relativeLink('', 'plans/x/')).toBe('plans/x/index.html');
  expect(relativeLink('plans/x/2020/initiatives/05/', 'plans/x/2020/initiatives/06/#p2')).toBe('../06/index.html#p2');
  expect(relativeLink('plans/x/2020/', 'plans/x/2020/report.pdf')).toBe('report.pdf');
  expect(relativeLink('plans/x/2020/', '')).toBe('../../../index.html');
  expect(relativeLink('plans/x/2020/', 'plans/x/2020/')).toBe('index.html');
});

test('a relative link resolves to what was meant, from any page to any page', () => {
  const address = fc.array(fc.constantFrom('a', 'b', '05'), { maxLength: 5 }).map((parts) => parts.map((part) => `${part}/`).join(''));
  fc.assert(fc.property(address, address, (from, to) => {
    expect(new URL(relativeLink(from, to), `http://site/base/${from}`).pathname).toBe(`/base/${to}index.html`);
  }));
});

test('cards, and nothing else, may stand in the frames of others', () => {
  for (const path of ['plans/x/cards/indicators/1/index.html', 'plans/x/2020/cards/initiatives/05/index.html']) expect(isCard(path)).toBe(true);
  for (const path of ['plans/x/cards/index.html', 'plans/x/2020/cards/index.html', 'plans/x/cards/indicators/index.html', 'plans/x/2020/indicators/1/index.html', 'workspace/plans/x/cards/indicators/1/', 'plans/x/2020/editions/1/cards/indicators/1/']) expect(isCard(path), path).toBe(false);
});
