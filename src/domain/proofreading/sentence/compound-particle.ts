import type { Token } from '../token.ts';

/** What follows に in compound particles (に基づき, について …). None of them can follow の or a bare noun. */
const tails = [
  '基づき', '基づく', '基づいて', '基づいた', 'もとづき', '対して', '対する', '対し、', '関する', '関して', '関し、', 'ついて', 'おいて', 'おける', '伴い', '伴う', '伴って',
  '際して', '際し、', '当たり、', '当たって', 'あたり、', 'あたって', '加えて', '加え、', '応じて', '応じた', '先立ち', '先立って', '沿って', '沿った', '限らず', '代わり、', '代えて',
  'かかわらず', '向けて', '向けた', '努め', 'つなが', 'わたり', 'わたって', '至るまで', '即した', '即して', '係る',
];

/** The tail that begins at the offset, if the token there is the beginning of such a word and not of another. */
export function compoundTail(text: string, offset: number, token: Token | undefined): string | null {
  if (!token || token.start !== offset) return null;
  // 「よる」 is 夜 as well; before a noun it is 「による」.
  if (token.surface === 'よる' && /^よる[一-龠ァ-ヶ]/.test(text.slice(offset, offset + 3))) return 'よる';
  if (token.pos === '名詞') return token.surface === '当たり' && text.startsWith('当たり、', offset) ? '当たり' : null;
  const tail = tails.find((candidate) => text.startsWith(candidate, offset));
  return tail === undefined ? null : tail.replace(/、$/, '');
}
