import { readingOrder, readTaggedPdf, type Tag } from '../../src/documents/pdf/tagged-pdf.testing.ts';
import { type Facts, type IndicatorFacts, noValue } from './facts.ts';

/** What the printed report says to somebody who listens to it: the tags in their order. */
export function factsFromPdf(bytes: Uint8Array): Facts {
  const chapters = chaptersOf(readingOrder(readTaggedPdf(bytes).document));
  const overview = (tags: readonly Tag[]) => tags.findIndex(({ type }) => type === 'H2');
  const numbered = chapters.filter(({ heading }) => /^[0-9０-９]+．/.test(heading)).map(({ heading, tags }) => ({ heading: heading.replace(/^[0-9０-９]+．/, ''), tags }));
  const named = (pattern: RegExp) => numbered.find(({ heading }) => pattern.test(heading))?.tags ?? [];
  const first = numbered.findIndex(({ heading }) => /^体系図$|一覧$|^指標$|の主な取組状況$/.test(heading));
  const indicators = named(/^指標$/);
  return {
    preface: numbered.slice(0, first).map(({ heading, tags }) => ({ heading, paragraphs: tags.slice(0, overview(tags) < 0 ? tags.length : overview(tags)).filter(isText).map(({ text }) => text) })),
    elements: elementsOf(named(/の主な取組状況$/)),
    indicators: indicatorsOf(indicators),
    notes: notesOf(indicators),
  };
}

/** Line marks that the template puts before the lines of a list are labels of their own. */
const isText = ({ type }: Tag) => type === 'P' || type === 'LBody';
/** What the template says itself between the facts. */
const furniture = /^(推進部署|内容|再掲：.*（\d+ページ）|№指標　.*|.*の取組状況|承認：.*|計画の変更|この年度の報告はありません。)$/;

function chaptersOf(tags: readonly Tag[]): { readonly heading: string; readonly tags: Tag[] }[] {
  const chapters: { heading: string; tags: Tag[] }[] = [];
  for (const tag of tags) {
    if (tag.type === 'H1') chapters.push({ heading: tag.text, tags: [] });
    else chapters.at(-1)?.tags.push(tag);
  }
  return chapters;
}

function elementsOf(tags: readonly Tag[]): Facts['elements'] {
  const elements: { label: string; title: string; description: string[]; report: string[]; departments: boolean; reported: boolean }[] = [];
  for (const { type, text } of tags) {
    const current = elements.at(-1);
    if (/^H\d$/.test(type)) {
      const [label = '', ...title] = text.split('　');
      elements.push({ label, title: title.join('　'), description: [], report: [], departments: false, reported: false });
    } else if (!current || type === 'Lbl' || /^(Span|Link)$/.test(type)) {
      if (current && text === '推進部署') current.departments = true;
    } else if (furniture.test(text)) current.reported ||= text.endsWith('の取組状況');
    // The paragraph behind 推進部署 names the departments.
    else if (current.departments) current.departments = false;
    else current[current.reported ? 'report' : 'description'].push(text);
  }
  return elements.map(({ label, title, description, report }) => ({ label, title, description, report }));
}

function indicatorsOf(tags: readonly Tag[]): IndicatorFacts[] {
  const starts = tags.flatMap(({ type }, index) => (type === 'H2' ? [index] : []));
  return starts.map((start, index) => {
    const own = tags.slice(start, starts[index + 1] ?? tags.length);
    const [, number = '', title = ''] = /^指標(\S+?)　(.*)$/s.exec(own[0]?.text ?? '') ?? [];
    const heads = own.filter(({ type }) => type === 'TH').map(({ text }) => text);
    const cells = own.filter(({ type }) => type === 'TD').map(({ text }) => text);
    // A remark on the value (（平成31年度の値、参考値）) stands under it in the same cell.
    const figure = (column: number) => ({ label: heads[column] ?? '', printed: (cells[column] ?? '').replace(/(?<!^)（[^（）]*(?:値|年度の値)）$/, '') });
    const state = own.findIndex(({ type, text }) => type === 'Span' && /^(目標|順調|やや遅れ|遅れ|判定を保留)/.test(text));
    return {
      number, title, definition: own.find(({ text }) => text.startsWith('説明　'))?.text.slice('説明　'.length) ?? '',
      baseline: figure(0), current: noValue.test(cells[1] ?? '') ? null : figure(1), target: figure(2),
      status: (own[state]?.text ?? '').replace(/（速報値による）$/, ''), sentence: own[state + 1]?.text ?? '',
    };
  });
}

function notesOf(tags: readonly Tag[]): Facts['notes'] {
  const notes = new Map<string, string>();
  tags.forEach(({ type, text }, index) => { if (type === 'Span' && /^※[0-9０-９]+$/.test(text)) notes.set(text, tags[index + 1]?.text ?? ''); });
  return [...notes].map(([mark, text]) => ({ mark, text }));
}
