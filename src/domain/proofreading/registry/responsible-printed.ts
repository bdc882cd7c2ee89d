import { ownerName } from '../../edition/reading.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'responsible-printed', title: '推進部署の欄と登録の食い違い', family: 'registry', level: 'error',
  catches: '推進部署の欄に印刷された部署のうち部署一覧にないもの、計画で推進部署とされているのに欄にないもの、括弧内の部署と報告した部署の記録が異なるもの。',
  why: '問合せ先の誤りになり、部署別の集計とも合わなくなるためです。',
  example: { wrong: '（登録：財政課、納税課）推進部署の欄「財政課」', right: '（登録：財政課、納税課）推進部署の欄「財政課／納税課」' },
};

export const responsiblePrinted = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  const known = new Set([...edition.departments.map(({ name }) => name), ...edition.nodes.flatMap(({ responsible }) => responsible.map((owner) => ownerName(edition, owner)))]);
  const byPath = new Map(texts.map((text) => [text.path, text]));
  return edition.nodes.flatMap(({ id, responsible }) => {
    const text = byPath.get(`nodes/${id}#responsible`);
    if (!text) return [];
    const parts = [...text.text.matchAll(/[^／/（）()、・\s]+/g)].map(({ index, 0: name }) => ({ name, index }));
    const printed = new Set(parts.map(({ name }) => name));
    const whole = { start: 0, end: text.text.length };
    return [
      ...parts.filter(({ name }) => !known.has(name)).map(({ name, index }) => findingAt(description, text, { start: index, end: index + name.length, message: `「${name}」は部署一覧にありません。` })),
      ...responsible.map((owner) => ownerName(edition, owner)).filter((name) => !printed.has(name)).map((name) => findingAt(description, text, { ...whole, message: `計画の推進部署「${name}」が、推進部署の欄にありません。` })),
    ];
  });
});
