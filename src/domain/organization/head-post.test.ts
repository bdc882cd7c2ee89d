import { expect, test } from 'vitest';
import { headPostOf } from './head-post.ts';

test('the head of a department is called after it, and plainly where the name ends otherwise', () => {
  expect(['政策室', '財政課', '議会事務局', '中央図書館', '地域センター', 'デジタル推進担当'].map(headPostOf)).toEqual(['政策室長', '財政課長', '議会事務局長', '中央図書館長', '地域センター長', 'デジタル推進担当の所属長']);
});
