import { type ImportMapping, roleNames } from './mapping.ts';
import { type NodeDraft, takeOnce } from './node-draft.ts';
import { readOwners } from './owners.ts';
import { readParagraphs } from './paragraphs.ts';
import type { MappedColumn, ReadText, RowReader } from './read-rows.ts';
import { isDash, isNothing } from './text-forms.ts';
import type { Findings } from './understood.ts';

const relistingMark = /[（(［[【]\s*([^（）()［］[\]【】]*再\s*掲[^（）()［］[\]【】]*)[)）］\]】]|^再掲/;

/** Adds what stands beside an element in its row: departments, description, report and whether it is listed again. */
export function addOnRow(reader: RowReader, row: number, node: NodeDraft, current: readonly (NodeDraft | null)[], levels: ImportMapping['levels'], findings: Findings): void {
  const sheet = reader.table.sheet;
  const mark = relistingMark.exec(node.title);
  if (mark && !node.relisting) node.relisting = { place: node.place, hint: mark[1] ?? '' };
  /** The element that a column speaks of: of its level where it names one. */
  const target = ({ mapping }: MappedColumn): NodeDraft | null => {
    const depth = levels.findIndex(({ id }) => id === mapping.level);
    return depth < 0 ? node : (current[depth] ?? null);
  };
  const each = (role: Parameters<RowReader['of']>[0], take: (read: ReadText, on: NodeDraft) => void) => {
    for (const column of reader.of(role)) {
      const read = reader.read(row, column);
      const on = target(column);
      if (!read || !on || !takeOnce(on, read, sheet)) continue;
      if (isDash(read.text)) findings.read(read.place, read.heading, `${levels[on.depth]?.name ?? ''}の${roleNames[role]}`, read.text, '', [...read.steps, '記載がないことを表す記号と読んだ']);
      else take(read, on);
    }
  };
  const nameOf = (on: NodeDraft) => levels[on.depth]?.name ?? '';

  each('departments', (read, on) => {
    const nothing = isNothing(read.text);
    const { owners, steps } = nothing ? { owners: [], steps: ['部署がないことを表す記号と読んだ'] } : readOwners(read.text);
    for (const owner of owners) if (!on.owners.some((known) => known.owner.name === owner.name)) on.owners.push({ owner, place: read.place });
    if (!nothing) on.ownersPrinted.push(read.text.replace(/\n/g, '／'));
    const became = owners.map(({ name, kind }) => (kind === 'collective' ? `${name}（総称）` : name)).join('、');
    findings.read(read.place, read.heading, `${nameOf(on)}の部署`, read.text, became, [...read.steps, ...(owners.length > 1 ? [`${owners.length}つに分けた`] : []), ...steps]);
  });
  each('description', (read, on) => {
    const { rows, steps } = readParagraphs(read.text);
    on.description.push(...rows.map((paragraph) => ({ row: paragraph, place: read.place })));
    findings.read(read.place, read.heading, `${nameOf(on)}の説明`, read.text, read.text, [...read.steps, ...steps]);
  });
  each('report', (read, on) => {
    if (on.depth !== levels.length - 1) {
      findings.problem('report-above', read.place, `${nameOf(on)}の取組状況は取り込めません。`, `取組状況は${levels.at(-1)?.name ?? '最も下の階層'}の行に書いてください。`, 'warning');
      return;
    }
    const { rows, steps } = readParagraphs(read.text);
    on.report.push(...rows.map((paragraph) => ({ row: paragraph, place: read.place })));
    findings.read(read.place, read.heading, '取組状況', read.text, read.text, [...read.steps, ...steps]);
  });
  each('relisting', (read, on) => {
    if (isNothing(read.text)) return;
    on.relisting = { place: read.place, hint: read.text };
    findings.read(read.place, read.heading, '再掲', read.text, read.text, read.steps);
  });
}
