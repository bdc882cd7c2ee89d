import { expect, test } from 'vitest';
import { settleNotes } from './settle-notes.ts';

const note = (mark: string, text: string) => ({ mark, text });
const carried = [note('※１', '前年の文章')];

test('takes what the answers make while the secretariat has saved nothing', () => {
  expect(settleNotes({ composed: [...carried, note('※２', '担当者の文章')], kept: null, carried, marks: [] }).notes).toEqual([note('※１', '前年の文章'), note('※２', '担当者の文章')]);
});

test('lets the words of an owner replace what was only carried over, and adds new ones, also after the secretariat has saved', () => {
  const settled = settleNotes({ composed: [note('※１', '担当者の文章'), note('※２', '新しい注')], kept: carried, carried, marks: ['※１', '※２'] });
  expect(settled).toEqual({ notes: [note('※１', '担当者の文章'), note('※２', '新しい注')], review: [] });
});

test('keeps what the secretariat wrote, and says what the owner wrote', () => {
  const { notes, review } = settleNotes({ composed: [note('※１', '担当者の文章')], kept: [note('※1', '事務局の文章')], carried, marks: ['※１'] });
  expect(notes).toEqual([note('※1', '事務局の文章')]);
  expect(review).toEqual([{ place: 'notes', id: '※１', message: '注「※１」は、担当者が値に添えた文章と異なります。担当者の文章：「担当者の文章」' }]);
  expect(settleNotes({ composed: carried, kept: [note('※１', '事務局の文章')], carried, marks: [] }), 'nobody else has written').toEqual({ notes: [note('※１', '事務局の文章')], review: [] });
});

test('drops a note that no figure has any more, and keeps one that a figure refers to', () => {
  const gone = { composed: carried, kept: [...carried, note('※２', '取り下げた回答の注')], carried };
  expect(settleNotes({ ...gone, marks: [] }).notes).toEqual(carried);
  expect(settleNotes({ ...gone, marks: ['※2'] }).notes).toEqual([...carried, note('※２', '取り下げた回答の注')]);
});
