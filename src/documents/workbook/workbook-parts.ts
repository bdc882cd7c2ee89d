import type { Sheet } from '../../domain/plan-import/grid.ts';
import type { Parts } from './read-part.ts';
import { WorkbookRefused } from './refusal.ts';

export interface SheetPart { readonly name: string; readonly state: Sheet['state']; readonly path: string }

/** Where the pieces of a workbook lie. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether the workbook names other workbooks, databases or programs. They are never followed. */
  readonly external: boolean;
}

interface Relation { readonly type: string; readonly target: string; readonly external: boolean }

/** Finds the sheets by the relations of the package, as Excel does, not by the names of its parts. */
export async function findWorkbookParts(parts: Parts): Promise<WorkbookParts> {
  const office = [...(await relationsOf(parts, '')).values()].find(({ type, external }) => type === 'officeDocument' && !external);
  const path = office?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, path);
  const listed: { name: string; state: string; relation: string }[] = [];
  let date1904 = false;
  const found = await parts.readXml(path, {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet') return;
      if (listed.length >= parts.limits.sheets) throw new WorkbookRefused('too-many-sheets', String(parts.limits.sheets));
      listed.push({ name: attribute('name') ?? '', state: attribute('state') ?? 'visible', relation: attribute('id') ?? '' });
    },
    close() {}, text() {},
  });
  if (!found) throw new WorkbookRefused('broken-workbook', 'ブックの目次がありません');
  const sheets: SheetPart[] = [];
  for (const { name, state, relation } of listed) {
    const at = relations.get(relation);
    if (at && /macro/i.test(at.type)) throw new WorkbookRefused('macros');
    if (!at) throw new WorkbookRefused('broken-workbook', `シート「${name}」の中身がありません`);
    if (at.type !== 'worksheet' || at.external) continue;
    if (!parts.has(at.target)) throw new WorkbookRefused('broken-workbook', `シート「${name}」の中身がありません`);
    sheets.push({ name, state: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible', path: at.target });
  }
  if (sheets.length === 0) throw new WorkbookRefused('no-sheet');
  const one = (type: string) => [...relations.values()].find((relation) => relation.type === type && !relation.external)?.target ?? null;
  const external = parts.names().some((name) => /externallinks\/|connections\.xml$|querytables\//.test(name)) || [...relations.values()].some((relation) => relation.external);
  return { sheets, date1904, sharedStrings: one('sharedStrings'), styles: one('styles'), external };
}

async function relationsOf(parts: Parts, path: string): Promise<Map<string, Relation>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  await parts.readXml(`${folder}_rels/${path.slice(folder.length)}.rels`, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const external = attribute('TargetMode') === 'External';
      relations.set(attribute('Id') ?? '', { type: (attribute('Type') ?? '').split('/').at(-1) ?? '', target: external ? target : resolvePart(folder, target), external });
    },
    close() {}, text() {},
  });
  return relations;
}

/** A target is relative to the folder of its part, or absolute in the package. It cannot lead out of it: parts are looked up by name alone. */
function resolvePart(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
