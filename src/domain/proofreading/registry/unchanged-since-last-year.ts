import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'unchanged-since-last-year', title: '前年度と同じ文章', family: 'registry', level: 'advice',
  catches: '前年度の報告と一字も変わらない段落と、数字のほかは変わらない段落。',
  why: '前年度の文章を貼り付けたまま直し忘れたものであることが多いためです。同じ取組を続けた場合は、その年度の実績が分かるように書き足します。',
  example: { wrong: '（前年度）研修を実施した。（今年度）研修を実施した。', right: '（前年度）研修を実施した。（今年度）研修を２回実施し、30人が受講した。' },
};

const shortest = 15;
const withoutNumbers = (text: string): string => text.replace(/\s/g, '').replace(/[0-9０-９,，.．]+/g, '#');

export const unchangedSinceLastYear = reportRule(description, ({ manuscript: { previous }, texts }) => {
  if (!previous) return [];
  const before = new Map(previous.nodes.map(({ id, report }) => [id, report?.paragraphs.map(({ text }) => text) ?? []]));
  return texts.filter(({ kind, text }) => kind === 'report' && text.length >= shortest).flatMap((text) => {
    const last = before.get(text.nodeId ?? '') ?? [];
    const same = last.some((paragraph) => paragraph.replace(/\s/g, '') === text.text.replace(/\s/g, ''));
    if (!same && !last.some((paragraph) => withoutNumbers(paragraph) === withoutNumbers(text.text))) return [];
    return [findingAt(description, text, { start: 0, end: text.text.length, message: same ? '前年度の文章と同じです。' : '前年度の文章と、数字のほかは同じです。数字が今年度のものか確かめてください。' })];
  });
});
