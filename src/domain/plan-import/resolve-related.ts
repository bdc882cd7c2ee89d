import type { IndicatorDraft } from './build-indicators.ts';
import { cellName } from './grid.ts';
import type { ImportMapping } from './mapping.ts';
import type { NodeDraft } from './node-draft.ts';
import { foldNumber, isNumber, splitNumber } from './numbering.ts';
import { bareHeading } from './text-forms.ts';
import type { Findings } from './understood.ts';

/** Finds the elements that a column 関連基本事業 names: by title, or by a number that one element alone has. */
export function resolveRelated(draft: IndicatorDraft, nodes: readonly NodeDraft[], numbers: ReadonlyMap<NodeDraft, string>, levels: ImportMapping['levels'], findings: Findings): NodeDraft[] {
  return draft.relatedTexts.flatMap(({ text, place }) => {
    const parts = splitNumber(text, '');
    const titles = [bareHeading(text), bareHeading(parts?.title ?? '')];
    const byTitle = nodes.filter((node) => titles.includes(node.key));
    const number = isNumber(text) ? foldNumber(text) : null;
    const byNumber = number === null ? [] : nodes.filter((node) => foldNumber(numbers.get(node) ?? '') === number || chain(node, numbers) === number);
    const found = byTitle.length > 0 ? byTitle : byNumber;
    if (found.length === 1) {
      const node = found[0]!;
      findings.read(place, '', '指標に関連する要素', text, `${levels[node.depth]!.name}「${node.title}」`, [byTitle.length > 0 ? '題名が同じ' : '番号が同じ']);
      return [node];
    }
    const why = found.length === 0 ? '計画にありません' : `${found.slice(0, 3).map((node) => cellName(node.place.row, node.place.column)).join('、')}など${found.length}件あり、決められません`;
    findings.problem('unknown-related', place, `指標「${draft.title}」に関連する「${text}」が${why}。`, '題名を体系の表と同じにしてください。そのままでは関連を付けずに取り込みます。', 'warning');
    return [];
  });
}

/** 1-2-3 for the third element under the second under the first. */
function chain(node: NodeDraft, numbers: ReadonlyMap<NodeDraft, string>): string {
  const parts: string[] = [];
  for (let one: NodeDraft | null = node; one; one = one.parent) parts.unshift(foldNumber(numbers.get(one) ?? '') ?? '?');
  return parts.join('-');
}
