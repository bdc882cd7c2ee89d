import { sentenceRule } from '../rule.ts';

export const doubledShi = sentenceRule({
  name: 'doubled-shi', title: '「見直ししており」など', family: 'sentence', level: 'advice',
  catches: '「見直ししており」「貸し出しした」「話し直しし」のように、「し」で終わる語に「する」が付いて「しし」と続く箇所。',
  why: '「見直しており」「見直しを行っており」とする方が読みやすく、打ち間違いにも見えるためです。',
  example: { wrong: '３年に一度、見直ししている。', right: '３年に一度、見直している。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const after = tokens[index + 2];
    if (!next || next.base !== 'する' || !next.surface.startsWith('し') || !/[\p{Script=Han}].*し$/u.test(token.surface) || /^(?:対し|際し|関し|後押し|前倒し|先延ばし|棚卸し|念押し|押し|手直し|橋渡し|後回し|手渡し|目隠し|裏返し|種まき|口出し|下ろし|天日干し|虫干し)$/.test(token.surface)) continue;
    if (!['名詞', '動詞'].includes(token.pos)) continue;
    // 「お示しします」「お話しした」: the humble form.
    if (/^[お御]$/.test(tokens[index - 1]?.surface ?? '') || /^[お御]/.test(token.surface)) continue;
    yield { start: token.start, end: next.end, message: `「${token.surface}${next.surface}${after?.surface ?? ''}」と「し」が重なっています。`, suggestion: token.surface };
  }
});
