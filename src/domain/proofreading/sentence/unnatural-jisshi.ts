import { sentenceRule } from '../rule.ts';
import { isParticle, type Token } from '../token.ts';

/** States and attitudes; they can be aimed at, not carried out. */
const states = new Set(['向上', '充実', '強化', '促進', '推進', '拡充', '改善', '配慮', '理解', '維持', '確保', '検討', '工夫', '安定', '定着', '連携', '協力', '努力', '注意', '軽減', '削減', '縮減', '節減', '抑制', '低減', '解消', '防止', '予防', '拡大', '縮小', '短縮', '高度化', '活性化', '明確化', '平準化', '健全化', '適正化', '効率化', '円滑化']);

export const unnaturalJisshi = sentenceRule({
  name: 'unnatural-jisshi', title: '「円滑化を実施した」など', family: 'sentence', level: 'advice',
  catches: '「業務の円滑化を実施した」「連携の強化を実施した」「検討を実施した」のように、状態や心構えを表す語に「実施する」が使われている箇所。',
  why: '「実施する」は事業や行事について使う語で、状態の変化には「図る」「努める」、考えることには「行う」を使うためです。',
  example: { wrong: '常駐させることで業務の円滑化を実施した。', right: '常駐させることで業務の円滑化を図った。' },
}, function* ({ tokens, text }) {
  for (const [index, wo] of tokens.entries()) {
    const verb = tokens[index + 1];
    if (!isParticle(wo, 'を') || !/^(?:実施|開催)$/.test(verb?.surface ?? '') || tokens[index + 2]?.base !== 'する') continue;
    const noun = tokens[index - 1];
    if (!noun || noun.pos !== '名詞') continue;
    // 円滑化, 適正化: an adjectival noun made a verb. デジタル化 and 民営化 are things that are carried out.
    const madeState = noun.surface === '化' && (tokens[index - 2]?.detail === '形容動詞語幹' || states.has(`${tokens[index - 2]?.surface}化`));
    if (!madeState && !states.has(noun.surface)) continue;
    const start = madeState ? tokens[index - 2]!.start : noun.start;
    const words = text.text.slice(start, noun.end);
    yield { start, end: tokens[index + 2]!.end, message: `「${words}を${verb!.surface}する」は不自然です。「${words}を${betterVerb(noun)}」などとしてください。` };
  }
});

function betterVerb({ surface }: Token): string {
  return /^(?:検討|工夫|配慮|連携|協力|努力|理解|注意)$/.test(surface) ? '行う' : '図る';
}
