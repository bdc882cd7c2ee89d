import { PlainRefusal } from '../problem/plain-refusal.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Edition, EditionNode } from './edition.ts';

/** An edition in a form that this program does not know: a later one has published it. The message is for the user. */
export class UnknownEditionForm extends PlainRefusal {}

/**
 * Members that ayumi-edition/1 got after its first form, with what an edition from before them is read to say: that nothing of the
 * kind was recorded. A member that is added later must stand here; one that cannot have such a value needs another format.
 */
export const laterMembers = {
  edition: { correctionReason: null, planChanges: [], succession: null, opinions: [], decisions: [] },
  reportedParagraph: { approval: null },
} as const satisfies { readonly edition: Partial<Edition>; readonly reportedParagraph: object };

/** The names of all of them: none of these stands for anything else in an edition. */
export const namesOfLaterMembers: readonly string[] = Object.values(laterMembers).flatMap((members) => Object.keys(members));

/** An edition as it came out of the store. */
export interface ReadEdition {
  /** Whole, frozen. */
  readonly edition: Edition;
  /** Whether the text lacks members that `edition` has: its hash is then that of the text, and not of the canonical JSON of `edition`. */
  readonly earlierForm: boolean;
}

/**
 * Reads the stored text of an edition, in whatever state of the program it was sealed.
 *
 * @param text canonical JSON, already held against its hash
 * @throws UnknownEditionForm
 */
export function readEdition(text: string): ReadEdition {
  const stored = JSON.parse(text) as Edition;
  if (stored.format !== 'ayumi-edition/1') {
    throw new UnknownEditionForm(`公表した版の形式「${String((stored as { format?: unknown }).format)}」を、このあゆみは読み取れません。より新しいあゆみで公表された版です。あゆみを新しくしてください。`);
  }
  const nodes = stored.nodes.map(wholeNode);
  const nodesWhole = nodes.every((node, index) => node === stored.nodes[index]);
  if (nodesWhole && isWhole(stored, laterMembers.edition)) return { edition: deepFreeze(stored), earlierForm: false };
  return { edition: deepFreeze({ ...laterMembers.edition, ...stored, nodes }), earlierForm: true };
}

function wholeNode(node: EditionNode): EditionNode {
  const { report } = node;
  if (!report || report.paragraphs.every((paragraph) => isWhole(paragraph, laterMembers.reportedParagraph))) return node;
  return { ...node, report: { ...report, paragraphs: report.paragraphs.map((paragraph) => ({ ...laterMembers.reportedParagraph, ...paragraph })) } };
}

function isWhole(value: object, later: object): boolean {
  return Object.keys(later).every((name) => name in value);
}
