import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun } from '../token.ts';

const media = /^(?:ウェブサイト|ホームページ|広報紙|広報誌|回覧板|SNS|ＳＮＳ|LINE|ＬＩＮＥ|チラシ|ポスター|掲示板|メールマガジン|ラジオ|防災無線|新聞|説明会|市報|町報|だより)$/;
const told = /^(?:公表|周知|告知|広報|紹介|呼び掛け|呼びかけ|案内)$/;

export const mediumAsObject = sentenceRule({
  name: 'medium-as-object', title: '「ウェブサイトを公表した」', family: 'sentence', level: 'advice',
  catches: '「結果は、市ウェブサイトを公表した」「広報紙を紹介した」のように、知らせる手段に「で」でなく「を」が付いている箇所。',
  why: '手段が知らせる内容のように読め、何を知らせたのかが分からなくなるためです。',
  example: { wrong: '会議の結果は、市ホームページを公表した。', right: '会議の結果は、市ホームページで公表した。' },
}, function* ({ tokens }) {
  const hasTopic = tokens.some(({ pos, surface }) => pos === '助詞' && surface === 'は');
  for (const [index, noun] of tokens.entries()) {
    const [wo, verb, suru] = tokens.slice(index + 1, index + 4);
    const name = /^[紙誌板網]$/.test(noun.surface) ? `${tokens[index - 1]?.surface ?? ''}${noun.surface}` : noun.surface;
    if (!media.test(name) || !isParticle(wo, 'を') || !isVerbalNoun(verb) || !told.test(verb!.surface) || suru?.base !== 'する') continue;
    // 説明会を周知する is what is told, where nothing else is the topic.
    if (/^(?:説明会|ポスター|ラジオ|市報|だより)$/.test(name) && !hasTopic) continue;
    yield { start: wo!.start, end: wo!.end, message: `「${name}を${verb!.surface}する」は、「${name}で${verb!.surface}する」の誤りと思われます。`, suggestion: 'で' };
  }
});
