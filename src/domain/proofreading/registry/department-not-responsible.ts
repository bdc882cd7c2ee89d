import { departmentById } from '../../edition/reading.ts';
import type { Finding } from '../finding.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'department-not-responsible', title: '推進部署でない部署名', family: 'registry', level: 'note',
  catches: '取組状況の本文に出てくる部署で、その項目の推進部署にも、関係各課として報告した部署にも挙がっていないもの。「図書館」「公民館」のように施設の名でもある語は対象になりません。',
  why: '推進部署の欄の書き漏れか、本文を置く項目の誤りであることが多いためです。ほかの部署と連携した旨の文であれば、そのままで構いません。',
  example: { wrong: '（推進部署：課税課）納税課において手続を見直した。', right: '（推進部署：課税課／納税課）納税課において手続を見直した。' },
};

/** Names of offices alone; 図書館 is a building as well. */
const office = /(?:課|室|部|局|係|担当)$/;

export const departmentNotResponsible = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  const nodes = new Map(edition.nodes.map((node) => [node.id, node]));
  // The longest first: 子ども政策課 before 政策課.
  const names = edition.departments.map(({ name }) => name).filter((name) => office.test(name)).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![一-龠々])(?:${names.map(RegExp.escape).join('|')})(?![一-龠長])`, 'g');
  return texts.filter(({ kind }) => kind === 'report').flatMap((text): Finding[] => {
    const node = text.nodeId === null ? undefined : nodes.get(text.nodeId);
    if (!node) return [];
    const named = new Set([
      ...node.responsible.map((owner) => ('department' in owner ? (departmentById(edition, owner.department)?.name ?? '') : '')),
      ...(node.report?.reporters ?? []).map((id) => departmentById(edition, id)?.name ?? ''),
    ]);
    const printed = node.report?.responsiblePrinted ?? '';
    return [...text.text.matchAll(pattern)].filter(({ 0: name }) => !named.has(name) && !printed.includes(name)).map(({ index, 0: name }) => findingAt(description, text, {
      start: index, end: index + name.length, message: `「${name}」は、この項目の推進部署（${printed}）に挙がっていません。`,
    }));
  });
});
