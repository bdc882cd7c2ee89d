import { matchesOf, sentenceRule } from '../rule.ts';

export const tameRepeated = sentenceRule({
  name: 'tame-repeated', title: '一文に「ため」が二度', family: 'sentence', level: 'advice',
  catches: '一つの文の中で、理由や目的を表す「ため、」「ために」が二度以上使われている箇所。',
  why: 'どの「ため」がどこに係るのかが分かりにくくなるためです。文を分けるか、一方を「ので」「よう」「に当たり」などに言い換えます。',
  example: { wrong: '状況が変化したため、対応を進めるため、会議を設置した。', right: '状況が変化したことから、対応を進めるため、会議を設置した。' },
}, function* ({ body, start }) {
  // 「ための」 qualifies a noun; 「そのため、」 joins sentences.
  const found = [...matchesOf(body, /(?<![そこ]の)(?<![そこ])(?:ため|為)(?:、|に(?!は、)|には、)/g)].filter(({ index }) => !/[にを]$/.test(body.slice(0, index)));
  if (found.length < 2) return;
  for (const { index, 0: { length } } of found.slice(1)) {
    const end = start + index + length;
    yield { start: start + index, end: body[index + length - 1] === '、' ? end - 1 : end, message: '一つの文に、理由や目的の「ため」が繰り返し使われています。' };
  }
});
