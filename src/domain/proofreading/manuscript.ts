import type { Edition, EditionIndicator, EditionNode } from '../edition/edition.ts';
import type { Paragraph } from '../report/paragraph.ts';

export type TextKind =
  | 'title' | 'description' | 'report' | 'preface' | 'note' | 'figure' | 'department'
  /** Another form of a title that was printed elsewhere; judged against the registry only. */
  | 'printed-variant';

/** One text of a report or a draft, kept as typed. */
export interface ProofreadingText {
  /** Where it stands: nodes/i04/report#p3, nodes/i04#title, indicators/ind2#baseline, notes#※１. Unique within a manuscript. */
  readonly path: string;
  readonly nodeId: string | null;
  readonly kind: TextKind;
  /** Id of the paragraph, where the text is one. */
  readonly paragraph: string | null;
  /** A line of a list, which need not be a sentence. */
  readonly item: boolean;
  readonly text: string;
}

/** What is proofread: texts, with the edition that they belong to and last year's where these are at hand. */
export interface Manuscript {
  readonly texts: readonly ProofreadingText[];
  readonly edition: Edition | null;
  readonly previous: Edition | null;
}

/** Kinds that are written in sentences. */
export const runningKinds: ReadonlySet<TextKind> = new Set(['description', 'report', 'preface', 'note']);

export function manuscriptOf(edition: Edition, previous: Edition | null = null): Manuscript {
  return { texts: textsOf(edition), edition, previous };
}

/** Every text of an edition in printed order. */
export function textsOf(edition: Edition): ProofreadingText[] {
  const { plan } = edition;
  return [
    textAt('plan#title', 'title', plan.title),
    ...plan.alsoPrinted.map(({ title }, index) => textAt(`plan#alsoPrinted${index + 1}`, 'printed-variant', title)),
    ...plan.parents.map(({ title }, index) => textAt(`plan#parent${index + 1}`, 'title', title)),
    ...(plan.headquarters ? [textAt('plan#headquarters', 'title', plan.headquarters.name)] : []),
    ...edition.preface.flatMap(({ id, heading, paragraphs }) => [
      textAt(`preface/${id}#heading`, 'title', heading),
      ...paragraphs.map((paragraph) => paragraphAt(`preface/${id}`, 'preface', null, paragraph)),
    ]),
    ...edition.indicators.flatMap(textsOfIndicator),
    ...edition.notes.map(({ mark, text }) => textAt(`notes#${mark}`, 'note', text)),
    ...edition.nodes.flatMap(textsOfNode),
  ];
}

function textsOfNode({ id, title, alsoPrinted, description, report }: EditionNode): ProofreadingText[] {
  return [
    textAt(`nodes/${id}#title`, 'title', title, id),
    ...alsoPrinted.map((variant, index) => textAt(`nodes/${id}#alsoPrinted${index + 1}`, 'printed-variant', variant.title, id)),
    ...description.map((paragraph) => paragraphAt(`nodes/${id}/description`, 'description', id, paragraph)),
    ...(report ? [textAt(`nodes/${id}#responsible`, 'department', report.responsiblePrinted, id)] : []),
    ...(report?.paragraphs ?? []).map((paragraph) => paragraphAt(`nodes/${id}/report`, 'report', id, paragraph)),
  ];
}

function textsOfIndicator({ id, title, unit, definition, baseline, target, measurement }: EditionIndicator): ProofreadingText[] {
  return [
    textAt(`indicators/${id}#title`, 'title', title),
    ...(unit === null ? [] : [textAt(`indicators/${id}#unit`, 'figure', unit)]),
    textAt(`indicators/${id}#definition`, 'figure', definition),
    textAt(`indicators/${id}#baseline`, 'figure', baseline.printed),
    ...(measurement ? [textAt(`indicators/${id}#measurement`, 'figure', measurement.printed)] : []),
    textAt(`indicators/${id}#target`, 'figure', target.printed),
  ];
}

function textAt(path: string, kind: TextKind, text: string, nodeId: string | null = null): ProofreadingText {
  return { path, nodeId, kind, paragraph: null, item: false, text };
}

function paragraphAt(place: string, kind: TextKind, nodeId: string | null, { id, kind: form, text }: Paragraph): ProofreadingText {
  return { path: `${place}#${id}`, nodeId, kind, paragraph: id, item: form === 'item', text };
}
