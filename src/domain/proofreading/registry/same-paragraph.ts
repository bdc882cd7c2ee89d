import { nodeById, nodeLabel } from '../../edition/reading.ts';
import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import type { Sentence } from '../reading.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'same-paragraph', title: '再掲の表示がない同文', family: 'registry', level: 'advice',
  catches: '二つの項目に同じ文章（又は数字句だけが異なる、ほとんど同じ文章）が載っているのに、「（再掲）」の表示がない箇所。再掲の項目の文章が元の文章と異なる場合も示します。',
  why: '一つの取組が二つに数えられ、読み手が重複に気付けないためです。貼り付ける項目を誤った場合にも生じます。',
  example: { wrong: '（取組項目01と36に同じ文）検討を進めた。', right: '（取組項目36）検討を進めた。（再掲）' },
};

/** Shorter sentences are alike by chance. Characters. */
const shortest = 25;
/** Share of common pairs of characters from which two sentences are nearly the same. */
const nearlySame = 0.75;

export const sameParagraph = reportRule(description, ({ manuscript: { edition }, sentences }) => {
  const units = sentences.filter(({ text, body }) => text.kind === 'report' && body.length >= shortest);
  const owner = (text: ProofreadingText): string => text.nodeId ?? text.path;
  const label = (text: ProofreadingText): string => {
    const node = edition && text.nodeId !== null ? nodeById(edition, text.nodeId) : undefined;
    return edition && node ? `${nodeLabel(edition, node)}「${node.title}」` : text.path;
  };
  const relisted = (text: ProofreadingText): boolean => /[（(]再掲[）)]/.test(text.text) || (edition !== null && text.nodeId !== null && (nodeById(edition, text.nodeId)?.relistingOf ?? null) !== null);
  const told = new Set<string>();
  return likePairs(units).flatMap(({ first, second, same }): Finding[] => {
    const isRelisted = relisted(first) || relisted(second);
    if (owner(first) === owner(second) || (same && isRelisted) || told.has(`${first.path} ${second.path}`)) return [];
    told.add(`${first.path} ${second.path}`);
    const whole = { start: 0, end: second.text.length };
    if (isRelisted) return [findingAt(description, second, { ...whole, message: `再掲の文章が、${label(first)}の文章と異なります。` })];
    return [findingAt(description, second, { ...whole, message: `${label(first)}と${same ? '同じ' : 'ほとんど同じ'}文章ですが、「（再掲）」の表示がありません。` })];
  });
});

/** Pairs of sentences that are the same but for white space and （再掲）, or nearly so, met over rare pairs of characters. */
function likePairs(sentences: readonly Sentence[]): { first: ProofreadingText; second: ProofreadingText; same: boolean }[] {
  const bare = sentences.map(({ body }) => body.replace(/\s|[（(]再掲[）)]/g, ''));
  const bigrams = bare.map((text) => new Set(Array.from({ length: Math.min(text.length, 600) - 1 }, (_, index) => text.slice(index, index + 2))));
  const holders = new Map<string, number[]>();
  bigrams.forEach((set, index) => set.forEach((bigram) => {
    const list = holders.get(bigram);
    if (list) list.push(index);
    else holders.set(bigram, [index]);
  }));
  const found: { first: ProofreadingText; second: ProofreadingText; same: boolean }[] = [];
  bigrams.forEach((set, index) => {
    const common = new Map<number, number>();
    // Pairs of characters that every other sentence has say nothing, and would make this quadratic.
    const telling = [...set].filter((bigram) => holders.get(bigram)!.length <= 12);
    telling.forEach((bigram) => holders.get(bigram)!.forEach((other) => other < index && common.set(other, (common.get(other) ?? 0) + 1)));
    for (const [other, count] of common) {
      if (count < 0.5 * telling.length && bare[other] !== bare[index]) continue;
      const shared = [...set].filter((bigram) => bigrams[other]!.has(bigram)).length;
      const same = bare[other] === bare[index];
      if (same || shared / (set.size + bigrams[other]!.size - shared) >= nearlySame) found.push({ first: sentences[other]!.text, second: sentences[index]!.text, same });
    }
  });
  return found;
}
