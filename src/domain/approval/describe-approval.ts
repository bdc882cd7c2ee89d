import { actingRoleNames, actingRoles, actionNames, actions, answerStates, findTransition, stateNames, type Transition, transitions, whoHasIt } from './transitions.ts';

const introduction = `# Approval

Written from \`src/domain/approval/transitions.ts\`: after a change run \`npx vitest run src/domain/approval -u\`.
Buttons, commands and this page are read from the one table. What is not in it is refused, and the refusal stands in the audit log.

- Nobody but 担当者, 所属長 (or 代決者) of the department that is asked and 事務局 can take a step, and only while the round is open.
- A deadline is the last day, included. The step is refused after it, unless 事務局 has allowed it until a later day (\`unlock\`).
- What was sent back may be mended until the deadline of 所属長, also after that of 担当者. A send-back by 事務局 can allow a later day.
- "complete" means that the answer has everything that the round asks for. An answer that is submitted and is not complete is saved all the same.
- \`take-in\` takes an answer out of a workbook that was filled in offline, as a draft: by a reporter, or by 事務局 for a department that does not reach the server.
  The answer stays that of its department, and what came too late is refused, not kept.
- What a reporter writes although the step is refused (a colleague has handed it in meanwhile, or the deadline has passed) is kept as a version that does not count.
`;

const deadlineNames: Readonly<Record<'department' | 'section-head', string>> = { department: '担当者', 'section-head': '所属長' };

/** The page docs/approval.md: the table, what each role can do in each state, and a diagram. */
export function describeApproval(): string {
  return [introduction, '## The table', '', ...table(), '', ...actingRoles.flatMap((role) => [`## ${actingRoleNames[role]}`, '', ...grid(role), '']), '## Diagram', '', ...diagram(), ''].join('\n');
}

function table(): string[] {
  return [
    '| who | state | action | new state | complete | note | refused after the deadline of |', '|---|---|---|---|---|---|---|',
    ...transitions.map(({ role, from, action, to, mustBeValid, noteRequired, lockedAfter }) =>
      `| ${[
        `${actingRoleNames[role]} \`${role}\``, `${stateNames[from]} \`${from}\``, `${actionNames[action]} \`${action}\``, `${stateNames[to]} \`${to}\``,
        mustBeValid ? 'yes' : '', noteRequired ? 'yes' : '', lockedAfter ? `${deadlineNames[lockedAfter]} \`${lockedAfter}\`` : '',
      ].join(' | ')} |`),
  ];
}

/** States down, actions across: the new state, or − where it is refused. */
function grid(role: Transition['role']): string[] {
  return [
    `| | ${actions.map((action) => actionNames[action]).join(' | ')} |`, `|---${'|---'.repeat(actions.length)}|`,
    ...answerStates.map((state) => {
      const cells = actions.map((action) => findTransition(role, state, action)).map((found) => (found ? stateNames[found.to] : '−'));
      return `| ${stateNames[state]} | ${cells.join(' | ')} |`;
    }),
  ];
}

function diagram(): string[] {
  const name = (state: string): string => state.replaceAll('-', '_');
  const moves = Map.groupBy(transitions, ({ from, to }) => `${name(from)} --> ${name(to)}`);
  return [
    '```mermaid', 'stateDiagram-v2',
    ...answerStates.map((state) => {
      const holder = whoHasIt(state);
      return `  ${name(state)}: ${stateNames[state]}${holder ? `（${actingRoleNames[holder]}）` : ''}`;
    }),
    `  [*] --> ${name('not-started')}`,
    ...[...moves].map(([arrow, rows]) => `  ${arrow}: ${rows.map(({ role, action }) => `${actionNames[action]}（${actingRoleNames[role]}）`).join('、')}`),
    '```',
  ];
}
