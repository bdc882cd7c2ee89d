import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** Particles that never follow the particle before: 「をが」「でが」. */
const notAfter: Readonly<Record<string, RegExp>> = {
  を: /^(?:に|が|の|で|と|は|へ|や|から|まで|より|として|について|により|による|において)$/, が: /^(?:を|に|で|へ|は|や|から|まで|より|として|について|により|において)$/, に: /^(?:を|が|や|へ|で|から|より)$/,
  で: /^(?:を|が|に|へ|や|から)$/, へ: /^(?:に|が|を|で|や|から)$/, は: /^(?:を|に|が|で|の|へ|や|から|として|について|により|において)$/, や: /^(?:を|に|が|で|は|へ|の|から)$/, も: /^(?:を|に|で|へ|や)$/,
  より: /^(?:に|が|を|で|へ)$/, から: /^(?:を|へ|に)$/, により: /^(?:を|に|が|で|の)$/, について: /^(?:を|が|に|で)$/, として: /^(?:を|が|で)$/, において: /^(?:を|が|に|で)$/, による: /^(?:を|が|に|で|は|と)$/, に関する: /^(?:を|が|に|で|は|と|の)$/, に対する: /^(?:を|が|に|で|は|と|の)$/, における: /^(?:を|が|に|で|は|と|の)$/,
};

export const impossibleSequence = sentenceRule({
  name: 'impossible-sequence', title: 'つながらない助詞と語尾', family: 'sentence', level: 'error',
  catches: '「計画をが」「市民をへ」「実施したを」「増えるました」「設けてを」「行い。」のように、助詞や活用語が、続くはずのない形で続いている箇所。',
  why: '書き直したときの消し残しや打ち間違いで、文になっていないためです。',
  example: { wrong: '計画をが策定した。', right: '計画を策定した。' },
}, function* ({ tokens, text, closed }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !breaks(tokens, index, closed)) continue;
    yield { start: token.start, end: next.end, message: `「${text.text.slice(token.start, next.end)}」とは続きません。余分な字や抜けた字がないか確かめてください。` };
  }
});

/** 「市民には対して」: は stands after the whole of a compound particle. */
const compound = /^(?:対し|関し|基づ|伴い|おい|つい)/;

function breaks(tokens: readonly Token[], index: number, closed: boolean): boolean {
  const [token, next, after] = [tokens[index]!, tokens[index + 1]!, tokens[index + 2]];
  const { pos, detail, surface, form } = token;
  if (next.surface === '。') return closed && index + 2 === tokens.length && endsOpen(tokens, index);
  if (pos === '助詞' && next.pos === '助詞') return detail !== '接続助詞' && detail !== '並立助詞' && detail !== '副助詞／並立助詞／終助詞' && next.detail !== '接続助詞' && notAfter[surface]?.test(next.surface) === true && !(surface === 'を' && next.surface === 'の' && /^[んみむめま]/.test(after?.surface ?? '')) && !(surface === 'から' && next.surface === 'に' && /^(?:午前|午後|日|月|年|年度|時|分|朝|夕方)$/.test(tokens[index - 1]?.surface ?? '')) && !(surface === 'に' && next.surface === 'より') && !(surface === 'が' && detail === '接続助詞');
  if (pos === '助詞' && surface === 'は' && tokens[index - 1]?.surface === 'に' && compound.test(next.surface) && next.pos === '動詞' && !/^(?:ない|なかっ|ず|ませ|られ)$/.test(after?.surface ?? '')) return true;
  if (pos === '助動詞' && surface === 'た' && next.surface === 'な' && after !== undefined && ['名詞', '接頭詞'].includes(after.pos)) return true;
  if (pos === '助動詞' && surface === 'た' && next.surface === 'の' && after?.pos === '名詞' && /^(?:一般|サ変接続)$/.test(after.detail)) return true;
  if (surface === 'の' && detail === '非自立' && /^[をがに]$/.test(next.surface) && tokens[index - 1]?.pos === '名詞' && after?.pos !== '助詞') return tokens[index - 1]!.detail !== '非自立' && !/^(?:的|そう)$/.test(tokens[index - 1]!.surface);
  // 「市のを」: の after a noun needs another noun.
  if (surface === 'の' && detail === '連体化' && next.pos === '助詞') return /^(?:[をにがへや]|として|について|により|による|において|における|に対する|に関する)$/.test(next.surface) && next.detail !== '終助詞';
  if (pos === '助詞' && /^[をがへ]$/.test(surface) && detail === '格助詞' && next.pos === '助動詞') return /^(?:た|ます|まし|です|でし|だ|だっ)$/.test(next.surface);
  // 「実施したを」, 「しますの」.
  if (pos === '助動詞' && form === '基本形' && /^(?:た|ます|です)$/.test(surface) && next.pos === '助詞') return /^[をへ]$/.test(next.surface) || (surface !== 'た' && /^[にで]$/.test(next.surface));
  // 「貸し出すし、」; 「することもあるし、」 is said.
  if (pos === '動詞' && form === '基本形' && detail === '自立' && !/^(?:ある|する|いる)$/.test(surface) && next.surface === 'し' && after?.surface === '、') return true;
  if (pos === '動詞' && form === '基本形' && detail !== '非自立' && next.pos === '助詞') return (/^[をへ]$/.test(next.surface) && !/^(?:やむ|ざる|得る)$/.test(surface)) || (next.surface === 'に' && /^(?:努める|取り組む)$/.test(after?.base ?? ''));
  // 「増えるました」.
  return pos === '動詞' && form === '基本形' && next.pos === '助動詞' && /^(?:た|ます|まし|ませ)$/.test(next.surface);
}

/** A sentence that stops at a particle or in the middle of a verb: 「検討を。」「設置し。」. */
function endsOpen(tokens: readonly Token[], index: number): boolean {
  const { pos, detail, surface, form } = tokens[index]!;
  if (pos === '助詞') return detail === '格助詞' && /^[をにがへ]$/.test(surface) || (detail === '接続助詞' && surface === 'て') || (surface === 'の' && detail === '連体化');
  // 行い and the like are nouns to the dictionary, but not after を.
  if (pos === '名詞') return tokens[index - 1]?.surface === 'を' && /^(?:行い|図り|進め|開き|結び|深め|努め)$/.test(surface);
  if (pos === '動詞') return surface === 'し' || (form.startsWith('連用') && /[いきしちりみびぎっん]$/.test(surface) && surface.length >= 2 && /^\p{Script=Han}/u.test(surface) && tokens[index - 1]?.pos === '助詞' && tokens[index - 1]?.surface === 'を');
  return pos === '助動詞' && /^(?:まし|ませ)$/.test(surface);
}
