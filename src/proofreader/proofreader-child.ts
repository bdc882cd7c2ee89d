// The process that proofreads: started by open-proofreader.ts, ends when the parent lets go of it or dies.
import { emptyDictionary } from '../domain/proofreading/dictionary.ts';
import { manuscriptOf } from '../domain/proofreading/manuscript.ts';
import { proofread, proofreadParagraph } from '../domain/proofreading/proofread.ts';
import { loadTools } from './load-tools.ts';
import type { ProofreadingAnswer, ProofreadingOrder } from './proofreading-order.ts';

const say = (answer: ProofreadingAnswer) => { process.send?.(answer); };

function read(order: ProofreadingOrder): ProofreadingAnswer {
  try {
    const tools = loadTools(order.dictionary);
    const findings = order.kind === 'paragraph' ? proofreadParagraph(order.text, tools) : proofread(manuscriptOf(order.edition, order.previous), tools);
    return { kind: 'found', findings };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (order: ProofreadingOrder) => say(read(order)));
process.on('disconnect', () => process.exit());
// Ctrl-C at a shell reaches every process of the group; the parent says when it is time.
process.on('SIGINT', () => {});
proofreadParagraph({ path: 'first', nodeId: null, kind: 'report', paragraph: null, item: false, text: '用意ができた。' }, loadTools(emptyDictionary));
say({ kind: 'ready' });
