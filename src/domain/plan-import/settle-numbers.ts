import type { ImportMapping } from './mapping.ts';
import { type NodeDraft, walk } from './node-draft.ts';
import { readNumber } from './numbering.ts';
import { bareHeading } from './text-forms.ts';
import type { Findings } from './understood.ts';

const fitForAddress = /^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/;

/** The number of every element as the plan will carry it: as printed above; below it must be one of its kind and fit an address. */
export function settleNumbers(roots: readonly NodeDraft[], levels: ImportMapping['levels'], findings: Findings): Map<NodeDraft, string> {
  const numbers = new Map<NodeDraft, string>();
  const say = (node: NodeDraft, became: string, step: string) => {
    findings.read(node.numberPlace ?? node.place, '', `${levels[node.depth]?.name ?? ''}の番号`, node.number?.printed ?? '', became, [step]);
    numbers.set(node, became);
  };
  const all = [...walk(roots)];
  for (const node of all) {
    if (node.depth === levels.length - 1) continue;
    if (node.number) numbers.set(node, node.number.printed);
    else say(node, String(siblings(node, roots).indexOf(node) + 1), '番号がないため、並びの順に付けた');
  }
  const lowest = all.filter(({ depth }) => depth === levels.length - 1);
  const width = Math.max(2, String(lowest.length).length);
  if (lowest.every(({ number }) => number === null)) {
    for (const [index, node] of lowest.entries()) say(node, String(index + 1).padStart(width, '0'), '番号がないため、計画を通して並びの順に付けた');
    return numbers;
  }
  const folded = new Map(lowest.map((node) => [node, node.number?.folded ?? null]));
  const counts = Map.groupBy(lowest, (node) => folded.get(node));
  const unique = lowest.every((node) => folded.get(node) === null || counts.get(folded.get(node))!.length === 1);
  const withinParents = lowest.every((node) => folded.get(node) === null || siblings(node, roots).filter((other) => folded.get(other) === folded.get(node)).length === 1);
  for (const node of lowest) {
    const number = folded.get(node) ?? null;
    if (number === null && node.number) {
      findings.problem('number-form', node.numberPlace, `番号「${node.number.printed}」を読み取れません。`, '「05」「①」「1-1」のような番号にしてください。');
      numbers.set(node, node.number.printed);
    } else if (number === null) {
      findings.problem('no-number', node.place, `${levels[node.depth]!.name}「${node.title}」に番号がありません（ほかの行にはあります）。`, '番号を入力してください。');
      numbers.set(node, '');
    } else if (unique || !withinParents) {
      if (number === node.number!.printed) numbers.set(node, number);
      else say(node, number, '公開ページの番地に使えるよう、半角の番号とした');
    } else {
      // ①, ② begin again under every parent: the numbers above are put in front.
      const above: string[] = [];
      for (let parent = node.parent; parent; parent = parent.parent) above.unshift(String(siblings(parent, roots).indexOf(parent) + 1));
      const composed = [...above, number].join('-');
      say(node, fitForAddress.test(composed) ? composed : number, '同じ番号がほかの要素にもあるため、上の階層の順番を前に付けた');
    }
  }
  return numbers;
}

function siblings(node: NodeDraft, roots: readonly NodeDraft[]): readonly NodeDraft[] {
  return node.parent ? node.parent.children : roots;
}

/** Finds what every relisting lists again: by the number that it names, else by its title without the mark. */
export function settleRelistings(roots: readonly NodeDraft[], numbers: ReadonlyMap<NodeDraft, string>, findings: Findings): Map<NodeDraft, NodeDraft> {
  const originals = new Map<NodeDraft, NodeDraft>();
  const all = [...walk(roots)];
  for (const node of all) {
    if (!node.relisting) continue;
    const { place, hint } = node.relisting;
    const title = bareHeading(node.title).replace(/[([【][^)\]】]*再掲[^)\]】]*[)\]】]|^再掲[:.]?/g, '');
    const peers = all.filter((other) => other.depth === node.depth && !other.relisting);
    const named = /([0-9０-９]+(?:[-－][0-9０-９]+)*)/.exec(hint)?.[1];
    const number = named === undefined ? null : readNumber(named).folded;
    const byNumber = number === null ? [] : peers.filter((other) => numbers.get(other) === number || Number(numbers.get(other)) === Number(number));
    const byTitle = peers.filter((other) => other.key === title);
    const found = byNumber.length === 1 ? byNumber : byTitle;
    if (found.length === 1) {
      originals.set(node, found[0]!);
      findings.read(place, '', '再掲の元', node.title, `${numbers.get(found[0]!) ?? ''} ${found[0]!.title}`, [byNumber.length === 1 ? '再掲に書かれた番号から' : '「再掲」を除いた題名が同じ']);
    } else {
      findings.problem('relisting-original', place, `再掲「${node.title}」の元が${found.length === 0 ? '見つかりません' : `${found.length}件あり、決められません`}。`, '元の題名と同じにするか、「再掲（05）」のように元の番号を書いてください。');
    }
  }
  return originals;
}
