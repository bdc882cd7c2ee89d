import type { Figure } from '../indicator/figure.ts';
import { standingNames } from '../indicator/indicator.ts';
import { approvalInWords } from '../report/approval-in-words.ts';
import type { Paragraph, ReportedParagraph } from '../report/paragraph.ts';
import { compareDecided, decidedParts } from './compare-decided.ts';
import type { ChangeKind, EditionChange } from './edition-change.ts';
import type { Edition, EditionIndicator, EditionNode } from './edition.ts';
import { otherFields } from './other-fields.ts';
import { paired } from './paired.ts';
import { departmentById, nodeLabel, ownerName } from './reading.ts';

/**
 * Everything that differs between two editions of a plan, paragraph by paragraph and number by number, in the order of the later
 * one. Made from ids, never from titles. Between two editions of one year this is the 正誤表. Source: product.md, rule 11.
 */
export function compareEditions(before: Edition, after: Edition): EditionChange[] {
  const changes: EditionChange[] = [];
  const note: Note = (kind, subject, place, old, now, paragraph = null) => {
    if (old !== now) changes.push({ kind, subject, paragraph, place, before: old, after: now });
  };
  note('plan', null, '計画の名称', before.plan.title, after.plan.title);
  note('plan', null, '公表日', before.issuedOn, after.issuedOn);
  noteRest('plan', null, '計画', before.plan, after.plan, ['title'], note);
  noteRest('plan', null, '地方公共団体', before.municipality, after.municipality, [], note);
  for (const [old, now] of paired(before.levels, after.levels)) note('structure', null, `階層（${(now ?? old)!.id}）`, old?.name ?? null, now?.name ?? null);
  comparePreface(before, after, note);
  for (const [old, now] of paired(before.departments, after.departments)) {
    const place = `部署「${(old ?? now)!.name}」`;
    note('department', null, place, old?.name ?? null, now?.name ?? null);
    if (old && now) noteRest('department', null, place, old, now, ['name'], note);
  }
  noteOrder('structure', null, '体系', before.nodes, after.nodes, note);
  for (const [old, now] of paired(before.nodes, after.nodes)) compareNodes(before, after, old, now, note);
  noteOrder('indicator', null, '指標', before.indicators, after.indicators, note);
  for (const [old, now] of paired(before.indicators, after.indicators)) compareIndicators(old, now, before.fiscalYear === after.fiscalYear, note);
  const marked = ({ notes }: Edition) => notes.map((entry) => ({ ...entry, id: entry.mark }));
  for (const [old, now] of paired(marked(before), marked(after))) note('note', null, `指標の注 ${(now ?? old)!.mark}`, old?.text ?? null, now?.text ?? null);
  compareDecided(before, after, note);
  noteRest('plan', null, '版', before, after, [...comparedParts, ...decidedParts, ...ownOfEdition], note);
  return changes;
}

const comparedParts: readonly (keyof Edition)[] = ['plan', 'municipality', 'issuedOn', 'levels', 'preface', 'departments', 'nodes', 'indicators', 'notes'];
/** What every edition has of its own: no difference of content. */
const ownOfEdition: readonly (keyof Edition)[] = ['format', 'fiscalYear', 'number', 'correctionReason', 'corrects', 'reorganisations'];
/** What was read out of the printed form of a figure: it follows from it. */
const readFromPrint = ['value', 'upper', 'alternative', 'comparator', 'unit', 'notes'];
/** What differs in every measurement of another year. */
const ofTheYear = ['label', 'fiscalYear', 'valueYear'];

type Subject = EditionChange['subject'];
type Note = (kind: ChangeKind, subject: Subject, place: string, before: string | null, after: string | null, paragraph?: string | null) => void;

function comparePreface(before: Edition, after: Edition, note: Note): void {
  for (const [old, now] of paired(before.preface, after.preface)) {
    const place = `前文「${(now ?? old)!.heading}」`;
    note('preface', null, `${place}の見出し`, old?.heading ?? null, now?.heading ?? null);
    compareParagraphs('preface', null, place, [before, old?.paragraphs ?? []], [after, now?.paragraphs ?? []], note);
  }
  noteOrder('preface', null, '前文', before.preface, after.preface, note);
}

