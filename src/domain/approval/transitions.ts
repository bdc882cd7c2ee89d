// Approval is this one table: role × state × action → new state, what must hold, whether a note must be written.
// Buttons, the API, the tests and the diagram in the documents are read from it. What is not in it is refused.

/** State of a request (照会) to one department about one item or indicator. */
export type AnswerState = 'not-started' | 'draft' | 'submitted' | 'returned' | 'approved' | 'accepted';

export const answerStates: readonly AnswerState[] = ['not-started', 'draft', 'submitted', 'returned', 'approved', 'accepted'];

export type Action = 'save' | 'take-in' | 'submit' | 'withdraw' | 'approve' | 'send-back' | 'withdraw-approval' | 'accept' | 'correct' | 'unlock';

export const actions: readonly Action[] = ['save', 'take-in', 'submit', 'withdraw', 'approve', 'send-back', 'withdraw-approval', 'accept', 'correct', 'unlock'];

/** Who acts, in relation to the request: 担当者 and 所属長 of its department (a 代決者 acts as 所属長), or 事務局. */
export type ActingRole = 'reporter' | 'section-head' | 'secretariat';

export const actingRoles: readonly ActingRole[] = ['reporter', 'section-head', 'secretariat'];

export interface Transition {
  readonly role: ActingRole;
  readonly from: AnswerState;
  readonly action: Action;
  readonly to: AnswerState;
  /** Whether the answer must be complete and right. */
  readonly mustBeValid: boolean;
  /** Whether a note must be written: why it is sent back, corrected or unlocked. */
  readonly noteRequired: boolean;
  /** The deadline after which it needs an unlock, or null. */
  readonly lockedAfter: 'department' | 'section-head' | null;
}

function row(
  role: ActingRole, from: AnswerState, action: Action, to: AnswerState, marks: readonly ('valid' | 'note')[] = [], lockedAfter: Transition['lockedAfter'] = null,
): Transition {
  return { role, from, action, to, mustBeValid: marks.includes('valid'), noteRequired: marks.includes('note'), lockedAfter };
}

export const transitions: readonly Transition[] = [
  row('reporter', 'not-started', 'save', 'draft', [], 'department'),
  row('reporter', 'not-started', 'take-in', 'draft', [], 'department'),
  row('reporter', 'not-started', 'submit', 'submitted', ['valid'], 'department'),
  row('reporter', 'draft', 'save', 'draft', [], 'department'),
  row('reporter', 'draft', 'take-in', 'draft', [], 'department'),
  row('reporter', 'draft', 'submit', 'submitted', ['valid'], 'department'),
  // A returned answer stays returned while it is mended, so that its note stays in sight.
  row('reporter', 'returned', 'save', 'returned', [], 'department'),
  row('reporter', 'returned', 'take-in', 'returned', [], 'department'),
  row('reporter', 'returned', 'submit', 'submitted', ['valid'], 'department'),
  // Taking something back after its deadline would leave it where nobody may hand it in again.
  row('reporter', 'submitted', 'withdraw', 'draft', [], 'department'),

  row('section-head', 'submitted', 'approve', 'approved', ['valid'], 'section-head'),
  row('section-head', 'submitted', 'send-back', 'returned', ['note'], 'section-head'),
  row('section-head', 'approved', 'withdraw-approval', 'submitted', [], 'section-head'),

  // A department that does not reach this server sends its workbook to the secretariat. Its answer stays its own, and its deadline holds.
  row('secretariat', 'not-started', 'take-in', 'draft', [], 'department'),
  row('secretariat', 'draft', 'take-in', 'draft', [], 'department'),
  row('secretariat', 'returned', 'take-in', 'returned', [], 'department'),

  row('secretariat', 'not-started', 'unlock', 'not-started', ['note']),
  row('secretariat', 'draft', 'unlock', 'draft', ['note']),
  row('secretariat', 'returned', 'unlock', 'returned', ['note']),
  row('secretariat', 'submitted', 'unlock', 'submitted', ['note']),
  row('secretariat', 'approved', 'accept', 'accepted', ['valid']),
  row('secretariat', 'approved', 'send-back', 'returned', ['note']),
  row('secretariat', 'approved', 'correct', 'approved', ['valid', 'note']),
  row('secretariat', 'accepted', 'correct', 'accepted', ['valid', 'note']),
  row('secretariat', 'accepted', 'send-back', 'returned', ['note']),
];

export const stateNames: Readonly<Record<AnswerState, string>> = {
  'not-started': '未着手', draft: '作成中', submitted: '所属長の確認待ち', returned: '差戻し', approved: '事務局の確認待ち', accepted: '受理済み',
};

/** A sign beside the word of a state; never alone. */
export const stateMarks: Readonly<Record<AnswerState, string>> = {
  'not-started': '○', draft: '△', submitted: '▷', returned: '◁', approved: '◎', accepted: '●',
};

export const actionNames: Readonly<Record<Action, string>> = {
  save: '保存する', 'take-in': 'Excelから取り込む', submit: '所属長に提出する', withdraw: '提出を取り下げる', approve: '承認する', 'send-back': '差し戻す',
  'withdraw-approval': '承認を取り消す', accept: '受理する', correct: '事務局が修正する', unlock: '締切後の入力を認める',
};

export const actingRoleNames: Readonly<Record<ActingRole, string>> = { reporter: '担当者', 'section-head': '所属長（代決者）', secretariat: '事務局' };

/** The one transition for a role, a state and an action, or nothing. */
export function findTransition(role: ActingRole, from: AnswerState, action: Action): Transition | undefined {
  return transitions.find((candidate) => candidate.role === role && candidate.from === from && candidate.action === action);
}

/** In whose hands a request is now. */
export function whoHasIt(state: AnswerState): ActingRole | null {
  switch (state) {
    case 'not-started':
    case 'draft':
    case 'returned': return 'reporter';
    case 'submitted': return 'section-head';
    case 'approved': return 'secretariat';
    case 'accepted': return null;
  }
}
