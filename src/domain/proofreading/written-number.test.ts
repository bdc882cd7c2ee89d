import { expect, test } from 'vitest';
import { writtenNumber, yearOfEra } from './written-number.ts';

test('digits of either width are read alike, with and without marks of thousands', () => {
  expect(['12', '１２', '1,234', '１，２３４', '元'].map(writtenNumber)).toEqual([12, 12, 1234, 1234, 1]);
});

test('the first year of an era is 元, and an era that is not known has no year', () => {
  expect([yearOfEra('令和', '元'), yearOfEra('令和', '２'), yearOfEra('平成', '31'), yearOfEra('昭和', '64')]).toEqual([2019, 2020, 2019, 1989]);
  expect(yearOfEra('大化', '1')).toBeNaN();
});
