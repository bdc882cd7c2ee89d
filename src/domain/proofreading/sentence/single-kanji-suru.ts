import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** Kanji that make a verb with する or す in writing of today: 関する, 達する, 増す, 直す. */
const inUse = /[均題蒸干涙戻悩鳴散濁漏滑離騒関対達要付資課科属発接適反期称察脱熟脅捜呈徴逃来放足証成浸潰諭翻殺治倒遺召冒賭約熟供処罰訳略介解害決死即存託致博評服没面模有擁愛列増示表出流直残話押隠指差越返貸消壊崩探移写映回渡通外試化帰促許犯侵乱施記熱汚耕催潤下卸刺挿召灯覆志逸廃排配復滅点正欲抗屈窮冠浴恋損得毒徹律和兼会画宿制祝激慣逼瀕扮貧偏準乗応講論命任念信案禁転通投生封報奉殉順準甘重先疎全通費励癒燃満奏]/;

export const singleKanjiSuru = sentenceRule({
  name: 'single-kanji-suru', title: '「減している」など一字の脱落', family: 'sentence', level: 'advice',
  catches: '「経費は減していた」「対策を設した」「資格を取する」のように、二字の語の一字が抜けて、漢字一字に「する」が付いている箇所。',
  why: '「減少している」「設置した」などの一字が抜けたものと思われるためです。',
  example: { wrong: '維持管理経費は減していた。', right: '維持管理経費は減少していた。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const start = standsAlone(tokens[index - 1]);
    const split = token.surface.length === 1 && next?.base === 'する' && next.pos === '動詞' && (token.pos === 'UNK' || token.detail === '固有名詞' || token.form.startsWith('体言接続') || (token.pos === '名詞' && !['接尾', '非自立', '数'].includes(token.detail)));
    // 「減し」 and 「撤し」 are verbs to the dictionary (減する, 撤する) and to nobody else.
    const fused = token.pos === '動詞' && /^.(?:し|する|した)$/.test(token.surface) && /^.する?$/.test(token.base);
    const kanji = token.surface[0]!;
    // 「額に汗して」.
    if (kanji === '汗') continue;
    if (!start || !(split || fused) || !/\p{Script=Han}/u.test(kanji) || inUse.test(kanji)) continue;
    yield { start: token.start, end: split ? next.end : token.end, message: `「${kanji}する」という語は普通使いません。「${kanji}」の前後の字が抜けていないか確かめてください。` };
  }
});

/** After a particle, a comma or nothing: not the end of a longer word. */
function standsAlone(before: Token | undefined): boolean {
  return before === undefined || ['助詞', '記号', '副詞', '連体詞'].includes(before.pos) || before.detail2 === '助数詞' || before.surface === 'ポイント';
}
