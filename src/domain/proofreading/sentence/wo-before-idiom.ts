import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** People and bodies at whom something is aimed. */
const people = /(?:者|員|民|童|生|徒|婦|世帯|職員|児|人|団体|企業|学校|家庭|家族|親子|親|学生|若者|女性|男性|シニア|事業者)$/;
/** What something is made from. */
const sources = /^(?:結果|意見|調査|データ|実績|計画|情報|資料|記録|提言|答申|報告|分析|評価|等|など|アンケート|要望)$/;
const idiom = /^(?:対象|中心|主体|講師|座長|委員長|本部長|会長|代表)$/;

export const woBeforeIdiom = sentenceRule({
  name: 'wo-before-idiom', title: '「を対象に」「を基に」の「を」の脱落', family: 'sentence', level: 'error',
  catches: '「小学生対象とする講座」「若手職員中心とするチーム」「分析の結果基に」のように、「を対象とする」「を基に」などの「を」が抜けている箇所。',
  why: '決まった言い方の助詞が抜けると、前の語とのつながりが分からないためです。',
  example: { wrong: '小学生対象とする講座を実施した。', right: '小学生を対象とする講座を実施した。' },
}, function* ({ tokens }) {
  for (const [index, noun] of tokens.entries()) {
    const [word, particle, verb] = tokens.slice(index + 1, index + 4);
    if (noun.pos !== '名詞' && noun.surface !== 'など' || !word || !particle) continue;
    if (!(aimsAt(noun, word, particle, verb) || (sources.test(noun.surface) && /^[基元]$/.test(word.surface) && particle.surface === 'に'))) continue;
    yield { start: noun.start, end: word.end, message: `「${noun.surface}」と「${word.surface}」の間の「を」が抜けていると思われます。`, suggestion: `${noun.surface}を${word.surface}` };
  }
});

function aimsAt(noun: Token, word: Token, particle: Token, verb: Token | undefined): boolean {
  if (!people.test(noun.surface) || !idiom.test(word.surface)) return false;
  return (particle.surface === 'と' && verb?.base === 'する') || (particle.surface === 'に' && word.surface === '対象');
}
