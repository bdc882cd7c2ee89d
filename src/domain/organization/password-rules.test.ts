import { describe, expect, test } from 'vitest';
import { lockMinutesAfter } from './lock-out.ts';
import { passwordProblems } from './password-rules.ts';
import { parseStaffNumber } from './staff-number.ts';

const owner = { staffNumber: '100234', name: '多摩川 花子' };

describe('a password is refused', () => {
  test.each([
    ['when it is shorter than twelve characters', 'kawa-no-oto', '12文字以上にしてください（今は11文字です）'],
    ['when it is longer than 256 characters', 'あゆ'.repeat(129), '256文字以内'],
    ['when it holds the own staff number', 'yane-100234-kawara', '職員番号を入れない'],
    ['when it holds the own staff number in full width', 'yane-１００２３４-kawara', '職員番号を入れない'],
    ['when it holds the own family name', 'asa no 多摩川 to kaze', '氏名を入れない'],
    ['when it holds the own name without the blank', 'kirei na 多摩川花子 desu', '氏名を入れない'],
    ['when it stands in the list, in capitals too', 'Qwerty123456', '漏えい'],
    ['when it is a known word with other signs in it', 'P@ssw0rd!!2026', '漏えい'],
    ['when it is made of known words and digits', 'Komae-Shiyakusho-2026', '漏えい'],
    ['when it is one character again and again', 'aaaaaaaaaaaaa', '漏えい'],
    ['when it is a piece again and again', 'ab12ab12ab12ab', '漏えい'],
    ['when it is a run of the keyboard', '1qaz2wsx3edc4r', '漏えい'],
    ['when it is a run of digits backwards', '987654321098', '漏えい'],
  ])('%s', (_, password, sentence) => {
    expect(passwordProblems(password, owner).join('')).toContain(sentence);
  });
});

test.each(['kawazu tobikomu mizu no oto', '古池や蛙飛びこむ水の音かな', 'x9$kQ-7vLm2pR', 'じてんしゃ4だいとねこの耳', `${'長いパスワード'.repeat(5)}と猫の足音が階段の下から聞こえた`])('takes %s', (password) => {
  expect(passwordProblems(password, owner)).toEqual([]);
});

test('says everything that is wrong at once', () => {
  expect(passwordProblems('多摩川100234', owner)).toHaveLength(3);
});

test('does not take two letters of the word password for the person of that name', () => {
  expect(passwordProblems('mori no naka no koya', { staffNumber: '7', name: '林 森' })).toEqual([]);
});

test('locks for a minute after five failures, and twice as long after each more, up to an hour', () => {
  expect([1, 4, 5, 6, 7, 10, 11, 12, 5_000].map(lockMinutesAfter)).toEqual([0, 0, 1, 2, 4, 32, 60, 60, 60]);
});

test('reads a staff number in full width and with blanks around it, and nothing else', () => {
  expect(parseStaffNumber(' １００２３４　')).toBe('100234');
  expect(parseStaffNumber('Ａ－01')).toBe('A-01');
  for (const typed of ['', '100 234', '職員', "1' or 1=1", 'a'.repeat(31)]) expect(parseStaffNumber(typed)).toBeNull();
});
