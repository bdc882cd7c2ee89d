import { matchesOf, sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** Words of a phrase at most; so each place of a text is compared with a fixed number of others. */
const longest = 12;
/** A phrase of fewer characters is left to the rule on single words. */
const shortest = 3;

export const repeatedPhrase = sentenceRule({
  name: 'repeated-phrase', title: '語句の打ち重ね', family: 'sentence', level: 'error',
  catches: '「成果として成果として」「会を開催し会を開催し」「不要となったなった」のように、幾つかの語から成る語句が続けて二度書かれている箇所。',
  why: '書き直したときに前の語句が残ったものと思われ、読み返しても見落としやすいためです。',
  example: { wrong: '取組の成果として成果として、利用者が増えた。', right: '取組の成果として、利用者が増えた。' },
}, function* (sentence) {
  const { tokens, text } = sentence;
  const before = text.text.slice(Math.max(0, sentence.start - sentence.body.length), sentence.start);
  if (sentence.closed && sentence.body.length >= shortest * 2 && before === sentence.body) {
    yield { start: sentence.start, end: sentence.end, message: '前の文と同じ文です。' };
    return;
  }
  // Whatever its words are, a stretch of three characters or a word of two kanji that stands twice on end was typed twice.
  for (const { index, 0: words, 1: phrase } of matchesOf(sentence.body, /([一-龠ぁ-ん]{3,12})\1(?!\1)|([一-龠]{2})\2(?![一-龠])/g)) {
    if (/[ぁ-ん一-龠]{3}/.test(words) && !onPurpose.test(words)) yield { start: sentence.start + index, end: sentence.start + index + words.length, message: `「${phrase ?? words.slice(0, 2)}」が続けて二度書かれています。`, suggestion: phrase ?? words.slice(0, 2) };
  }
  for (let index = 0; index < tokens.length; index += 1) {
    const found = repeatFrom(tokens, index);
    if (!found) continue;
    const last = tokens[found.end - 1]!;
    const phrase = text.text.slice(tokens[index]!.start, tokens[index + found.words - 1]!.end);
    yield { start: tokens[index]!.start, end: last.end, message: `「${phrase}」が続けて二度書かれています。`, suggestion: phrase };
    index = found.end - 1;
  }
});

/** Words that are said twice: 一つひとつ一つひとつ is none of them, 徐々徐々 neither. */
const onPurpose = /^(?:お?[一二三四五六七八九十百千]|[ぁ-ん]{6,8}$)|々|ずつ|ますます|それぞれ|だんだん|いろいろ|さまざま/;

/** A phrase that begins here and begins again where it ends, or after a comma. */
function repeatFrom(tokens: readonly Token[], from: number): { words: number; end: number } | null {
  const { surface: first } = tokens[from]!;
  for (let words = 2; words <= longest; words += 1) {
    const gap = tokens[from + words]?.surface === '、' && tokens[from + words + 1]?.surface === first ? 1 : 0;
    const second = from + words + gap;
    if (tokens[second]?.surface !== first) continue;
    const phrase = tokens.slice(from, from + words);
    // 「希望する人が登録し、登録した人は」: the second goes on as another form.
    if (gap === 1 && tokens[second + words]?.pos === '助動詞') continue;
    if (isPhrase(phrase) && phrase.every(({ surface }, at) => tokens[second + at]?.surface === surface)) return { words, end: second + words };
  }
  return null;
}

/** Amounts and names stand twice in lists on purpose; a phrase has a word that means something. */
function isPhrase(phrase: readonly Token[]): boolean {
  if (phrase.some(({ surface, detail }) => detail === '数' || /[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十～〜・…※○●]/.test(surface))) return false;
  if (phrase.reduce((sum, { surface }) => sum + surface.length, 0) < shortest) return false;
  if (phrase.some(({ surface }) => surface === 'ずつ')) return false;
  return phrase.some(({ pos, surface }) => ['動詞', '助詞', '接続詞'].includes(pos) && /[ぁ-ん]/.test(surface)) && !/^[、。]$/.test(phrase[0]!.surface);
}
