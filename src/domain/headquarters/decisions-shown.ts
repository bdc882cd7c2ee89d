/** What an edition carries of what headquarters decided; the municipality decides it for each year. */
export type DecisionsShown = 'none' | 'decisions' | 'instructions';

export const decisionsShownNames: Readonly<Record<DecisionsShown, string>> = { none: '載せない', decisions: '決定と評価を載せる', instructions: '決定と評価、部署への指示を載せる' };

export function isDecisionsShown(text: string): text is DecisionsShown {
  return text in decisionsShownNames;
}
