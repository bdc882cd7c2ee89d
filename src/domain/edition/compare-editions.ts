import type { Figure } from '../indicator/figure.ts';
import type { Paragraph } from '../report/paragraph.ts';
import type { Edition, EditionIndicator, EditionNode } from './edition.ts';
import { departmentById, nodeLabel, ownerName } from './reading.ts';

/** One difference between two editions: where it stands, what was printed, what is printed now. Null where there was or is nothing. */
export interface EditionChange {
  /** What kind of text or number it is, for tables and for machines. */
  readonly kind: 'plan' | 'preface' | 'structure' | 'title' | 'description' | 'responsible' | 'paragraph' | 'indicator' | 'figure' | 'judgement' | 'note' | 'department';
  /** The node or indicator that it belongs to, or null. */
  readonly subject: { readonly kind: 'node' | 'indicator'; readonly id: string } | null;
  /** As a reader looks it up: 取組項目05 ICT人財の育成　段落2. */
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Everything that differs between two editions of a plan, paragraph by paragraph and number by number, in the order of the later
 * one. Made from ids, never from titles. Between two editions of one year this is the 正誤表. Source: product.md, rule 11.
 */
export function compareEditions(before: Edition, after: Edition): EditionChange[] {
  const changes: EditionChange[] = [];
  const note = (kind: EditionChange['kind'], subject: EditionChange['subject'], place: string, old: string | null, now: string | null) => {
    if (old !== now) changes.push({ kind, subject, place, before: old, after: now });
  };
  note('plan', null, '計画の名称', before.plan.title, after.plan.title);
  note('plan', null, '公表日', before.issuedOn, after.issuedOn);
  for (const [old, now] of pairs(before.preface, after.preface)) {
    note('preface', null, `前文「${(now ?? old)!.heading}」の見出し`, old?.heading ?? null, now?.heading ?? null);
    for (const [oldText, nowText] of pairs(old?.paragraphs ?? [], now?.paragraphs ?? [])) {
      note('preface', null, `前文「${(now ?? old)!.heading}」　${paragraphPlace((nowText ?? oldText)!)}`, oldText?.text ?? null, nowText?.text ?? null);
    }
  }
  for (const [old, now] of pairs(before.departments, after.departments)) note('department', null, `部署（${(now ?? old)!.id}）`, old?.name ?? null, now?.name ?? null);
  for (const [old, now] of pairs(before.nodes, after.nodes)) compareNodes(before, after, old, now, note);
  for (const [old, now] of pairs(before.indicators, after.indicators)) compareIndicators(old, now, note);
  for (const [old, now] of pairs(before.notes.map((entry) => ({ ...entry, id: entry.mark })), after.notes.map((entry) => ({ ...entry, id: entry.mark })))) {
    note('note', null, `指標の注 ${(now ?? old)!.mark}`, old?.text ?? null, now?.text ?? null);
  }
  return changes;
}

type Note = (kind: EditionChange['kind'], subject: EditionChange['subject'], place: string, before: string | null, after: string | null) => void;

function compareNodes(before: Edition, after: Edition, old: EditionNode | undefined, now: EditionNode | undefined, note: Note): void {
  const node = (now ?? old)!;
  const edition = now ? after : before;
  const place = `${nodeLabel(edition, node)} ${node.title}`;
  const subject = { kind: 'node', id: node.id } as const;
  if (!old || !now) return note('structure', subject, place, old ? old.title : null, now ? now.title : null);
  note('title', subject, `${place}　題名`, old.title, now.title);
  note('structure', subject, `${place}　番号`, old.number, now.number);
  note('structure', subject, `${place}　再掲の元`, old.relistingOf, now.relistingOf);
  note('responsible', subject, `${place}　推進部署`, ownersText(before, old), ownersText(after, now));
  compareParagraphs('description', subject, `${place}　説明`, old.description, now.description, note);
  if (!old.report && !now.report) return;
  note('responsible', subject, `${place}　推進部署（掲載）`, old.report?.responsiblePrinted ?? null, now.report?.responsiblePrinted ?? null);
  note('responsible', subject, `${place}　報告した部署`, reportersText(before, old), reportersText(after, now));
  compareParagraphs('paragraph', subject, place, old.report?.paragraphs ?? [], now.report?.paragraphs ?? [], note);
}

function compareParagraphs(kind: 'description' | 'paragraph', subject: EditionChange['subject'], place: string, before: readonly Paragraph[], after: readonly Paragraph[], note: Note): void {
  for (const [old, now] of pairs(before, after)) note(kind, subject, `${place}　${paragraphPlace((now ?? old)!)}`, old?.text ?? null, now?.text ?? null);
}

function compareIndicators(old: EditionIndicator | undefined, now: EditionIndicator | undefined, note: Note): void {
  const indicator = (now ?? old)!;
  const place = `指標${indicator.number} ${indicator.title}`;
  const subject = { kind: 'indicator', id: indicator.id } as const;
  if (!old || !now) return note('indicator', subject, place, old ? old.title : null, now ? now.title : null);
  note('indicator', subject, `${place}　名称`, old.title, now.title);
  note('indicator', subject, `${place}　単位`, old.unit, now.unit);
  note('indicator', subject, `${place}　説明`, old.definition, now.definition);
  note('indicator', subject, `${place}　種類`, old.kind, now.kind);
  const figures: readonly (readonly [string, Figure | null, Figure | null])[] = [['基準値', old.baseline, now.baseline], ['現状値', old.measurement, now.measurement], ['目標値', old.target, now.target]];
  for (const [name, oldFigure, nowFigure] of figures) {
    note('figure', subject, `${place}　${name}`, oldFigure?.printed ?? null, nowFigure?.printed ?? null);
    note('figure', subject, `${place}　${name}の時点`, oldFigure?.asOf ?? null, nowFigure?.asOf ?? null);
  }
  note('figure', subject, `${place}　現状値の区分`, old.measurement?.standing ?? null, now.measurement?.standing ?? null);
  note('judgement', subject, `${place}　判定`, old.evaluation.sentence, now.evaluation.sentence);
}

function ownersText(edition: Edition, node: EditionNode): string {
  return node.responsible.map((owner) => ownerName(edition, owner)).join('／');
}

function reportersText(edition: Edition, node: EditionNode): string {
  return (node.report?.reporters ?? []).map((id) => departmentById(edition, id)?.name ?? id).join('／');
}

function paragraphPlace({ id }: Pick<Paragraph, 'id'>): string {
  return `段落${id.replace(/^p/, '')}`;
}

/** Both lists by id: the order of the later one, with what it no longer has at the place where it stood. */
function pairs<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): (readonly [T | undefined, T | undefined])[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const result: (readonly [T | undefined, T | undefined])[] = [];
  let position = 0;
  for (const entry of after) {
    const at = before.findIndex(({ id }) => id === entry.id);
    for (; position < at; position += 1) if (!kept.has(before[position]!.id)) result.push([before[position], undefined]);
    if (at >= 0) position = Math.max(position, at + 1);
    result.push([old.get(entry.id), entry]);
  }
  for (; position < before.length; position += 1) if (!kept.has(before[position]!.id)) result.push([before[position], undefined]);
  return result;
}
