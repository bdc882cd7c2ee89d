import { expect, test } from 'vitest';
import { detailInWords } from './detail-in-words.ts';

test('reads a step of an answer in the words of the screens', () => {
  expect(detailInWords({ base: null, cause: 'save', from: 'not-started', to: 'draft' })).toBe('元の版：なし　保存のきっかけ：下書き　変更前の状態：未着手　変更後の状態：作成中');
});

test('reads the beginning of a post as a day', () => {
  expect(detailInWords({ from: '2022-04-01', until: null })).toBe('始まり：2022-04-01　終わり：なし');
});

test('keeps what it does not know as it was written', () => {
  expect(detailInWords({ stranger: ['x', 3, true], nested: { role: 'secretariat' } })).toBe('stranger：x、3、はい　nested：（役割：事務局）');
});
