import { dateLabel, fiscalYearLabel } from '../fiscal-year/fiscal-year.ts';
import { bodyInWords, responseNames } from '../opinion/opinion.ts';
import { lifeOf, type PlanChange } from '../plan/plan-change.ts';
import { originOf, successionNames } from '../plan/succession.ts';
import { approvalInWords } from '../report/approval-in-words.ts';
import type { ReportedParagraph } from '../report/paragraph.ts';
import type { Subject } from '../round/round.ts';
import type { Edition, EditionNode } from './edition.ts';
import { changeInWords, takenInInWords } from './life-in-words.ts';

// What a printed report says of an item beside its text: the same words in PDF and Word.

/** A text with its heading: 審議結果 or 外部の意見, and from whom and when. */
export interface PrintedPart {
  readonly heading: string;
  readonly source: string;
  readonly lines: readonly string[];
}

/** 令和３年度に終了（目的を達したため。令和４年２月10日決定）; one sentence for each thing that happened to the item. */
export function lifeLines(edition: Edition, node: EditionNode): string[] {
  const { added, ended, takenIn } = lifeOf(edition.planChanges, node);
  const reason = ({ reason: why, decidedOn }: PlanChange) => `（${why}${decidedOn === null ? '' : `。${dateLabel(decidedOn, edition.municipality.fiscalYearLabels)}決定`}）`;
  return [
    ...(ended ? [changeInWords(edition, ended) + reason(ended)] : []),
    ...takenIn.map((change) => takenInInWords(edition, change) + reason(change)),
    ...(added ? [changeInWords(edition, added) + reason(added)] : []),
    ...originLines(edition, node),
  ];
}

function originLines({ succession }: Edition, node: EditionNode): string[] {
  const origin = succession && originOf(succession, node.relistingOf ?? node.id);
  if (!succession || !origin) return [];
  const from = origin.from.map(({ number, title }) => `「${number} ${title}」`).join('');
  return [from === '' ? `${succession.from.title}にない新規の項目` : `${succession.from.title}の${from}から${successionNames[origin.kind]}`];
}

/** 政策室長、財政課長（代決）: the posts that approved the text of an item, each once; null where the source says none. */
export function approvalLine(paragraphs: readonly ReportedParagraph[]): string | null {
  const posts = [...new Set(paragraphs.flatMap(({ approval }) => (approval ? [approvalInWords(approval)] : [])))];
  return posts.length > 0 ? posts.join('、') : null;
}

/** Decisions of headquarters and opinions from outside on an item, an indicator or the whole plan. */
export function decidedParts(edition: Edition, subject: Subject | null): PrintedPart[] {
  const isAbout = (entry: { readonly subject: Subject | null }): boolean => entry.subject?.kind === subject?.kind && entry.subject?.id === subject?.id;
  const labels = edition.municipality.fiscalYearLabels;
  return [
    ...edition.decisions.filter(isAbout).map(({ meeting, assessment, paragraphs, explanation, instructions, title }): PrintedPart => ({
      heading: '審議結果', source: `${meeting.title}、${dateLabel(meeting.heldOn, labels)}`,
      lines: [
        ...(subject === null ? [title] : []), ...(assessment === null ? [] : [`評価　${assessment}`]), ...paragraphs, ...(explanation.length > 0 ? [`評価の理由　${explanation.join('　')}`] : []),
        ...instructions.map((order) => `部署への指示　${order.departments.map(({ name }) => name).join('、')}（${fiscalYearLabel(order.answerIn, labels)}の照会で回答）　${order.paragraphs.join('　')}`),
      ],
    })),
    ...edition.opinions.filter(isAbout).toReversed().map((opinion): PrintedPart => ({
      heading: '外部の意見', source: `${bodyInWords(opinion)}、${dateLabel(opinion.statedOn, labels)}`,
      lines: [
        ...opinion.paragraphs,
        ...opinion.responses.map(({ kind, department, respondedOn, paragraphs }) => `${responseNames[kind]}（${department.name}、${dateLabel(respondedOn, labels)}）　${paragraphs.join('　')}`),
      ],
    })),
  ];
}

/** The chapter for what is on no item. */
export const otherDecidedHeading = '審議結果と意見（計画全体・指標）';

/** What was decided or said on the whole plan and on its indicators. */
export function otherDecided(edition: Edition): PrintedPart[] {
  const onIndicators = edition.indicators.flatMap(({ id, number, title }) => decidedParts(edition, { kind: 'indicator', id })
    .map((part) => ({ ...part, heading: `指標${number} ${title}　${part.heading}` })));
  return [...decidedParts(edition, null), ...onIndicators];
}
