import type { Edition } from '../edition/edition.ts';
import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { ScaleStep, Subject } from '../round/round.ts';

/** A meeting of headquarters (推進本部の会議) about the results of one fiscal year of a plan. */
export interface Meeting {
  readonly id: string;
  readonly planId: string;
  /** The year whose results are deliberated. */
  readonly fiscalYear: FiscalYear;
  readonly heldOn: CalendarDate;
  readonly title: string;
}

/** One item on the agenda (議題): an element or an indicator of the plan, or a matter of the whole plan. */
export interface AgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly subject: Subject | null;
  readonly title: string;
  /** What the secretariat lays before the meeting (資料), as typed. */
  readonly paper: string;
}

/** What headquarters decided on an item. Never changed: a later decision on the same item stands beside it. */
export interface Decision {
  readonly id: string;
  readonly agendaItemId: string;
  readonly text: string;
  /** Step of the city's scale, or null where headquarters gave none. */
  readonly assessment: string | null;
  /** Required where the assessment and the state of an indicator disagree. */
  readonly explanation: string | null;
  readonly decidedAt: string;
}

/** An order to named departments (本部指示) that stands at the top of their form in the round of `answerIn` and must be answered. */
export interface Instruction {
  readonly id: string;
  readonly planId: string;
  readonly nodeId: string;
  readonly text: string;
  readonly departments: readonly string[];
  /** The round in which it is to be answered. */
  readonly answerIn: FiscalYear;
  readonly issuedAt: string;
}

/** An instruction with the meeting that gave it. */
export interface GivenInstruction extends Instruction {
  readonly meeting: Pick<Meeting, 'title' | 'heldOn'>;
}

/** An instruction as the department reads it that has to answer. */
export interface InstructionToAnswer {
  readonly id: string;
  readonly text: string;
  readonly meeting: Pick<Meeting, 'title' | 'heldOn'>;
  /** The departments that it was given to and whose work the answering one has taken over, as they were called then; none where it was given to itself. */
  readonly inheritedFrom: readonly string[];
}

/** An item with what was decided on it, newest decision last, and the instructions that were given. */
export interface DeliberatedItem extends AgendaItem {
  readonly decisions: readonly Decision[];
  readonly instructions: readonly Instruction[];
}

/** A meeting with everything that is laid before it or was decided in it. */
export interface MeetingRecord {
  readonly meeting: Meeting;
  /** The year's edition as it stands: what is deliberated. */
  readonly edition: Edition;
  /** In the order of the agenda. */
  readonly items: readonly DeliberatedItem[];
  /** The steps of assessment of that year's round, best first. */
  readonly scale: readonly ScaleStep[];
}
