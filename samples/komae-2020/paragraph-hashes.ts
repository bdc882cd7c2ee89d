// One line per paragraph: "<id>#p<N> <SHA-256 of its UTF-8 text>". A changed character shows even where the source text is not at hand.
// Write the file anew, after a deliberate change only:
//   node samples/komae-2020/paragraph-hashes.ts > samples/komae-2020/paragraph-hashes.txt
import { createHash } from 'node:crypto';
import { nodes, reportFile, textOf, type Paragraph } from './sample.ts';

const linesOf = (id: string, paragraphs: Paragraph[]): string[] =>
  paragraphs.map((paragraph, index) => {
    const digest = createHash('sha256').update(textOf(paragraph), 'utf8').digest('hex');
    return `${id}#p${index + 1} ${digest}`;
  });

export const paragraphHashes = (): string[] => [
  ...reportFile.preface.flatMap((section) => linesOf(section.id, section.paragraphs)),
  ...linesOf('notes', reportFile.notes.map((note) => note.text)),
  ...nodes.flatMap(({ node }) => linesOf(node.id, node.description ?? [])),
  ...reportFile.reports.flatMap((report) => linesOf(report.initiative, report.paragraphs)),
];

if (import.meta.main) process.stdout.write(`${paragraphHashes().join('\n')}\n`);