function compareNodes(before: Edition, after: Edition, old: EditionNode | undefined, now: EditionNode | undefined, note: Note): void {
  const node = (now ?? old)!;
  const edition = now ? after : before;
  const place = `${nodeLabel(edition, node)} ${node.title}`;
  const subject = { kind: 'node', id: node.id } as const;
  if (!old || !now) return note('structure', subject, place, old ? old.title : null, now ? now.title : null);
  note('title', subject, `${place}　題名`, old.title, now.title);
  note('structure', subject, `${place}　番号`, old.number, now.number);
  note('structure', subject, `${place}　再掲の元`, old.relistingOf, now.relistingOf);
  const [oldOwners, nowOwners] = [ownersText(before, old), ownersText(after, now)];
  note('responsible', subject, `${place}　推進部署`, oldOwners, nowOwners);
  // A department that was only renamed is still another text; one that another follows under the same name is another id.
  if (oldOwners === nowOwners) noteRest('responsible', subject, `${place}　推進部署の識別子`, { department: old.responsible }, { department: now.responsible }, [], note);
  compareParagraphs('description', subject, `${place}　説明`, [before, old.description], [after, now.description], note);
  noteRest('structure', subject, place, old, now, ['id', 'title', 'number', 'relistingOf', 'responsible', 'description', 'report'], note);
  if (!old.report && !now.report) return;
  note('responsible', subject, `${place}　推進部署（掲載）`, old.report?.responsiblePrinted ?? null, now.report?.responsiblePrinted ?? null);
  const [oldReporters, nowReporters] = [reportersText(before, old), reportersText(after, now)];
  note('responsible', subject, `${place}　報告した部署`, oldReporters, nowReporters);
  compareParagraphs('paragraph', subject, place, [before, old.report?.paragraphs ?? []], [after, now.report?.paragraphs ?? []], note);
  const compared = ['responsiblePrinted', 'paragraphs', ...(oldReporters === nowReporters ? [] : ['reporters'])];
  if (old.report && now.report) noteRest('paragraph', subject, place, old.report, now.report, compared, note);
}

/** Paragraphs, and the edition whose departments wrote them. */
type Written = readonly [Edition, readonly (Paragraph | ReportedParagraph)[]];

function compareParagraphs(kind: 'preface' | 'description' | 'paragraph', subject: Subject, place: string, [before, olds]: Written, [after, nows]: Written, note: Note): void {
  for (const [old, now] of paired(olds, nows)) {
    const { id } = (now ?? old)!;
    const paragraph = kind === 'paragraph' ? id : null;
    const here = `${place}　段落${id.replace(/^p/, '')}`;
    note(kind, subject, here, old?.text ?? null, now?.text ?? null, paragraph);
    if (!old || !now) continue;
    note(kind, subject, `${here}　承認`, approvalOf(old), approvalOf(now), paragraph);
    note(kind, subject, `${here}　種別`, wordFor(paragraphKinds, old.kind), wordFor(paragraphKinds, now.kind), paragraph);
    // Who wrote it, by name, where it is another department. One that was only renamed is listed once, among the departments.
    const [wasBy, isBy] = [authorOf(before, old), authorOf(after, now)];
    const replaced = wasBy.id !== isBy.id && wasBy.name !== isBy.name;
    if (replaced) note(kind, subject, `${here}　執筆部署`, wasBy.name, isBy.name, paragraph);
    const known = ['id', 'text', 'approval', 'kind', ...(replaced ? ['department'] : [])];
    for (const { name, before: was, after: is } of otherFields(old, now, known)) note(kind, subject, `${here}　${name === '執筆部署' ? '執筆部署の識別子' : name}`, was, is, paragraph);
  }
  noteOrder(kind, subject, place, olds, nows, note);
}

const paragraphKinds: Readonly<Record<Paragraph['kind'], string>> = { text: '文章', item: '箇条書き' };

