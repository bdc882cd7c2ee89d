import { expect, test } from 'vitest';
import { describeApproval } from './describe-approval.ts';
import { actingRoles, actions, answerStates, findTransition, transitions } from './transitions.ts';

test('shows in docs/approval.md the table that is in force', async () => {
  await expect(describeApproval()).toMatchFileSnapshot('../../../docs/approval.md');
});

test('has one transition at most for a role, a state and an action', () => {
  const keys = transitions.map(({ role, from, action }) => `${role} ${from} ${action}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('lets every state be left but the last, and every state but the first be reached', () => {
  for (const state of answerStates) {
    if (state !== 'accepted') expect(transitions.some(({ from, to }) => from === state && to !== state), `${state} can be left`).toBe(true);
    if (state !== 'not-started') expect(transitions.some(({ from, to }) => to === state && from !== state), `${state} can be reached`).toBe(true);
  }
});

test('asks for a note wherever work is given back, corrected or unlocked, and nowhere else', () => {
  for (const { action, noteRequired } of transitions) expect(noteRequired, action).toBe(['send-back', 'correct', 'unlock'].includes(action));
});

test('lets nothing pass on that need not be complete', () => {
  for (const { action, mustBeValid } of transitions) expect(mustBeValid, action).toBe(['submit', 'approve', 'accept', 'correct'].includes(action));
});

test('does not let a role take back after a deadline what it could not hand in again', () => {
  for (const role of actingRoles) for (const state of answerStates) for (const action of actions) {
    const back = findTransition(role, state, action);
    if (!back || (action !== 'withdraw' && action !== 'withdraw-approval')) continue;
    const again = findTransition(role, back.to, action === 'withdraw' ? 'submit' : 'approve');
    expect(again?.lockedAfter, `${role} ${state} ${action}`).toBe(back.lockedAfter);
  }
});
