import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

/** Verbs that take an object with を and cannot follow a noun directly. */
const verbs = new Set(['行う', '行なう', 'おこなう', '図る', '進める', '深める', '求める', '設ける', '高める', '受ける', '目指す', '踏まえる', '促す', '講じる', '講ずる', '講る', '通じる', '定める', '認める', '得る']);
/** Nouns that stand as adverbs: 今回行った, ３回行い, 年度内行う. */
const adverbial = /^(?:以上|以下|別途|今後|従来|毎年|毎月|毎日|毎週|昨年|今年|本年|前年|同年|年度|年間|回|度|件|日|月|時|際|都度|随時|順次|一部|全部|全て|すべて|全員|各自|自ら|独自|一括|同時|直接|事前|事後|適宜|例年|通年|再度|現在|当初|当日|翌日|同日|その後|一方|多く|際|限り|中|後|前|内|外|上|間|ごと|ほか|他|うち|方|等|など)$/;

export const missingWo = sentenceRule({
  name: 'missing-wo', title: '「を」の脱落', family: 'sentence', level: 'error',
  catches: '「テーマ募集行い」「検討進めた」「周知図る」のように、動作を表す名詞と「行う」「図る」「進める」などの間の「を」が抜けている箇所。',
  why: '助詞が抜けると、文がつながらないためです。',
  example: { wrong: '庁内においてテーマ募集行い、検討した。', right: '庁内においてテーマ募集を行い、検討した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !isObject(token) || next.pos !== '動詞' || next.detail !== '自立' || !verbs.has(next.base)) continue;
    // 「検討中行う」 and 「実施行為」 were cut otherwise; 「得る」 after a verbal noun is 「し得る」 in another spelling.
    if (adverbial.test(token.surface) || (next.base === '得る' && !isVerbalNoun(token))) continue;
    yield { start: token.start, end: next.end, message: `「${token.surface}」と「${next.surface}」の間の「を」が抜けていると思われます。`, suggestion: `${token.surface}を${next.surface}` };
  }
});

function isObject(token: Token): boolean {
  if (token.pos !== '名詞') return false;
  return isVerbalNoun(token) || token.detail === '一般' || (token.detail === '接尾' && /^(?:化|性|度|率|力|費|会|策|案|金|料|課題)$/.test(token.surface));
}
