import { expect, test } from 'vitest';
import { checkPostTitle } from './post-title.ts';

const codes = (...[title, role, name]: Parameters<typeof checkPostTitle>) => checkPostTitle(title, role, name).map(({ code }) => code);

test('a title is a 所属長\'s, short, printable, and never a name', () => {
  expect(codes('', 'reporter', '森 次郎')).toEqual([]);
  expect(codes('参事兼職員課長', 'section-head', '森 次郎')).toEqual([]);
  expect(codes('森林整備課長事務取扱', 'section-head', '森 次郎')).toEqual([]);
  expect(codes('参事兼職員課長', 'section-head', '課長 一男（見本）')).toEqual([]);
  expect(codes('参事', 'reporter', '森 次郎')).toEqual(['title-unwanted']);
  expect(codes('職員課長 森　次郎', 'section-head', '森 次郎')).toEqual(['title-names-person']);
  expect(codes('髙橋課長', 'section-head', '髙橋　花子')).toEqual(['title-names-person']);
  expect(codes('課\u202e長', 'section-head', '')).toEqual(['title-invalid']);
  expect(codes('長'.repeat(41), 'viewer', '')).toEqual(['title-unwanted', 'title-invalid']);
});