function authorOf(edition: Edition, paragraph: Paragraph | ReportedParagraph): { readonly id: string | null; readonly name: string | null } {
  const id = 'department' in paragraph ? paragraph.department : null;
  return { id, name: id === null ? null : (departmentById(edition, id)?.name ?? id) };
}

function approvalOf(paragraph: Paragraph | ReportedParagraph): string | null {
  return 'approval' in paragraph && paragraph.approval ? approvalInWords(paragraph.approval) : null;
}

function compareIndicators(old: EditionIndicator | undefined, now: EditionIndicator | undefined, sameYear: boolean, note: Note): void {
  const indicator = (now ?? old)!;
  const place = `指標${indicator.number} ${indicator.title}`;
  const subject = { kind: 'indicator', id: indicator.id } as const;
  if (!old || !now) return note('indicator', subject, place, old ? old.title : null, now ? now.title : null);
  let found = 0;
  const counted: Note = (kind, about, where, was, is) => {
    if (was !== is) found += 1;
    note(kind, about, where, was, is);
  };
  counted('indicator', subject, `${place}　名称`, old.title, now.title);
  counted('indicator', subject, `${place}　単位`, old.unit, now.unit);
  counted('indicator', subject, `${place}　説明`, old.definition, now.definition);
  counted('indicator', subject, `${place}　種類`, old.kind, now.kind);
  noteRest('indicator', subject, place, old, now, ['title', 'unit', 'definition', 'kind', 'baseline', 'target', 'measurement', 'evaluation'], counted);
  const figures: readonly (readonly [string, Figure | null, Figure | null])[] = [['基準値', old.baseline, now.baseline], ['現状値', old.measurement, now.measurement], ['目標値', old.target, now.target]];
  for (const [name, oldFigure, nowFigure] of figures) compareFigures(subject, `${place}　${name}`, oldFigure, nowFigure, sameYear, counted);
  counted('figure', subject, `${place}　現状値の区分`, standingOf(old), standingOf(now));
  counted('judgement', subject, `${place}　判定`, old.evaluation.sentence, now.evaluation.sentence);
  // The grounds of a judgement follow from what was compared above; alone they are the bands of that day.
  if (found === 0) noteRest('judgement', subject, `${place}　判定`, old.evaluation, now.evaluation, ['sentence'], note);
}

function standingOf({ measurement }: EditionIndicator): string | null {
  const standing = measurement?.standing ?? null;
  return standing === null ? null : wordFor(standingNames, standing);
}

/** The word for a value; a value that has none stands for itself, so that no difference is lost. */
function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

/** Where the same print was read otherwise, the reading is a difference. */
function compareFigures(subject: Subject, place: string, old: Figure | null, now: Figure | null, sameYear: boolean, note: Note): void {
  note('figure', subject, place, old?.printed ?? null, now?.printed ?? null);
  note('figure', subject, `${place}の時点`, old?.asOf ?? null, now?.asOf ?? null);
  const known = ['printed', 'asOf', 'standing', ...(old?.printed === now?.printed ? [] : readFromPrint), ...(sameYear ? [] : ofTheYear)];
  if (old && now) noteRest('figure', subject, place, old, now, known, note);
}

function noteRest(kind: ChangeKind, subject: Subject, place: string, before: object, after: object, known: readonly string[], note: Note): void {
  for (const { name, before: old, after: now } of otherFields(before, after, known)) note(kind, subject, `${place}　${name}`, old, now);
}

/** The order of what both sides have. */
function noteOrder(kind: ChangeKind, subject: Subject, place: string, before: readonly { readonly id: string }[], after: readonly { readonly id: string }[], note: Note): void {
  const common = (list: typeof before, other: typeof before) => list.flatMap(({ id }) => (other.some((entry) => entry.id === id) ? [id] : [])).join('、');
  note(kind, subject, `${place}　並び順`, common(before, after), common(after, before));
}

function ownersText(edition: Edition, node: EditionNode): string {
  return node.responsible.map((owner) => ownerName(edition, owner)).join('／');
}

function reportersText(edition: Edition, node: EditionNode): string {
  return (node.report?.reporters ?? []).map((id) => departmentById(edition, id)?.name ?? id).join('／');
}
