import { matchesOf, sentenceRule } from '../rule.ts';

const noun = '(?<=[一-龠々ァ-ヶーA-Za-z」）])';
/** A particle that a fixed phrase does not have, and the one that it has. */
const phrases: readonly (readonly [pattern: RegExp, right: string])[] = [
  [new RegExp(`${noun}[にがでと](?=踏まえ|問わず|経て|めぐ[りっる])`, 'g'), 'を'],
  // 「制度に通じた職員」 knows it well.
  [new RegExp(`${noun}(?:[がでと](?=通じ(?:て|た)[一-龠、])|に(?=通じて[一-龠、]))`, 'g'), 'を'],
  [new RegExp(`${noun}[に](?=目指[しす]|(?<!年度?に|月に|日に|回に|期に|際に)対象[にと]|中心[にと](?:し|、|[一-龠]))`, 'g'), 'を'],
  [new RegExp(`${noun}[を](?=基づ[きくいけ]|対し[て、]|対する|関し[て、]|関する|際し[て、]|応じ(?:て|た)|ついて|おける|わたり|わたって|かかわらず|先立ち|先立って|沿って|沿った|資する|努め|係る)`, 'g'), 'に'],
  [new RegExp(`${noun}[がと](?=基づ[きくい]|対して|関する|際し|おける|努め)`, 'g'), 'に'],
  [/(?<=前年度?|昨年度?|前回|前年同[月期]|目標値?|計画値?|見込み|予算額?|平均|[0-9０-９][人件円回％])[にが](?=(?:大きく|大幅に|わずかに|やや)?(?:[0-9０-９.．,，]{1,8}(?:人|件|円|回|％|ポイント))?[上下]回[っりる])/g, 'を'],
  [/(?<=前年度?|昨年度?|前回|前年同[月期]|前年同月末)を(?=比べ[て、])/g, 'に'],
  [new RegExp(`${noun}を(?=(?:必要|重要|困難|容易|不可欠|十分)(?:な[一-龠こも]|である|であっ|であり|で、|だっ))`, 'g'), 'が'],
  [/(?<=(?:の|的な?|する|した)(?:観点|視点))[にをが](?=(?:[一-龠]{2}の)?(?:検討|見直|点検|検証|評価|判断|審査|取り組|実施|行[いうっわ]|分析|整理|改め|助言|意見|、[一-龠]))/g, 'から'],
  [/(?<=機関|団体|事業者|企業|大学|学校|警察|消防|住民|市民|協議会|自治会|町会|商工会|自治体|医療機関)[にを](?=(?:連携|協働|提携)(?:し|する|を図))/g, 'と'],
  [/(?<=[一-龠])を(?=(?:増加|減少|上昇|低下|向上)(?:傾向|した(?:こと|ため)))/g, 'が'],
];

export const fixedParticle = sentenceRule({
  name: 'fixed-particle', title: '決まった言い方の助詞', family: 'sentence', level: 'error',
  catches: '「結果に踏まえ」「計画を基づき」「市民に対象とした」「前年度に上回った」「支援を必要な世帯」「関係機関に連携し」のように、決まった言い方の助詞が異なっている箇所。',
  why: '「を踏まえ」「に基づき」「を上回る」などは助詞まで決まっており、異なる助詞では文がつながらないためです。',
  example: { wrong: '調査の結果に踏まえて検討した。', right: '調査の結果を踏まえて検討した。' },
}, function* ({ body, start, tokens }) {
  for (const [pattern, right] of phrases) {
    for (const { index, 0: wrong } of matchesOf(body, pattern)) {
      // Only a particle of its own: the で of ので and the に of 新たに are none.
      const at = start + index;
      if (!tokens.some((token) => token.start === at && token.end === at + wrong.length && token.pos === '助詞')) continue;
      yield { start: at, end: at + wrong.length, message: `「${body.slice(Math.max(0, index - 2), index + 4)}」の「${wrong}」は「${right}」の誤りと思われます。`, suggestion: right };
    }
  }
});
