import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun } from '../token.ts';

/** サ変 verbs without an object: 減少する, not を減少する. 拡大, 縮小, 終了 and the like are used both ways and left alone. */
const intransitive = new Set(['減少', '増加', '向上', '低下', '上昇', '発生', '進展', '悪化', '定着', '浸透', '下落', '好転', '成長', '発展', '普及', '減収', '増収', '低迷', '停滞', '進行', '流行', '成立', '完了', '増大', '激減', '急増', '半減', '多発', '老朽', '老朽化', '到来', '集中', '難航', '両立', '一致', '存在', '減速', '連動', '矛盾', '開通', '竣工', '閉館', '多様化', '高齢化', '老齢化', '孤立']);
/** 完了, 普及 and 集中 have an object often enough in offices not to be called wrong. */
const tolerated = new Set(['完了', '普及', '集中', '進行', '増大', '半減', '発展']);

export const intransitiveWo = sentenceRule({
  name: 'intransitive-wo', title: '「〜を減少した」など', family: 'sentence', level: 'advice',
  catches: '「経費を減少した」「満足度を向上した」のように、目的語をとらない動詞に「を」が使われている箇所。',
  why: '「減少する」「向上する」などは「〜が減少する」の形で使う動詞で、働きかけを表すには「減少させる」「減らす」とするためです。',
  example: { wrong: '時間外勤務を減少した。', right: '時間外勤務を減少させた。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const noun = tokens[index + 1];
    const suru = tokens[index + 2];
    if (!isParticle(token, 'を') || !isVerbalNoun(noun) || !intransitive.has(noun!.surface) || tolerated.has(noun!.surface)) continue;
    // させる is right; するための環境 and the like are wrong all the same.
    if (suru?.base !== 'する' || suru.surface === 'さ' || suru.surface === 'せ') continue;
    yield {
      start: token.start, end: suru.end,
      message: `「${noun!.surface}する」は「〜が${noun!.surface}する」の形で使います。働きかけを表すときは「${noun!.surface}させる」などとしてください。`,
      ...(/^(?:し|する)$/.test(suru.surface) ? { suggestion: text.text.slice(token.start, noun!.end) + (suru.surface === 'し' ? 'させ' : 'させる') } : {}),
    };
  }
});
