import { readPart, type ReadParagraph } from '../../src/documents/docx/read-docx.testing.ts';
import type { Facts, IndicatorFacts } from './facts.ts';
import { noValue } from './facts.ts';

/** What the Word document says: its blocks in order, a table as the texts of its cells. */
export function factsFromDocx(bytes: Uint8Array): Facts {
  const blocks = blocksOf(bytes);
  const chapters = chaptersOf(blocks);
  const named = (pattern: RegExp) => chapters.find(({ heading }) => pattern.test(heading));
  const tree = chapters.findIndex(({ heading }) => heading === '体系');
  const indicators = named(/^指標$/)?.blocks ?? [];
  const notes = indicators.flatMap((block) => ('style' in block && block.style === 'Small' ? /^(※[0-9０-９]+)　(.*)$/s.exec(block.text)?.slice(1) ?? [] : []));
  const unique = new Map(Array.from({ length: notes.length / 2 }, (_, index) => [notes[index * 2]!, notes[index * 2 + 1]!]));
  return {
    preface: chapters.slice(0, tree).map(({ heading, blocks: own }) => ({ heading, paragraphs: own.filter(isText).map(({ text }) => text) })),
    elements: elementsOf(named(/の主な取組状況$/)?.blocks ?? []),
    indicators: indicatorsOf(indicators),
    notes: [...unique].map(([mark, text]) => ({ mark, text })),
  };
}

type Block = ReadParagraph | { readonly cells: readonly string[][] };
const isText = (block: Block): block is ReadParagraph => 'style' in block && ['BodyText', 'ListBullet', 'ListOwnMark'].includes(block.style);

function blocksOf(bytes: Uint8Array): Block[] {
  const xml = readPart(bytes, 'word/document.xml');
  const paragraph = (part: string): ReadParagraph => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(part)?.[1] ?? '',
    text: [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => (text === undefined ? '\t' : unescape(text))).join(''),
  });
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([part]) => (part.startsWith('<w:tbl>')
    ? { cells: [...part.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraph(cell).text)) }
    : paragraph(part)));
}

const unescape = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

function chaptersOf(blocks: readonly Block[]): { readonly heading: string; readonly blocks: Block[] }[] {
  const chapters: { heading: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if ('style' in block && block.style === 'Heading1') chapters.push({ heading: block.text.replace(/^[0-9０-９]+．/, ''), blocks: [] });
    else chapters.at(-1)?.blocks.push(block);
  }
  return chapters;
}

/** The description stands before the line of the departments, the report behind it. */
function elementsOf(blocks: readonly Block[]): Facts['elements'] {
  const elements: { label: string; title: string; description: string[]; report: string[]; reported: boolean }[] = [];
  for (const block of blocks) {
    const current = elements.at(-1);
    if ('style' in block && /^Heading\d$/.test(block.style)) {
      const [label = '', ...title] = block.text.split('　');
      elements.push({ label, title: title.join('　'), description: [], report: [], reported: false });
    } else if (current && 'style' in block && block.style === 'Owner' && block.text.startsWith('推進部署')) current.reported = true;
    else if (current && isText(block) && block.text !== 'この年度の報告はありません。') current[current.reported ? 'report' : 'description'].push(block.text);
  }
  return elements.map(({ label, title, description, report }) => ({ label, title, description, report }));
}

function indicatorsOf(blocks: readonly Block[]): IndicatorFacts[] {
  const starts = blocks.flatMap((block, index) => ('style' in block && block.style === 'Heading2' ? [index] : []));
  return starts.map((start, index) => {
    const own = blocks.slice(start, starts[index + 1] ?? blocks.length);
    const [, number = '', title = ''] = /^指標(\S+?)　(.*)$/s.exec((own[0] as ReadParagraph).text) ?? [];
    const small = (head: string) => own.flatMap((block) => ('style' in block && block.text.startsWith(head) ? [block.text.slice(head.length)] : []))[0] ?? '';
    const table = own.find((block) => 'cells' in block);
    const [labels = [], figures = []] = table && 'cells' in table ? table.cells : [];
    const figure = (column: number) => ({ label: labels[column] ?? '', printed: figures[column] ?? '' });
    return {
      number, title, definition: small('説明　'), baseline: figure(0), current: noValue.test(figures[1] ?? '') ? null : figure(1), target: figure(2), status: figures[3] ?? '', sentence: small('判定の説明　'),
    };
  });
}
