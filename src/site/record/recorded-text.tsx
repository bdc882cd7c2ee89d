import { answersFor, AnswersFor } from '../answers-for.tsx';
import type { Paragraph } from '../../domain/report/paragraph.ts';
import type { PageAddress } from '../address.ts';
import type { EditionSite, SharedAssets } from '../site-page.tsx';
import { Citation } from './citation.tsx';

/** A line that was typed with its own mark gets no second one. */
const ownMark = /^[・･○●◎■□◆◇▪•‐－―ー：:※（(①-⑳0-9０-９-]/;

/**
 * Paragraphs in a record: each with its permanent address and the words by which it is cited.
 *
 * @param place before the number of the paragraph: 取組項目05「ICT人財の育成」
 * @param within put before the ids where one page holds several texts
 */
export function RecordedText({ site, paragraphs, place, address, assets, within = '' }: {
  site: EditionSite; paragraphs: readonly Paragraph[]; place: string; address: PageAddress; assets: SharedAssets; within?: string;
}) {
  return (
    <div class="text recorded">
      {paragraphs.map((paragraph, index) => {
        const { id, kind, text } = paragraph;
        const answers = answersFor(site.published.edition, paragraph);
        return (
          <div class="row" id={within + id}>
            <a class="para" href={`#${within}${id}`} aria-label={`¶${index + 1} 段落${index + 1}への固定リンクと引用`}>¶{index + 1}</a>
            <p>{kind === 'item' && !ownMark.test(text) ? <span aria-hidden="true">・</span> : null}{text}</p>
            <AnswersFor answers={answers} />
            <Citation published={site.published} place={`${place}段落${index + 1}${answers === null ? '' : `（${answers}）`}`} address={`${address}#${within}${id}`} assets={assets} />
          </div>
        );
      })}
    </div>
  );
}
