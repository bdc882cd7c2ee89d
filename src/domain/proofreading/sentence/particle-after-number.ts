import { amountEndingAt, clauseBefore } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun, type Token } from '../token.ts';

/** People and bodies, who do what the verb says. */
const doers = /^(?:人|名|団体|世帯|社|校|者|組|事業者|企業|家族|チーム|か国)$/;
/** What they do. */
const theirDeeds = new Set(['参加', '利用', '受講', '来場', '来館', '来庁', '出席', '応募', '投票', '起業', '希望', '回答', '登録', '転入', '卒業', '合格', '登壇', '従事', '加入', '参画', '来訪', '入園', '入所', '入居', '就職', '移住', '就農', '活動', '修了', '受診', '受験', '申請', '集まる', '訪れる', '申し込む', '学ぶ', '働く', '通う']);
/** An amount before these is measured against or reached, and has its particle. */
const reaching: Readonly<Record<string, string>> = { 達する: 'に', 達す: 'に', 及ぶ: 'に', 上る: 'に', とどまる: 'に', 占める: 'を', まかなう: 'を', 賄う: 'を' };
/** These take an amount as their measure where something else has を: 目標を10％上回った. */
const surpassing = new Set(['上回る', '下回る', '超える', '超過']);
const becoming = /^(?:なり|なっ)$/;

export const particleAfterNumber = sentenceRule({
  name: 'particle-after-number', title: '数の後の助詞の脱落', family: 'sentence', level: 'error',
  catches: '「57人利用しました」「目標の41.0％上回った」「9,640件達した」「15件なった」のように、数の後の「が」「を」「に」などが抜けている箇所。',
  why: '数が主語なのか、目的語なのか、増減の幅なのかによって意味が変わるためです。',
  example: { wrong: '講座には57人参加した。', right: '講座には57人が参加した。' },
}, function* ({ tokens }) {
  for (const index of tokens.keys()) {
    const next = tokens[index + 1];
    if (!next || !(isVerb(next) || isVerbalNoun(next))) continue;
    const first = amountEndingAt(tokens, index);
    if (first === null) continue;
    const word = isVerb(next) ? next.base : tokens[index + 2]?.base === 'する' && tokens[index + 2]!.surface !== 'さ' ? next.surface : null;
    const missing = word === null ? null : missingAfter(tokens, { first, index, word });
    if (missing === null) continue;
    const amount = tokens.slice(first, index + 1).map(({ surface }) => surface).join('');
    yield { start: tokens[first]!.start, end: next.end, message: `「${amount}」の後の「${missing}」が抜けていると思われます。`, suggestion: `${amount}${missing.slice(0, 1)}${next.surface}` };
  }
});

function missingAfter(tokens: readonly Token[], { first, index, word }: { first: number; index: number; word: string }): string | null {
  const clause = clauseBefore(tokens, first);
  const has = (particles: RegExp): boolean => clause.some(({ pos, surface }) => pos === '助詞' && particles.test(surface));
  const next = tokens[index + 1]!;
  if (doers.test(tokens[index]!.surface) && theirDeeds.has(word)) return has(/^(?:が|は|も|を)$/) && !has(/^(?:には|では)$/) && !isPlaceTopic(clause) ? null : 'が';
  const to = reaching[word];
  if (to !== undefined && !/^(?:が|は)$/.test(tokens[index]!.surface)) return to === 'を' && has(/^を$/) ? null : to;
  // 「平均を1.8ポイント上回り、数学は2.3ポイント下回った」: what it is measured against stands before.
  const measured = tokens.slice(0, first).some(({ surface }, at) => surpassing.has(tokens[at]!.base) || (surface === 'に対し' || surface === '比べ'));
  // 「算数が2.1ポイント下回り」: what it is measured against is understood.
  const understood = /^[上下]回る$/.test(word) && /^(?:ポイント|％|%)$/.test(tokens[index]!.surface) && /^[がは]$/.test(tokens[first - 1]?.surface ?? '');
  if (surpassing.has(word)) return measured || understood || has(/^(?:を|より)$/) || isSpan(tokens[index]!) ? null : 'を';
  return word === 'なる' && becoming.test(next.surface) ? 'と' : null;
}

/** 「講座には」: a place or an occasion as the topic is not who took part. */
function isPlaceTopic(clause: readonly Token[]): boolean {
  return clause.every(({ pos, surface }, at) => pos !== '助詞' || !/^(?:が|は|も|を)$/.test(surface) || (surface === 'は' && /^[にで]$/.test(clause[at - 1]?.surface ?? '')));
}

/** 10年超える is talk, and 3年連続上回る counts years. */
function isSpan({ surface }: Token): boolean {
  return /^(?:年|年度|か月|月|回|日|年間)$/.test(surface);
}
