import type { Edition, EditionNode } from '../../../domain/edition/edition.ts';
import { departmentById } from '../../../domain/edition/reading.ts';
import type { Approval, Paragraph, ReportedParagraph } from '../../../domain/report/paragraph.ts';
import { type Table, tableOf } from './column.ts';
import { levelName } from './plan-tables.ts';

/** Where in the report a paragraph stands. */
export type Part = '前文' | '説明' | '取組状況';

interface PlacedParagraph {
  readonly part: Part;
  readonly node: EditionNode | null;
  readonly placeId: string;
  readonly title: string;
  readonly paragraph: Paragraph | ReportedParagraph;
}

const kinds = { text: '本文', item: '箇条書' } as const;

/** One row a paragraph, in printed order, of the parts that are asked for. */
export function paragraphTable(edition: Edition, about: Pick<Table, 'id' | 'title' | 'description'>, parts: readonly Part[]): Table {
  return tableOf(about, [
    { name: '区分', type: 'text', description: '前文（体系の前に置かれた章）、説明（体系の要素の説明）、取組状況（この年度の報告）のいずれか。', value: ({ part }) => part },
    { name: '階層', type: 'text', description: '段落がある要素の階層。前文は空欄。', value: ({ node }) => (node ? levelName(edition, node.level) : null) },
    { name: '番号', type: 'code', description: '段落がある要素の番号。前文は空欄。', value: ({ node }) => node?.number ?? null },
    { name: '題名', type: 'text', description: '段落がある要素の題名。前文は章の見出し。', value: ({ title }) => title },
    { name: '段落ID', type: 'code', description: '段落の識別子。同じ要素の中で一意。', value: ({ paragraph }) => paragraph.id },
    { name: '種別', type: 'text', description: '本文か箇条書。', value: ({ paragraph }) => kinds[paragraph.kind] },
    { name: '本文', type: 'text', description: '段落の文章。入力されたとおりの文字で記載する。', value: ({ paragraph }) => paragraph.text },
    { name: '執筆部署（空欄は記載なし）', type: 'text', description: '段落を書いた部署。空欄は、原文に記載がない。', value: ({ paragraph: { department } }) => (department === null ? null : (departmentById(edition, department)?.name ?? department)) },
    { name: '執筆部署ID', type: 'code', description: '段落を書いた部署の識別子。空欄は、原文に記載がない。', value: ({ paragraph }) => paragraph.department },
    { name: '承認した職', type: 'text', description: '段落を承認した職。空欄は、原文に記載がない。', value: ({ paragraph }) => approvalOf(paragraph)?.post ?? null },
    { name: '代決', type: 'text', description: '代決者が承認したときは「代決」。', value: ({ paragraph }) => (approvalOf(paragraph)?.byDeputy ? '代決' : null) },
    { name: '承認後の修正', type: 'text', description: '承認の後に事務局が文章を直したときは「事務局が修正」。', value: ({ paragraph }) => (approvalOf(paragraph)?.correctedAfter ? '事務局が修正' : null) },
    { name: '要素ID', type: 'code', description: '段落がある要素の識別子。前文は章の識別子。', value: ({ placeId }) => placeId },
  ], placedParagraphs(edition).filter(({ part }) => parts.includes(part)));
}

function approvalOf(paragraph: Paragraph | ReportedParagraph): Approval | null {
  return 'approval' in paragraph ? paragraph.approval : null;
}

function placedParagraphs(edition: Edition): PlacedParagraph[] {
  const preface = edition.preface.flatMap(({ id, heading, paragraphs }) => paragraphs.map((paragraph): PlacedParagraph => (
    { part: '前文', node: null, placeId: id, title: heading, paragraph }
  )));
  const tree = edition.nodes.flatMap((node) => {
    const placed = (part: Part) => (paragraph: Paragraph | ReportedParagraph): PlacedParagraph => ({ part, node, placeId: node.id, title: node.title, paragraph });
    return [...node.description.map(placed('説明')), ...(node.report?.paragraphs ?? []).map(placed('取組状況'))];
  });
  return [...preface, ...tree];
}
