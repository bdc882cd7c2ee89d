import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** Predicates that need a subject with が: 確保が難しい. */
const adjectives = new Set(['難しい', '多い', '少ない', '高い', '低い', '大きい', '小さい', '強い', '弱い', '著しい', '乏しい', '望ましい', '厳しい', '新しい', '等しい', 'ない', '無い', '長い', '短い', '早い', '遅い', '広い', '狭い', '激しい', '目覚ましい', '欠かせない']);
const adjectivalNouns = new Set(['明らか', '必要', '困難', '不足', '不可欠', '重要', '顕著', '十分', '不十分', '良好', '好調', '多様', '深刻']);
/** Compounds with these are words: 入手困難, 人手不足, 関心事. */
const compounding = new Set(['困難', '不足', '重要', '必要', '十分', '良好', '不十分']);

export const missingGa = sentenceRule({
  name: 'missing-ga', title: '「が」の脱落', family: 'sentence', level: 'error',
  catches: '「人材の確保難しい」「課題明らかとなった」「関心高い」のように、名詞と形容詞などの間の「が」「は」が抜けている箇所。',
  why: '助詞が抜けると、何がどうであるのかがつながらないためです。',
  example: { wrong: '専門職の確保難しい状況です。', right: '専門職の確保が難しい状況です。' },
}, function* ({ tokens }) {
  for (const [index, noun] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !isSubject(tokens, index)) continue;
    const adjective = next.pos === '形容詞' && next.detail === '自立' && adjectives.has(next.base) && /\p{Script=Han}/u.test(next.surface);
    const predicate = next.detail === '形容動詞語幹' && adjectivalNouns.has(next.surface) && isPredicate(tokens, index + 1) && (!compounding.has(next.surface) || isModified(tokens, index));
    if (!adjective && !predicate) continue;
    yield { start: noun.start, end: next.end, message: `「${noun.surface}」と「${next.surface}」の間の「が」などが抜けていると思われます。`, suggestion: `${noun.surface}が${next.surface}` };
  }
});

function isSubject(tokens: readonly Token[], index: number): boolean {
  const { pos, detail, detail2, surface } = tokens[index]!;
  if (pos !== '名詞' || ['非自立', '代名詞', '数', '副詞可能', '形容動詞語幹', 'ナイ形容詞語幹'].includes(detail) || /副詞可能|助数詞|形容動詞語幹|特殊/.test(detail2)) return false;
  if (detail === '接尾') return /^(?:性|率|力|者|員|費|料|度|数|量|額|化|感|会|者数|金)$/.test(surface);
  // 数多い, 名高い, 幅広い, 根強い: one kanji before an adjective belongs to it.
  return surface.length >= 2 && !/^(?:[一二三四五六七八九]つ|[一二三四五六七八九十]+[分割倍年日]|実り|うち|根気|思いのほか)$/.test(surface);
}

/** 「の確保」「した支援」: a noun that is qualified is no part of the word after it. */
function isModified(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.pos === '名詞' || tokens[first - 1]?.pos === '接頭詞') first -= 1;
  const before = tokens[first - 1];
  return before?.surface === 'の' && before.detail === '連体化';
}

function isPredicate(tokens: readonly Token[], index: number): boolean {
  const [next, after] = tokens.slice(index + 1, index + 3);
  if (!next) return false;
  return (next.pos === '助動詞' && /^(?:な|だっ|で|です|だ|でし)$/.test(next.surface)) || (/^[にと]$/.test(next.surface) && after?.base === 'なる');
}
