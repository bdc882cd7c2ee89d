import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** What nobody wants. */
const unwanted = /^(?:不足|悪化|遅れ|遅延|混雑|渋滞|事故|被害|老朽化|孤立|誤り|不備|不安|不満|苦情|滞納|未納|損失|支障|停滞|形骸化|風化|漏えい|欠員|不在|離職|虐待|不正|違反|空洞化|高騰|衰退|過疎化|荒廃|事故|いじめ)$/;
/** With を or に: what is aimed at. */
const aiming: Readonly<Record<string, ReadonlySet<string>>> = {
  を: new Set(['図る', '求める', '望む', '目指す', '促す', '促進', '推進', '要望', '期待']),
  に: new Set(['努める', '取り組む', '寄与', '貢献', '資する', 'つなげる', '役立つ']),
};

export const unwantedAim = sentenceRule({
  name: 'unwanted-aim', title: '「不足を求める」など', family: 'sentence', level: 'advice',
  catches: '「駐車場の不足を求める」「混雑に努めた」「渋滞を図る」のように、望ましくないことが目標や要望になっている箇所。',
  why: '「増設を求める」「混雑の解消に努めた」などの一部が抜けたか、語を取り違えたものと思われるためです。',
  example: { wrong: '駐車場の不足を求める声があった。', right: '駐車場の増設を求める声があった。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    const [particle, verb] = [tokens[index + 1], tokens[index + 2]];
    const words = noun.surface === '化' ? `${tokens[index - 1]?.surface ?? ''}化` : noun.surface;
    if (noun.pos !== '名詞' || !unwanted.test(words) || particle?.pos !== '助詞' || !verb) continue;
    if (aiming[particle.surface]?.has(headOf(verb)) !== true) continue;
    const start = noun.surface === '化' ? tokens[index - 1]!.start : noun.start;
    yield { start, end: verb.end, message: `「${text.text.slice(start, verb.end)}」は、意味が通りません。語の取り違えや「解消」「防止」などの抜けがないか確かめてください。` };
  }
});

function headOf(verb: Token): string {
  return verb.pos === '動詞' ? verb.base : verb.surface;
}
