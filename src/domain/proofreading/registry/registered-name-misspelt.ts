import { nearPairs } from '../consistency/near-names.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'registered-name-misspelt', title: '登録と一字違いの部署名・表題', family: 'registry', level: 'advice',
  catches: '「地域活性化課」（登録は「地域活性課」）、「行政改革推進計画」（登録は「行財政改革推進計画」）のように、登録されている部署、計画、取組などの名称と一字だけ異なる語句。',
  why: '部署名や計画名の誤りは、問合せ先や根拠の誤りになるためです。',
  example: { wrong: '地域活性化課において実施した。（登録：地域活性課）', right: '地域活性課において実施した。' },
};

const departmentLike = /[一-龠ぁ-んァ-ヶー]{2,12}[課室部局館所](?![一-龠長員内])/g;

export const registeredNameMisspelt = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  const departments = edition.departments.map(({ name }) => name).filter((name) => name.length >= 4);
  const titles = [edition.plan.title, ...edition.plan.parents.map(({ title }) => title), ...edition.nodes.map(({ title }) => title), ...(edition.plan.headquarters ? [edition.plan.headquarters.name] : [])].filter((title) => title.length >= 8);
  const known = new Set([...departments, ...titles]);
  const running = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant' && kind !== 'title');
  const candidates = new Map<string, { text: ProofreadingText; start: number }[]>();
  const add = (words: string, text: ProofreadingText, start: number): void => {
    candidates.set(words, [...(candidates.get(words) ?? []), { text, start }]);
  };
  for (const text of running) {
    for (const { index, 0: words } of text.text.matchAll(departmentLike)) {
      // The run may begin with other words: every tail of a department's length is a candidate.
      const lengths = new Set(departments.flatMap(({ length }) => [length - 1, length, length + 1]));
      for (const length of lengths) if (length >= 4 && length <= words.length) add(words.slice(-length), text, index + words.length - length);
    }
    for (const { index, 1: words } of text.text.matchAll(/[「『]([^「」『』]{7,60})[」』]/g)) add(words!, text, index + 1);
  }
  const seen = new Set<string>();
  return nearPairs([...known, ...candidates.keys()]).flatMap(({ one, other, difference }) => {
    const [right, wrong] = known.has(one) ? [one, other] : [other, one];
    if (!known.has(right) || known.has(wrong) || !candidates.has(wrong) || /[0-9０-９一二三四五六七八九十]/.test(difference.join(''))) return [];
    return candidates.get(wrong)!.flatMap(({ text, start }) => {
      // 「子ども発達支援課」 holds 「ども発達支援課」: the right name around it is no slip.
      const around = text.text.slice(Math.max(0, start - 1), start + wrong.length + 1);
      const inside = [...known].some((name) => around.includes(name) || (name.endsWith(wrong) && text.text.slice(0, start + wrong.length).endsWith(name)));
      if (inside || seen.has(`${text.path}:${start + wrong.length}`)) return [];
      seen.add(`${text.path}:${start + wrong.length}`);
      // A tail one longer than the name, whose first character belongs to the words before: の財政課.
      if (wrong.length > right.length && wrong.endsWith(right)) return [];
      if (right.length > wrong.length && right.endsWith(wrong)) return [];
      if (wrong.length === right.length && wrong.slice(1) === right.slice(1)) return [];
      return [findingAt(description, text, { start, end: start + wrong.length, message: `登録されている「${right}」と一字異なります。`, suggestion: right })];
    });
  });
});
