import type { Edition } from '../domain/edition/edition.ts';
import type { Paragraph } from '../domain/report/paragraph.ts';
import { answeredRuns, AnswersFor } from './answers-for.tsx';

/**
 * Paragraphs with a permanent link in the margin; lines of a list stay together in a list. Below those of one author stands who answers for them.
 *
 * @param within put before the ids where one page holds several texts
 * @param record link to the same text in the record of the edition, where each paragraph has the words by which it is cited
 */
export function ReportedText({ edition, paragraphs, within = '', record }: { edition: Edition; paragraphs: readonly Paragraph[]; within?: string; record: string }) {
  const numbers = new Map(paragraphs.map((paragraph, index) => [paragraph, index + 1]));
  const linked = (paragraph: Paragraph) => <PermanentLink id={within + paragraph.id} number={numbers.get(paragraph) ?? 1} record={record} />;
  return (
    <div class="text">
      {answeredRuns(edition, paragraphs).map(({ answers, paragraphs: run }) => (
        <>
          {blocksOf(run).map((block) => (Array.isArray(block)
            ? <ul>{block.map((item) => <li class="row" id={within + item.id}>{linked(item)}<p>{item.text}</p></li>)}</ul>
            : <div class="row" id={within + block.id}>{linked(block)}<p>{block.text}</p></div>))}
          <AnswersFor answers={answers} />
        </>
      ))}
    </div>
  );
}

function PermanentLink({ id, number, record }: { id: string; number: number; record: string }) {
  return <span class="para"><a href={`#${id}`} aria-label={`¶${number} 段落${number}への固定リンク`}>¶{number}</a> <a href={`${record}#${id}`} aria-label={`段落${number}の引用`}>引用</a></span>;
}

/** Paragraphs without addresses: descriptions of the plan. */
export function PlainText({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <div class="text">
      {blocksOf(paragraphs).map((block) => (Array.isArray(block)
        ? <ul class="bullets">{block.map((item) => <li>{item.text}</li>)}</ul>
        : <p>{block.text}</p>))}
    </div>
  );
}

function blocksOf(paragraphs: readonly Paragraph[]): (Paragraph | Paragraph[])[] {
  const blocks: (Paragraph | Paragraph[])[] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (paragraph.kind === 'text') blocks.push(paragraph);
    else if (Array.isArray(last)) last.push(paragraph);
    else blocks.push([paragraph]);
  }
  return blocks;
}
