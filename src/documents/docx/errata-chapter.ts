import { type ParagraphChild, TextRun } from 'docx';
import type { Edition } from '../../domain/edition/edition.ts';
import { markDifference, type MarkedPiece } from '../../domain/edition/mark-difference.ts';
import { editionLabel } from '../../domain/edition/reading.ts';
import { type Block, heading, line, table } from './blocks.ts';

/** 正誤表, before the numbered chapters; nothing in a first edition. */
export function errataBlocks(edition: Edition): Block[] {
  const { corrects, correctionReason } = edition;
  if (!corrects) return [];
  const [before, after] = [editionLabel(corrects), editionLabel(edition)];
  return [
    heading(1, '正誤表', true),
    line('BodyText', `${before}を訂正し、${after}として公表しました。下線は、異なる部分です。`),
    ...(correctionReason === null ? [] : [line('BodyText', `訂正の理由：${correctionReason}`)]),
    line('Small', `訂正前の版の記録（SHA-256）：${corrects.hash}`, { spacing: { after: 120 } }),
    ...(corrects.changes.length === 0 ? [line('BodyText', '文章と値の訂正はありません。')] : [
      table([26, 37, 37], ['場所', `誤（${before}）`, `正（${after}）`], corrects.changes.map((change) => {
        const marked = markDifference(change.before ?? '', change.after ?? '');
        return [{ text: change.place }, { text: change.before === null ? '（記載なし）' : runs(marked.before) }, { text: change.after === null ? '（記載なし）' : runs(marked.after) }];
      })),
    ]),
  ];
}

function runs(pieces: readonly MarkedPiece[]): ParagraphChild[] {
  return pieces.map(({ text, marked }) => new TextRun({ text, ...(marked && { bold: true, underline: {} }) }));
}
