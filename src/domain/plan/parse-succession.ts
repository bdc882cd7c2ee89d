import type { Path, Problem } from '../problem/problem.ts';
import { checkText } from '../report/parse-paragraphs.ts';
import type { ChangedPlan } from './parse-plan-changes.ts';
import type { SuccessionRow } from './plan-bundle.ts';
import type { FormerItem, Succession } from './succession.ts';

/** How a plan goes on from the one before it, with every problem that can be seen without that plan. */
export function parseSuccession(row: SuccessionRow, { lowest, nodes }: ChangedPlan, planId: string, path: Path, problems: Problem[]): Succession {
  checkText(row.from.title, [...path, 'from', 'title'], problems);
  if (row.from.id === planId) problems.push({ code: 'own-successor', path: [...path, 'from', 'id'], message: '計画が、その計画自身の次期計画になっています。', fix: '前の計画の識別子を書いてください。' });
  const named = new Map<string, FormerItem>();
  const checkFormer = (item: FormerItem, place: Path): void => {
    checkText(item.number, [...place, 'number'], problems);
    checkText(item.title, [...place, 'title'], problems);
    const known = named.get(item.id);
    if (known && (known.number !== item.number || known.title !== item.title)) {
      problems.push({ code: 'former-item-differs', path: place, message: `前の計画の「${item.id}」が、異なる番号か題名で書かれています。`, fix: '前の計画に印刷されたとおりに、そろえてください。' });
    }
    named.set(item.id, item);
  };
  const seen = new Set<string>();
  row.items.forEach(({ node, from = [] }, index) => {
    const place = [...path, 'items', index];
    const found = nodes.find(({ id }) => id === node);
    if (!found || found.level !== lowest) problems.push({ code: 'unknown-node', path: [...place, 'node'], message: `移行の対象「${node}」が、体系の一番下の階層にありません。`, fix: '体系（tree）の識別子を確かめてください。' });
    if (seen.has(node)) problems.push({ code: 'duplicate-node', path: [...place, 'node'], message: `移行の対象「${node}」が二回書かれています。`, fix: '一つにまとめてください。' });
    seen.add(node);
    const own = new Set<string>();
    from.forEach((item, position) => {
      if (own.has(item.id)) problems.push({ code: 'duplicate-node', path: [...place, 'from', position], message: `前の計画の「${item.id}」が二回書かれています。`, fix: '一つを削除してください。' });
      own.add(item.id);
      checkFormer(item, [...place, 'from', position]);
    });
  });
  const taken = new Set(row.items.flatMap(({ from = [] }) => from.map(({ id }) => id)));
  const over = new Set<string>();
  (row.ended ?? []).forEach((item, index) => {
    const place = [...path, 'ended', index];
    checkFormer(item, place);
    checkText(item.reason, [...place, 'reason'], problems);
    if (taken.has(item.id)) problems.push({ code: 'ended-and-taken', path: place, message: `前の計画の「${item.number} ${item.title}」が、終了と引継ぎの両方に書かれています。`, fix: 'どちらかを削除してください。' });
    if (over.has(item.id)) problems.push({ code: 'duplicate-node', path: place, message: `前の計画の「${item.id}」の終了が二回書かれています。`, fix: '一つを削除してください。' });
    over.add(item.id);
  });
  return { from: row.from, items: row.items.map(({ node, from }) => ({ node, from: from ?? [] })), ended: row.ended ?? [] };
}
