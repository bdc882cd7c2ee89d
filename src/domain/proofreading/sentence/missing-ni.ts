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
    const number = amountAfterKara(tokens, index);
    if (number) {
      yield { start: token.start, end: number.end, message: `「${token.surface}」の後の「に」が抜けていると思われます。`, suggestion: `${token.surface}に${number.surface}` };
      continue;
    }
    // 「優先的点検した」.
    const done = tokens[index + 1];
    if (token.surface === '的' && token.detail === '接尾' && isVerbalNoun(done) && tokens[index + 2]?.base === 'する' && tokens[index + 2]!.surface === 'し' && /^(?:た|て|、|まし)$/.test(tokens[index + 3]?.surface ?? '')) {
      yield { start: token.start, end: done!.end, message: '「的」の後の「に」が抜けていると思われます。', suggestion: `的に${done!.surface}` };
      continue;
    }
    // 「令和３年３月策定した」: a day or a month on which something was done.
    if (/[年月日]$/.test(token.surface) && /(?:年|月)[0-9０-９]{1,2}[月日]$/.test(text.text.slice(Math.max(0, token.end - 6), token.end)) && isVerbalNoun(done) && tokens[index + 2]?.base === 'する' && /^(?:し|する)$/.test(tokens[index + 2]!.surface)) {
      yield { start: token.start, end: done!.end, message: `「${token.surface}」の後の「に」が抜けていると思われます。`, suggestion: `${token.surface}に${done!.surface}` };
      continue;
    }
    // 「９年ぶり増加」: after so long a time, with に or の.
    if (token.surface === 'ぶり' && token.detail === '接尾' && tokens[index + 1]?.pos === '名詞') {
      yield { start: token.start, end: tokens[index + 1]!.end, message: '「ぶり」の後の「に」か「の」が抜けていると思われます。' };
      continue;
    }
    // 「安全できる」: a state is nothing that can be done.
    const state = tokens[index + 1];
    if (token.detail === '形容動詞語幹' && /^[一-龠]{2}$/.test(token.surface) && token.surface !== '可能' && state?.base === 'できる' && state.pos === '動詞') {
      yield { start: token.start, end: state.end, message: `「${token.surface}」の後の「に」などが抜けていると思われます。`, suggestion: `${token.surface}に${state.surface}` };
      continue;
    }
    // 「可能なりました」: 可能 is no subject of なる.
    const next = tokens[index + 1];
    if (token.detail === '形容動詞語幹' && token.surface !== '更' && next?.base === 'なる' && next.pos === '動詞' && (/^な[りっら]/.test(next.surface) || /^(?:など|ため|こと|よう|と|。|場合)$/.test(tokens[index + 2]?.surface ?? ''))) {
      yield { start: token.start, end: next.end, message: `「${next.surface}」の前の「に」が抜けていると思われます。`, suggestion: `${token.surface}に${next.surface}` };
      continue;
    }
    // 「拡大したことより、」: what was done is a cause.
    if (token.surface === 'こと' && token.detail === '非自立' && next?.surface === 'より' && tokens[index + 2]?.surface !== 'も' && next.pos === '助詞' && !isComparison(text.text.slice(next.end, next.end + 8)) && !/(?:方が|ほうが|むしろ)/.test(text.text.slice(next.end, next.end + 30))) {
      yield { start: token.start, end: next.end, message: '「より」の前の「に」が抜けていると思われます。', suggestion: 'ことにより' };
      continue;
    }
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
  // 「自動貸出機より行われた」: by what it was done.
  if (comma?.pos === '動詞' && /^(?:行わ|運営さ|決めら|定めら)/.test(text.slice(comma.start, comma.start + 4)) && text.slice(comma.end).startsWith('れ') && !isMoment(text.slice(Math.max(0, yori.start - 12), yori.start))) return 'より';
  if (comma?.surface !== '、') return isDone(noun) && !compared.test(noun.surface) && isVerbalNoun(comma) && tokens[index + 3]?.base === 'する' && !isComparison(comma!.surface) ? 'より' : null;
  const before = text.slice(Math.max(0, yori.start - 12), yori.start);
  const after = text.slice(comma.end, comma.end + 40).split('。')[0]!;
  // 「開催より、」 after a thing that was done is a means or a cause, unless the sentence weighs two things.
  if (isDone(noun)) return /(?:方が|ほうが|むしろ|[をに]優先)/.test(after) ? null : 'より';
  const calledSource = /(?:以前|従来|従前|平素|日頃|当初|昨年|前回|早く|古く|先|者|氏|課|市|町|県|都|国|省|員|会|長|方|民|客|隊|社|局|部|室|団体|機関)$/.test(before);
  return isMoment(before) || calledSource || isComparison(after) ? null : 'より';
}

/** 「月１回から２回増やし」: from one amount to another, without the に of the second. @returns the verb */
function amountAfterKara(tokens: readonly Token[], index: number): Token | null {
  const verb = tokens[index + 1];
  if (tokens[index]!.detail2 !== '助数詞' || !verb || !/^(?:増やす|減らす|引き上げる|引き下げる|広げる|延ばす|縮める|改める)$/.test(verb.base)) return null;
  const kara = tokens.slice(Math.max(0, index - 4), index).findLastIndex(({ surface }) => surface === 'から') + Math.max(0, index - 4);
  return tokens[kara]?.surface === 'から' && tokens[kara - 1]?.detail2 === '助数詞' ? verb : null;
}

/** サ変名詞 and 〜化. */
function isDone(noun: Token): boolean {
  return isVerbalNoun(noun) || (noun.surface === '化' && noun.detail === '接尾');
}

/** What a result is weighed against, or where a word came from: 計画より拡大した, 申請より. */
const compared = /^(?:計画|見込み|想定|予測|予定|期待|予想|評価|要望|報告|通知|連絡|依頼|申請|照会|提案|推薦)$/;
