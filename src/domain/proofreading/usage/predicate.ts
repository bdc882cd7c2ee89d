import type { Token } from '../token.ts';

/** A verb with the noun and the particle right before it: 意見/を/募集する. */
export interface Predicate {
  /** The verb in its dictionary form and how it is used: 「募集する」「行う受」. */
  readonly verb: string;
  /** The particle before it, 「-」 where a noun stands bare, null where something else does. */
  readonly particle: string | null;
  /** The last word of the noun phrase. */
  readonly noun: string;
  readonly nounToken: Token;
  /** Offsets of the noun's last word and of the verb in the text. */
  readonly start: number;
  readonly end: number;
  /** Indexes of the noun, the particle (the noun again where there is none) and of what follows the verb in the tokens. */
  readonly nounAt: number;
  readonly next: number;
}

export const bare = '-';

/** Every verb of a sentence that has a noun before it, adverbs between the two passed over. */
export function* predicates(tokens: readonly Token[]): Generator<Predicate> {
  for (let at = 1; at < tokens.length; at += 1) {
    const verb = verbAt(tokens, at);
    if (verb === null) continue;
    let before = at - 1;
    // 「過大になる」: what it becomes is no adverb.
    if (!/^(?:なる|する|分ける|分かれる)$/.test(tokens[at]!.base)) for (let adverb = adverbEnding(tokens, before); adverb > 0 && before - adverb >= 0; adverb = adverbEnding(tokens, before)) before -= adverb;
    const last = tokens[before]!;
    const found = (nounAt: number, particle: string | null): Predicate => ({ verb: verb.name, particle, noun: tokens[nounAt]?.surface ?? '', nounToken: tokens[nounAt]!, start: tokens[nounAt]!.start, end: tokens[verb.next - 1]!.end, nounAt, next: verb.next });
    if (last.pos !== '助詞') {
      if (last.pos === '名詞' && (before === at - 1 || tokens[at - 1]!.pos !== '名詞')) yield found(before, bare);
      continue;
    }
    if (before === 0) continue;
    // 「には」「からも」: the case stands before the topic. 「への」 before a verb is one particle too many.
    const double = /^[はもの]$/.test(last.surface) && tokens[before - 1]!.pos === '助詞';
    const nounAt = double ? before - 2 : before - 1;
    if (nounAt >= 0) yield found(nounAt, double ? tokens[before - 1]!.surface + (last.surface === 'の' ? 'の' : '') : last.surface);
  }
}

/** How many words before a place are an adverb that ends there: 多く, 毎年, 新たに. */
function adverbEnding(tokens: readonly Token[], at: number): number {
  const [before, here] = [tokens[at - 1], tokens[at]!];
  if (here.pos === '副詞' || (here.pos === '名詞' && here.detail === '副詞可能')) return 1;
  if (here.surface !== 'に' || before?.pos !== '名詞') return 0;
  // 「必要に応じて」 has a に of its own.
  if (before.surface === '必要') return 0;
  return before.detail === '形容動詞語幹' ? 2 : before.detail2 === '形容動詞語幹' ? 3 : 0;
}

function verbAt(tokens: readonly Token[], at: number): { readonly name: string; readonly next: number } | null {
  const token = tokens[at]!;
  const following = tokens[at + 1];
  if (token.pos === '動詞' && token.detail === '自立' && !['する', 'できる', 'いる'].includes(token.base)) return { name: token.base + voiceAt(tokens, at + 1), next: at + 1 };
  const isVerbal = token.pos === '名詞' && token.detail === 'サ変接続' && /[一-龠々ァ-ヶー]$/.test(token.surface);
  if (!isVerbal || following?.pos !== '動詞' || following.detail !== '自立' || !['する', 'できる', 'いただく'].includes(following.base)) return null;
  return { name: `${token.surface}する${following.base === 'できる' ? '可' : voiceAt(tokens, at + 2)}`, next: at + 2 };
}

/** 受 passive (and てある), 使 causative, 可 can, 願 wish, 益 done by somebody for one; nothing where the verb is plain. */
function voiceAt(tokens: readonly Token[], at: number): string {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined) return '';
  if (first.pos === '動詞' && first.detail === '接尾') return /^(?:れる|られる)$/.test(first.base) ? '受' : /^(?:せる|させる)$/.test(first.base) ? '使' : '';
  if (first.base === 'できる') return '可';
  if (first.pos === '助動詞' && first.base === 'たい') return '願';
  if (second?.pos !== '動詞') return '';
  return /^(?:もらう|いただく)$/.test(second.base) ? '益' : second.base === 'ある' && first.base === 'て' ? '受' : '';
}
