import type { Paragraph } from '../domain/report/paragraph.ts';

/** Paragraphs with a permanent link in the margin; lines of a list stay together in a list. */
export function ReportedText({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return (
    <div class="text">
      {blocksOf(paragraphs).map((block) => (Array.isArray(block)
        ? <ul>{block.map((item) => <li class="row" id={item.id}>{item.text}</li>)}</ul>
        : (
          <div class="row" id={block.id}>
            <a class="para" href={`#${block.id}`} aria-label={`段落${block.id.replace(/^p/, '')}への固定リンク`}>¶{block.id.replace(/^p/, '')}</a>
            <p>{block.text}</p>
          </div>
        )))}
    </div>
  );
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
