import { sentenceRule } from '../rule.ts';

/** Contracted verbs and words of talk, each with what is written. */
const spoken: Readonly<Record<string, string>> = { てる: 'ている', でる: 'でいる', とく: 'ておく', どく: 'でおく', ちゃう: 'てしまう', じゃう: 'でしまう', ちまう: 'てしまう' };
const words: Readonly<Record<string, string>> = { けど: 'が', けれど: 'が', って: 'という', じゃ: 'では', やっぱり: 'やはり', すごく: '非常に', ちょっと: '少し', だから: 'そのため', でも: 'しかし', なので: 'そのため' };
/** Words that are talk only where they open a clause. */
const openers = new Set(['だから', 'でも', 'なので']);

export const spokenForm = sentenceRule({
  name: 'spoken-form', title: '話し言葉', family: 'sentence', level: 'advice',
  catches: '「活用してた」「進んでる」「けど」「なので、」のような、縮めた形や話し言葉。',
  why: '公用文には書き言葉を用いるためです（「公用文作成の考え方」令和４年）。一字の打ち落としのこともあります。',
  example: { wrong: '授業で活用してた。', right: '授業で活用していた。' },
}, function* ({ tokens, text: { text }, start }) {
  let quoted = openQuotes(text, start);
  for (const [index, token] of tokens.entries()) {
    quoted = Math.max(0, quoted + (/[「『“]/.test(token.surface) ? 1 : /[」』”]/.test(token.surface) ? -1 : 0));
    // What somebody said is quoted as it was said.
    if (quoted > 0) continue;
    const verb = token.pos === '動詞' && token.detail === '非自立' && tokens[index - 1]?.pos === '動詞' && (token.surface !== 'で' || /[んい]$/.test(tokens[index - 1]!.surface)) ? spoken[token.base] : undefined;
    const opens = index === 0 || /^[。、]$/.test(tokens[index - 1]!.surface);
    const word = ['助詞', '接続詞', '副詞', '助動詞'].includes(token.pos) && (openers.has(token.surface) ? opens && tokens[index + 1]?.surface === '、' : true) ? words[token.surface] : undefined;
    if (verb !== undefined) yield { start: token.start, end: token.end, message: `「${token.surface}」は話し言葉です。「${verb}」の形で書くか、字が抜けていないか確かめてください。` };
    else if (word !== undefined) yield { start: token.start, end: token.end, message: `「${token.surface}」は話し言葉です。「${word}」などと書いてください。` };
  }
});

/** Nobody is quoted for longer; looking further back would take a long text's square of time. Characters. */
const longestQuotation = 1500;

/** Quotations that are open before the sentence: what somebody said may be several sentences long. */
function openQuotes(text: string, before: number): number {
  let open = 0;
  for (let at = Math.max(0, before - longestQuotation); at < before; at += 1) open = Math.max(0, open + (/[「『“]/.test(text[at]!) ? 1 : /[」』”]/.test(text[at]!) ? -1 : 0));
  return open;
}
