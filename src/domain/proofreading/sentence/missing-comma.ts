import { sentenceRule } from '../rule.ts';
import { isParticle, isVerb } from '../token.ts';

/** A clause shorter than this is read at one glance. Characters. */
const longClause = 17;

export const missingComma = sentenceRule({
  name: 'missing-comma', title: '読点の脱落', family: 'sentence', level: 'note',
  catches: '「職員２人を派遣しAIを用いた」のように、長い節が「し」「行い」などで終わり、読点がないまま次の節の名詞が続いている箇所。',
  why: '節の切れ目が分からず、次の語に係るように読めるためです。',
  example: { wrong: '計画に基づく保健事業を全ての地区で丁寧に実施し医療費の適正化を進めた。', right: '計画に基づく保健事業を全ての地区で丁寧に実施し、医療費の適正化を進めた。' },
}, function* ({ tokens }) {
  let clause = tokens[0]?.start ?? 0;
  let object = false;
  for (const [index, token] of tokens.entries()) {
    if (/^[、。]$/.test(token.surface)) {
      clause = token.end;
      object = false;
      continue;
    }
    if (isParticle(token, 'を')) object = true;
    const next = tokens[index + 1];
    if (!object || !isVerb(token) || token.form !== '連用形' || next?.pos !== '名詞' && next?.pos !== 'UNK') continue;
    // 「実施した」 goes on; so does 「行い方」. The next clause has an object of its own.
    if (token.end - clause < longClause || ['接尾', '非自立'].includes(next.detail)) continue;
    const rest = tokens.slice(index + 1, index + 16);
    const stop = rest.findIndex(({ surface }) => /^[、。]$/.test(surface));
    if (!rest.slice(0, stop === -1 ? undefined : stop).some((following) => isParticle(following, 'を'))) continue;
    yield { start: token.start, end: next.end, message: `「${token.surface}」の後に読点がなく、「${next.surface}」に続けて読めます。`, suggestion: `${token.surface}、${next.surface}` };
    clause = token.end;
    object = false;
  }
});
