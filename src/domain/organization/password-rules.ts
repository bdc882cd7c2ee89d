import { breachedPasswords, weakWords } from './breached-passwords.ts';

/** Length of a password in characters. Long ones are welcome; the upper end only keeps a request small. */
export const shortestPassword = 12;
export const longestPassword = 256;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly staffNumber: string;
  readonly name: string;
}

/**
 * Everything that speaks against a password, as Japanese sentences; none when it may be used. Length is what counts: no
 * mixture of characters is asked for, and no change every few months. Source: NIST SP 800-63B, 5.1.1.
 */
export function passwordProblems(password: string, { staffNumber, name }: PasswordOwner): string[] {
  const length = [...password].length;
  const problems: string[] = [];
  if (length < shortestPassword) problems.push(`パスワードは${shortestPassword}文字以上にしてください（今は${length}文字です）。`);
  if (length > longestPassword) problems.push(`パスワードは${longestPassword}文字以内にしてください。`);
  const plain = folded(password);
  if (staffNumber.length >= 3 && plain.includes(folded(staffNumber))) problems.push('パスワードに自分の職員番号を入れないでください。');
  if (namesOf(name).some((part) => plain.includes(part))) problems.push('パスワードに自分の氏名を入れないでください。');
  if (length >= shortestPassword && isWellKnown(plain)) problems.push('このパスワードは、漏えいしたパスワードの一覧にあるか、すぐに推測できるため、使えません。');
  return problems;
}

/** Width and case do not make a password another one. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The whole name and its parts; a part of one character is too common to be refused. */
function namesOf(name: string): string[] {
  const parts = folded(name).split(/[\s・（）()]+/).filter((part) => [...part].length >= 2);
  return [...new Set([...parts, parts.join('')])].filter((part) => part !== '');
}

/** In the list, or made of nothing but known words, one short piece again and again, or a run of the keyboard. */
function isWellKnown(plain: string): boolean {
  if (breachedPasswords.has(plain) || /^(.{1,4})\1+.{0,3}$/su.test(plain) || isRun(plain)) return true;
  const letters = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replaceAll(/[@4]/g, 'a').replaceAll('0', 'o').replaceAll('3', 'e').replaceAll(/[1!]/g, 'i').replaceAll(/[5$]/g, 's');
  return [plain, letters].some((text) => weakWords.reduce((rest, word) => rest.replaceAll(word, ''), text).replaceAll(/[^\p{L}]/gu, '') === '' && /\p{L}/u.test(text));
}

const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/', 'いろはにほへとちりぬるを', 'あいうえおかきくけこさしすせそ'];

function isRun(plain: string): boolean {
  return runs.some((run) => run.includes(plain) || [...run].toReversed().join('').includes(plain));
}
