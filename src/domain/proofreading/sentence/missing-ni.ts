import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';
import { compoundTail } from './compound-particle.ts';
import { isComparison, isMoment } from './yori-as-from.ts';

export const missingNi = sentenceRule({
  name: 'missing-ni', title: '「に」の脱落', family: 'sentence', level: 'error',
  catches: '「可否などついて」「計画基づき」「利用者対して」のように、「について」「に基づき」などの「に」が抜けている箇所。',
  why: '決まった形の助詞の一部が抜けており、文がつながらないためです。',
  example: { wrong: '郵送対応の可否などついて検討した。', right: '郵送対応の可否などについて検討した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const isNoun = token.pos === '名詞' && token.detail !== '非自立' && token.detail2 !== '助数詞' && !/副詞可能/.test(token.detail + token.detail2);
    const isList = /^(?:など|等|ほか)$/.test(token.surface);
    const closes = /^[」』）]$/.test(token.surface);
    if (!isNoun && !isList && !closes) continue;
    const tail = bareYori(tokens, index, text.text) ?? compoundTail(text.text, token.end, tokens[index + 1]);
    // つなが, 努め and 沿って follow を or は as well, so only a bare noun before them is telling; 係る is a noun's neighbour in headings.
    if (tail === null || /^(?:係る|代えて|代わり|つなが|わたり)$/.test(tail)) continue;
    yield { start: token.start, end: token.end + tail.length, message: `「${tail}」の前の「に」が抜けていると思われます。`, suggestion: `${token.surface}に${tail}` };
  }
});

/** 「路面調査より、優先順位を定めた」: no moment before it and no comparison after it. */
function bareYori(tokens: readonly Token[], index: number, text: string): string | null {
  const [noun, yori, comma] = tokens.slice(index, index + 3);
  if (noun?.pos !== '名詞' || yori?.surface !== 'より' || yori.pos !== '助詞') return null;
  if (comma?.surface !== '、') return isMeans(noun) && isVerbalNoun(comma) && tokens[index + 3]?.base === 'する' && !isComparison(comma!.surface) ? 'より' : null;
  const before = text.slice(Math.max(0, yori.start - 12), yori.start);
  const after = text.slice(comma.end, comma.end + 40).split('。')[0]!;
  // 「開催より、」 after a thing that was done is a means or a cause, unless the sentence weighs two things.
  if (isDone(noun)) return /(?:方が|ほうが|むしろ|[をに]優先|も早|も多|も少)/.test(after) ? null : 'より';
  const calledSource = /(?:以前|従来|従前|平素|日頃|当初|昨年|前回|早く|古く|先|者|氏|課|市|町|県|都|国|省|員|会|長|方|民|客|隊|社|局|部|室|団体|機関)$/.test(before);
  return isMoment(before) || calledSource || isComparison(after) ? null : 'より';
}

/** サ変名詞 and 〜化. */
function isDone(noun: Token): boolean {
  return isVerbalNoun(noun) || (noun.surface === '化' && noun.detail === '接尾');
}

/** By what something is decided or done: 「公募より選定した」. */
function isMeans({ surface }: Token): boolean {
  return /^(?:公募|入札|抽選|投票|選考|審査|協議|委託|活用|導入|実施|整備|見直し|改正|改定|変更|制定|普及|募集|調査|推薦|選挙|競売|貸付|随意契約)$/.test(surface);
}
