import { dateLabel, type FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { InstructionToAnswer } from './headquarters.ts';

/** Where an instruction comes from: the meeting, and the departments to which it was given where they are no more. */
export function instructionOrigin({ meeting, inheritedFrom }: InstructionToAnswer, labels: FiscalYearLabelling): string {
  const inherited = inheritedFrom.length === 0 ? '' : `${inheritedFrom.join('、')}への指示を、組織改正により引き継いでいます。`;
  return `${meeting.title}（${dateLabel(meeting.heldOn, labels)}）の指示です。${inherited}`;
}
