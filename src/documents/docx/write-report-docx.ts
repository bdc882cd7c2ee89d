import { AlignmentType, BorderStyle, Document, Footer, Header, Packer, PageNumber, type PageNumberEstimator, Paragraph, TableOfContents, TextRun } from 'docx';
import type { Edition, PublishedEdition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { refuseUnwritable } from '../csv/unwritable-text.ts';
import { heading, line } from './blocks.ts';
import { errataBlocks } from './errata-chapter.ts';
import { fixPackage } from './fixed-package.ts';
import { indicatorChapter } from './indicator-chapter.ts';
import { pageNumbers } from './page-numbers.ts';
import { type Chapter, listChapter, prefaceChapters, treeChapter } from './plan-chapters.ts';
import { decidedChapters, progressChapter } from './progress-chapter.ts';
import { bullets, page, rule, styles } from './styles.ts';

/**
 * An edition as a Word document with the content of the printed report. The same edition gives the same bytes.
 *
 * @param numberPages works out the pages of headings; for the test that compares ours with another
 * @throws UnwritableTextError where a text holds a character that no document can carry
 */
export async function writeReportDocx(published: PublishedEdition, numberPages: PageNumberEstimator = pageNumbers): Promise<Uint8Array> {
  const { edition } = published;
  refuseUnwritable(edition);
  const chapters = [
    ...prefaceChapters(edition), treeChapter(edition), listChapter(edition), indicatorChapter(edition), progressChapter(edition), ...decidedChapters(edition),
  ].filter((chapter) => chapter !== null);
  const title = `${edition.plan.title}　${yearLabelOf(edition)}の進捗状況`;
  const document = new Document({
    title,
    creator: edition.municipality.name,
    lastModifiedBy: edition.municipality.name,
    compatabilityModeVersion: 15,
    styles,
    numbering: bullets,
    // With page numbers worked out, the contents are written as up to date and Word does not ask on opening.
    pageNumbers: numberPages,
    sections: [{
      properties: { page, titlePage: true },
      headers: { default: new Header({ children: [line('Running', title, { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: rule } } })] }), first: new Header({ children: [new Paragraph('')] }) },
      footers: {
        default: new Footer({ children: [line('Running', [new TextRun({ children: ['－ ', PageNumber.CURRENT, ' －'] })], { alignment: AlignmentType.CENTER })] }),
        first: new Footer({ children: [new Paragraph('')] }),
      },
      children: [...cover(edition), ...contents(), ...errataBlocks(edition), ...chapters.flatMap(chapterBlocks)],
    }],
  });
  return fixPackage(await Packer.toBuffer(document), edition);
}

function cover(edition: Edition): Paragraph[] {
  return [
    line('Title', edition.plan.title, { spacing: { before: 4_400 } }),
    line('CoverLine', yearLabelOf(edition)),
    line('CoverLine', '進捗状況'),
    line('CoverSmall', editionLabel(edition), { spacing: { before: 500 } }),
    line('CoverSmall', edition.municipality.name, { spacing: { before: 4_000 } }),
    ...(edition.issuedOn === null ? [] : [line('CoverSmall', dateLabel(edition.issuedOn, edition.municipality.fiscalYearLabels))]),
  ];
}

function contents(): (Paragraph | TableOfContents)[] {
  return [line('ContentsHeading', '目次', { pageBreakBefore: true }), new TableOfContents('目次', { hyperlink: true, headingStyleRange: '1-3' })];
}

function chapterBlocks({ heading: text, blocks, ownPage }: Chapter, index: number): (Chapter['blocks'][number])[] {
  return [heading(1, `${chapterNumber(index + 1)}．${text}`, ownPage), ...blocks];
}

/** One digit in full width, as official documents write it: １, 10. */
function chapterNumber(number: number): string {
  return number < 10 ? String.fromCodePoint(0xff10 + number) : String(number);
}
