import { headAfter } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';

/** What is done to a thing, which is then the subject of the passive; 指摘, 委託, 表彰 happen to somebody who has を beside it. */
const doneToThings = new Set('実施 開催 設置 策定 整備 改定 改正 公表 公開 作成 導入 廃止 短縮 軽減 解消 改善 向上 削減 縮減 抑制 拡大 拡充 強化 緩和 促進 推進 活用 更新 撤去 開設 開始 完了 締結 確保 達成 実現 維持 継続 充実 簡素化 効率化 確認 発見 検出 解決 完成 運行 配布 発行 掲載 開放 募集 点検 修繕 改修 行う 進める 図る 設ける 高める'.split(' '));

export const passiveWithWo = sentenceRule({
  name: 'passive-with-wo', title: '「負担を軽減された」など', family: 'sentence', level: 'error',
  catches: '「負担を軽減された」「研修を実施された」のように、「〜される」の形に「を」が使われている箇所。',
  why: '「される」の形では、されるものに「が」が付くためです。「が軽減された」か「を軽減した」のどちらかにします。',
  example: { wrong: '職員の負担を軽減された。', right: '職員の負担が軽減された。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    if (!isParticle(token, 'を')) continue;
    const head = headAfter(tokens, index);
    if (!head || !doneToThings.has(head.word)) continue;
    const passive = tokens[head.verb + 1];
    if (passive?.base !== 'れる' || passive.detail !== '接尾' || !/^(?:た|、|まし|て|。|ため|こと|ます)$/.test(tokens[head.verb + 2]?.surface ?? '')) continue;
    // 「市長が実施された」 is courtesy; a report does not use it of itself.
    yield { start: token.start, end: passive.end, message: `「${text.text.slice(token.start, passive.end)}」は「${text.text.slice(token.start, passive.end).replace(/^を/, 'が')}」の誤りと思われます。` };
  }
});
