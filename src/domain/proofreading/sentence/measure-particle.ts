import { adverbEnd, isNumber, isTurned } from '../clause.ts';
import { matchesOf, sentenceRule, type Slip } from '../rule.ts';
import { isParticle, type Token } from '../token.ts';

export const measureParticle = sentenceRule({
  name: 'measure-particle', title: '数や率に付く助詞', family: 'sentence', level: 'error',
  catches: '「来訪者数を大きく伸び」「受診率を３年連続で上昇した」「利用者数の前年度より増加した」のように、増減する数や率に、「が」「は」でない助詞が付いている箇所。',
  why: '「伸びる」「上昇する」は自ら変わることをいい、「を」「の」ではつながらないためです。',
  example: { wrong: '受診率を３年連続で上昇した。', right: '受診率が３年連続で上昇した。' },
}, function* ({ tokens, body, start }) {
  for (const index of tokens.keys()) {
    const verb = isParticle(tokens[index], 'を') && isMeasure(tokens, index - 1) ? changeAfter(tokens, index) : null;
    if (verb === null) continue;
    const { surface } = tokens[index - 1]!;
    yield { start: tokens[index]!.start, end: tokens[index]!.end, message: `「${surface}を${verb}」は、「${surface}が${verb}」の誤りと思われます。`, suggestion: 'が' };
  }
  for (const { index, 1: noun } of matchesOf(body, compared)) {
    const at = start + index + noun!.length;
    yield { start: at, end: at + 1, message: '比べる言葉が続くので、「の」は「は」か「が」の誤りと思われます。', suggestion: 'は' } satisfies Slip;
  }
});

const compared = /([数率額高量者])の(?:前年度|前年|前回|昨年度|前々年度)(?:より|(?:と|に)比べ|を[上下]回)/g;
/** What changes of itself: to make it change asks for させる. */
const changes = new Set(['伸びる', '増える', '減る', '下がる', '上がる', '高まる', '上昇', '低下', '減少', '増加', '向上', '急増', '急減', '倍増', '半減', '微増', '微減']);

function isMeasure(tokens: readonly Token[], index: number): boolean {
  const noun = tokens[index];
  return noun?.pos === '名詞' && /(?:[数率額高量者]|件数|人数|回数|割合|需要|売上|利用|人口|残高|時間|費用)$/.test(noun.surface);
}

/** The verb of change that を is left with, where nothing but adverbs, amounts and years stand between. */
function changeAfter(tokens: readonly Token[], particle: number): string | null {
  let at = particle + 1;
  while (at < particle + 10 && tokens[at]) {
    const [token, suru] = [tokens[at]!, tokens[at + 1]];
    if (changes.has(token.base)) {
      if (token.pos === '動詞') return isTurned(tokens, at) || /^(?:さ|せ)/.test(suru?.surface ?? '') ? null : token.surface;
      return suru?.base === 'する' && suru.surface === 'し' && !isTurned(tokens, at + 1) ? `${token.surface}し` : null;
    }
    const next = adverbEnd(tokens, at);
    if (next !== null) at = next;
    else if (isNumber(token) || token.detail2 === '助数詞' || /^(?:年|人|件|円|回|％|%|割|倍|ポイント|連続|連続で|で|より|から|に|と|前年度|前年|比|比べ|比べて|て|約|も|年度|令和|平成|万|億|千)$/.test(token.surface)) at += 1;
    else return null;
  }
  return null;
}
