import { expect, test } from 'vitest';
import { postsInWords } from './posts-in-words.ts';

const departments = ['一', '二', '三', '四', '五', '六'].map((number) => ({ id: number, name: `${number}課` }));
const post = (role: 'reporter' | 'section-head' | 'secretariat', department: string | null) => ({ role, department });

test('says the departments of a role in the order of the plan, and counts the rest of many', () => {
  expect(postsInWords([post('section-head', '二'), post('reporter', '三'), post('reporter', '一'), post('secretariat', null)], departments)).toEqual(['一課・三課　担当者', '二課　所属長', '事務局']);
  expect(postsInWords(departments.slice(0, 4).map(({ id }) => post('reporter', id)), departments)).toEqual(['一課・二課・三課・四課　担当者']);
  expect(postsInWords(departments.map(({ id }) => post('reporter', id)), departments)).toEqual(['一課・二課・三課ほか3部署　担当者']);
  expect(postsInWords([post('reporter', 'gone')], departments)).toEqual(['gone　担当者']);
  expect(postsInWords([], departments)).toEqual([]);
});
