import type { Finding } from '../finding.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'title-differs', title: '登録と異なる表題', family: 'registry', level: 'advice',
  catches: '体系図などに印刷された表題や計画名で、計画の登録と異なるもの。',
  why: '同じ項目が二つの名称で公表されると、別の項目に見え、検索や引用で誤りになるためです。',
  example: { wrong: '施策３ 組織作り・人材育成の推進（登録：組織づくり・人財育成の推進）', right: '施策３ 組織づくり・人財育成の推進' },
};

export const titleDiffers = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  const registered = new Map<string, string>([[`plan`, edition.plan.title], ...edition.nodes.map(({ id, title }) => [`nodes/${id}`, title] as const)]);
  const places = new Map<string, string>([...edition.plan.alsoPrinted.map(({ place }, index) => [`plan#alsoPrinted${index + 1}`, place] as const),
    ...edition.nodes.flatMap(({ id, alsoPrinted }) => alsoPrinted.map(({ place }, index) => [`nodes/${id}#alsoPrinted${index + 1}`, place] as const))]);
  return texts.filter(({ kind }) => kind === 'printed-variant').flatMap((text): Finding[] => {
    const title = registered.get(text.path.split('#')[0]!);
    if (title === undefined || title === text.text) return [];
    return [findingAt(description, text, { start: 0, end: text.text.length, message: `「${places.get(text.path) ?? ''}」の表題が、登録されている「${title}」と異なります。`, suggestion: title })];
  });
});
