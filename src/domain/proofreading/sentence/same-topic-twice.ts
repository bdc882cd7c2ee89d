import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

const topics = new Set(['は', 'について', 'については', 'に関して', 'に関しては', 'にて', 'において', 'においては', 'では', 'で']);

export const sameTopicTwice = sentenceRule({
  name: 'same-topic-twice', title: '一文の中の主題の重なり', family: 'sentence', level: 'advice',
  catches: '「本書は…、本書にて公表します」「計画については…計画について」のように、一つの文の中で同じ語が二度主題になっている箇所と、「については」が二度以上使われている箇所。',
  why: '主語と述語が合わなくなっていることが多く、文を分けるか、一方を省く必要があるためです。',
  example: { wrong: '本書は計画を点検し、本書にて進捗状況を公表します。', right: '本書は、計画を点検し、進捗状況を公表するものです。' },
}, function* ({ tokens }) {
  const seen = new Map<string, Token>();
  let tsuiteha: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (/^[「『]$/.test(token.surface)) tsuiteha = [];
    if (token.pos !== '助詞') continue;
    const two = token.surface + (tokens[index + 1]?.pos === '助詞' ? tokens[index + 1]!.surface : '');
    if (two === 'については') {
      tsuiteha.push(token);
      // 「保育料については…、使用料については…」 is a list of two; the third or a ものについては is a muddle.
      if (tsuiteha.length === 3) yield { start: token.start, end: tokens[index + 1]!.end, message: '一つの文に「については」が繰り返し使われています。文を分けてください。' };
    }
    if (!topics.has(token.surface)) continue;
    const noun = nounBefore(tokens, index);
    if (noun === null) continue;
    // 「訓練まで実施した施設は」 is set against the others by what is said of it.
    if (isQualified(tokens, noun.first)) continue;
    const first = seen.get(noun.text);
    const repeats = first !== undefined && (first.surface === 'は' || first.surface.startsWith('について')) && !(first.surface === token.surface && token.surface === 'で') && token.surface !== 'で';
    if (repeats) yield { start: noun.start, end: token.end, message: `一つの文の中で「${noun.text}」が二度主題になっています。主語と述語の関係を確かめてください。` };
    else if (first === undefined) seen.set(noun.text, token);
  }
});

/** The compound noun that ends before the token; numbers and pronouns of one character are nobody's topic. */
function nounBefore(tokens: readonly Token[], index: number): { text: string; start: number; first: number } | null {
  let start = index;
  while (start > 0 && /^(?:名詞|接頭詞|UNK)$/.test(tokens[start - 1]!.pos) && !['非自立', '数', '代名詞'].includes(tokens[start - 1]!.detail)) start -= 1;
  const text = tokens.slice(start, index).map(({ surface }) => surface).join('');
  return text.length >= 2 && !/^[0-9０-９一二三四五六七八九十]|^(?:世帯|事業|施設|団体|件|人)$|^(?:一方|他方)$/.test(text) && !/^(?:年度|場合|今後|現在|際)$/.test(text) && tokens[start - 1]?.surface !== 'の' ? { text, start: tokens[start]!.start, first: start } : null;
}

function isQualified(tokens: readonly Token[], first: number): boolean {
  // 「口頭による指摘は」 against 「文書による指摘は」; 「三事業は」 counts.
  if (tokens[first - 1]?.detail === '数' || /^(?:による|に関する|に対する|における|に係る)$/.test(tokens[first - 1]?.surface ?? '')) return true;
  const before = tokens[first - 1];
  return before?.pos === '連体詞' || (before !== undefined && ['動詞', '助動詞', '形容詞'].includes(before.pos) && (before.form === '基本形' || before.surface === 'な') && before.surface !== 'ず');
}
