import { sentenceRule } from '../rule.ts';
import { wordUsage } from '../usage/word-usage.ts';

/** Adjectival nouns that take な before a noun and never の. Others take both: 緊急の, 個別の, 安全の, 独自の. */
const takesNa = new Set('可能 重要 有効 適切 適正 丁寧 円滑 容易 柔軟 迅速 確実 簡単 困難 主要 新た 多様 明確 十分 不十分 顕著 良好 好調 活発 適当 的確 正確 大幅 急激 急速 身近 手軽 気軽 快適 複雑 膨大 豊か 豊富 著名 貴重 不可欠 密接 緊密 平易 簡素 簡易'.split(' '));
/** Nouns of the dictionary that are used with な all the same. */
const usedWithNa = /^(?:規模|大規模|中規模|後ろ向き|前向き|小ぶり|大ぶり|がち|そう|ぞろい|不利益|内気|薄手|厚手|大型|小型|無理|無駄|心配|迷惑|面倒|苦手|得意|便利|不便|格安|割高|割安|横断|的|そのまま|きれい|高め|低め|早め|遅め|多め|少なめ|長め|短め|強め|弱め|おおまか|大まか|よう|みたい)$/;

export const naOrNo = sentenceRule({
  name: 'na-or-no', title: '「早期な発見」「可能の端末」', family: 'sentence', level: 'advice',
  catches: '「早期な発見」のように、「な」の付かない名詞に「な」が付いている箇所と、「可能の端末」のように、「な」で続く語に「の」が付いている箇所。',
  why: '助詞の打ち間違いで、文の形が整っているため見落としやすいためです。',
  example: { wrong: '疾病の早期な発見に努めた。', right: '疾病の早期の発見に努めた。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (before?.pos !== '名詞' || after?.pos !== '名詞' || after.detail === '非自立') continue;
    if (token.surface === 'な' && token.pos === '助動詞' && /^(?:一般|サ変接続|副詞可能)$/.test(before.detail) && /^[一-龠]{2,}$/.test(before.surface) && !usedWithNa.test(before.surface) && wordUsage().isFamiliar(before.surface)) {
      yield { start: before.start, end: token.end, message: `「${before.surface}」は「${before.surface}の」の形で名詞に続きます。`, suggestion: `${before.surface}の` };
    } else if (token.surface === 'の' && token.pos === '助詞' && takesNa.has(before.surface) && before.detail === '形容動詞語幹' && tokens[index - 2]?.pos !== '名詞') {
      yield { start: before.start, end: token.end, message: `「${before.surface}」は「${before.surface}な」の形で名詞に続きます。`, suggestion: `${before.surface}な` };
    }
  }
});
