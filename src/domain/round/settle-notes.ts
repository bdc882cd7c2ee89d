import { type Note, noteNumber } from '../report/paragraph.ts';
import type { ReviewMark } from './review-mark.ts';

interface NotesOfYear {
  /** As the answers make them: those of the last edition, and what owners wrote beside their figures. */
  readonly composed: readonly Note[];
  /** As the secretariat has saved them for this year, or null while it has not. */
  readonly kept: readonly Note[] | null;
  /** Of the last edition. */
  readonly carried: readonly Note[];
  /** Marks that stand at a figure. */
  readonly marks: readonly string[];
}

/**
 * The notes of an edition that is being prepared. What the secretariat has written stands; what it left as it was carried over
 * gives way to what an owner has written this year. Where both have written, a person is told.
 */
export function settleNotes({ composed, kept, carried, marks }: NotesOfYear): { readonly notes: readonly Note[]; readonly review: readonly ReviewMark[] } {
  if (!kept) return { notes: composed, review: [] };
  const used = new Set(marks.map(noteNumber));
  const review: ReviewMark[] = [];
  const notes = composed.flatMap((note) => {
    const saved = find(kept, note);
    const before = find(carried, note)?.text;
    const byOwner = note.text !== before;
    if (!saved) return byOwner || used.has(noteNumber(note.mark)) ? [note] : [];
    if (saved.text === before) return [note];
    if (byOwner && saved.text !== note.text) {
      review.push({ place: 'notes', id: note.mark, message: `注「${note.mark}」は、担当者が値に添えた文章と異なります。担当者の文章：「${note.text}」` });
    }
    return [saved];
  });
  return { notes: [...notes, ...kept.filter((note) => !find(composed, note) && used.has(noteNumber(note.mark)))], review };
}

function find(notes: readonly Note[], { mark }: Note): Note | undefined {
  return notes.find((candidate) => noteNumber(candidate.mark) === noteNumber(mark));
}
