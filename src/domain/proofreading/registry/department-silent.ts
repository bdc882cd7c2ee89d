import { departmentById } from '../../edition/reading.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'department-silent', title: '何も書かれていない推進部署', family: 'registry', level: 'advice',
  catches: '推進部署（報告した関係各課を含む。）のうち、その項目の段落を一つも書いていない部署。全ての段落に執筆部署が記録されている項目だけを対象とします。',
  why: '回答の取りまとめ漏れであることが多く、市民には何もしなかったように見えるためです。',
  example: { wrong: '（推進部署：財政課／納税課）財政課の段落だけがある。', right: '（推進部署：財政課／納税課）財政課の段落と納税課の段落がある。' },
};

export const departmentSilent = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  return edition.nodes.flatMap(({ id, responsible, report, relistingOf }) => {
    if (!report || relistingOf !== null || report.paragraphs.length === 0 || report.paragraphs.some(({ department }) => department === null)) return [];
    const wrote = new Set(report.paragraphs.map(({ department }) => department));
    const asked = new Set([...responsible.flatMap((owner) => ('department' in owner ? [owner.department] : [])), ...report.reporters]);
    const text = texts.find(({ path }) => path === `nodes/${id}#responsible`);
    return text === undefined ? [] : [...asked].filter((department) => !wrote.has(department)).map((department) => {
      const name = departmentById(edition, department)?.name ?? department;
      const start = Math.max(0, text.text.indexOf(name));
      return findingAt(description, text, { start, end: text.text.includes(name) ? start + name.length : text.text.length, message: `推進部署の「${name}」が書いた段落がありません。` });
    });
  });
});
