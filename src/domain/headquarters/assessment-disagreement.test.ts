import { expect, test } from 'vitest';
import { disagreementOf } from './assessment-disagreement.ts';

const scale = [{ id: 'a', name: 'Ａ' }, { id: 'b', name: 'Ｂ' }, { id: 'c', name: 'Ｃ' }];

test('the best assessment beside an indicator that has turned back needs an explanation', () => {
  expect(disagreementOf('a', scale, [{ title: '市債残高', status: 'ahead' }, { title: '基金残高', status: 'receding' }])).toContain('指標「基金残高」の判定「目標から後退」');
});
test('the worst assessment while every indicator is on its way needs one too', () => {
  expect(disagreementOf('c', scale, [{ title: '市債残高', status: 'ahead' }, { title: '比率', status: 'withheld' }])).toContain('全て順調');
});
test('agreement, a middle step, no indicator, a withheld judgement or no assessment need none', () => {
  expect(disagreementOf('a', scale, [{ title: 'x', status: 'ahead' }])).toBeNull();
  expect(disagreementOf('b', scale, [{ title: 'x', status: 'receding' }])).toBeNull();
  expect(disagreementOf('a', scale, [])).toBeNull();
  expect(disagreementOf('c', scale, [{ title: 'x', status: 'withheld' }])).toBeNull();
  expect(disagreementOf(null, scale, [{ title: 'x', status: 'receding' }])).toBeNull();
});
