import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';

/** What is simply done; 図る is to strive for a state. */
const deeds = /^(?:確認|点検|調査|募集|開催|実施|報告|配布|審査|聴取|通知|送付|協議|説明|回答|掲載|公表|検査|清掃|測定|訪問|集計|発行|支給|交付|相談|派遣|配置|購入|契約|締結|表彰|撤去|貸与|登録|受付|会議|研修|訓練|工事|委託|助言|指導|検証|分析|記録|更新)$/;

export const unnaturalHakaru = sentenceRule({
  name: 'unnatural-hakaru', title: '「確認を図った」など', family: 'sentence', level: 'advice',
  catches: '「状況の確認を図った」「アンケートの実施を図った」のように、単に行うことを表す語に「図る」が使われている箇所。',
  why: '「図る」は「向上を図る」のように、ある状態を目指すときに使う語で、行ったことには「行う」「実施する」を使うためです。',
  example: { wrong: '栄養士が衛生管理の状況の確認を図った。', right: '栄養士が衛生管理の状況の確認を行った。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, verb, end] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (!isParticle(token, 'を') || !noun || !deeds.test(noun.surface) || verb?.base !== '図る' || verb.pos !== '動詞') continue;
    // 「再発防止の研修を図る」 is wrong all the same; a compound (人員配置) may be a state.
    if (tokens[index - 2]?.pos === '名詞' && /^(?:配置|登録|契約|相談|更新|委託)$/.test(noun.surface)) continue;
    yield { start: noun.start, end: (end?.pos === '助動詞' ? end : verb).end, message: `「${text.text.slice(noun.start, verb.end)}」は不自然です。「${noun.surface}を行う」などとしてください。` };
  }
});
