import { amountEndingAt, headAfter, isTurned } from '../clause.ts';
import { sentenceRule, type Slip } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';
import { niVerbs, onlyNi, somebody, withSomebody, woNotGaVerbs, woVerbs } from './case-frames.ts';

export const wrongParticle = sentenceRule({
  name: 'wrong-particle', title: '動詞に合わない助詞', family: 'sentence', level: 'error',
  catches: '「要望を応じた」「周知を努めた」「向上に図った」「点検が行った」「関係機関を連携した」のように、動詞が求める助詞と異なる助詞が使われている箇所。',
  why: '「に応じる」「を図る」「と連携する」のように、動詞ごとに使う助詞が決まっており、異なる助詞では文がつながらないためです。',
  example: { wrong: '地域の課題を応じた事業を行った。', right: '地域の課題に応じた事業を行った。' },
}, function* ({ tokens }) {
  for (const index of tokens.keys()) {
    const right = rightParticle(tokens, index);
    if (right !== null) yield slipAt(tokens, index, right);
  }
});

function slipAt(tokens: readonly Token[], index: number, right: string): Slip {
  const { surface, start, end } = tokens[index]!;
  const first = headAfter(tokens, index)?.first ?? index + 1;
  return { start, end, message: `「${tokens[index - 1]!.surface}${surface}${tokens[first]!.surface}」の「${surface}」は「${right}」の誤りと思われます。`, suggestion: right };
}

/** The particle that belongs at the index in place of the one there, or null where that one is right or uncertain. */
function rightParticle(tokens: readonly Token[], index: number): string | null {
  const [noun, particle] = [tokens[index - 1], tokens[index]!];
  if (isEventOfPeople(tokens, index)) return 'に';
  if (!noun || particle.pos !== '助詞' || particle.detail !== '格助詞' || !/^[をにがでとへ]$/.test(particle.surface)) return null;
  if (!/^(?:名詞|UNK)$/.test(noun.pos) && !/^[」』）]$/.test(noun.surface) && noun.surface !== 'など') return null;
  const head = headAfter(tokens, index);
  if (!head) return null;
  const turned = isTurned(tokens, head.verb);
  const adjacent = head.first === index + 1;
  const name = tokens[index - 2]?.pos === '名詞' ? tokens[index - 2]!.surface + noun.surface : noun.surface;
  switch (particle.surface) {
    case 'を':
      // 「目的を達する」 is said.
      if (turned || isAside(tokens, head.verb) || (head.word === '乗り出す' && noun.surface === '身') || (head.word.startsWith('達') && /^目[的標]$/.test(noun.surface))) return null;
      if (withSomebody.has(head.word) && somebody.test(name)) return 'と';
      if (recipients.test(noun.surface) && /^(?:周知|配布|説明|送付|提供|交付|貸与|助言|情報提供|配付|案内状)$/.test(head.word) && !/^(?:名簿|一覧)$/.test(name)) return 'に';
      if (head.word === '諮問' && noun.surface.endsWith('会')) return 'に';
      if (head.word === '回答' && /^(?:質問|照会|アンケート|調査|設問|問合せ|問い合わせ|要望)$/.test(noun.surface)) return 'に';
      return niVerbs.has(head.word) ? 'に' : null;
    case 'に':
      if (head.word === '行う' && adjacent && isAction(noun)) return !turned && tokens[head.verb]!.surface !== '行っ' && !inManner.test(noun.surface) ? 'を' : null;
      return woVerbs.has(head.word) && adjacent && isAction(noun) && !turned ? 'を' : null;
    case 'が':
      if (isAction(noun) && /^(?:努める|取り組む)$/.test(head.word) && !turned) return 'に';
      if (/^要する?$|^要す$/.test(head.word) && !turned && tokens[head.verb]!.form !== '基本形') return /^(?:時間|費用|期間|日数|経費|手間|年数|労力|予算)$/.test(noun.surface) ? 'を' : null;
      if (head.word === '得る' && !turned && gained.test(noun.surface) && /^(?:た|て|、|まし)$/.test(tokens[head.verb + 1]?.surface ?? '') && !/^(?:名詞|接頭詞)$/.test(tokens[head.verb + 2]?.pos ?? '')) return 'を';
      return woNotGaVerbs.has(head.word) && isAction(noun) && !turned ? 'を' : null;
    default:
      if (particle.surface === 'で' && !/^[内外中]$/.test(noun.surface) && adjacent && !turned && /^(?:就職|移住|転入|転居|所属|加盟|在籍|就任)$/.test(head.word)) return 'に';
      return onlyNi.has(head.word) && adjacent && !turned && noun.detail !== '非自立' && !/^(?:場|窓口|電話|現場|現地|会場)$/.test(noun.surface) ? 'に' : null;
  }
}

/** 「研修の21人が参加した」: people take part in an event with に. */
function isEventOfPeople(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]!.surface !== 'の' || !/(?:研修|講座|教室|訓練|研修会|説明会|講習会|講演会|催し|イベント|セミナー|会)$/.test(tokens[index - 1]?.surface ?? '')) return false;
  const ga = tokens.slice(index + 1, index + 8).findIndex(({ surface }) => surface === 'が') + index + 1;
  const first = ga > index + 1 ? amountEndingAt(tokens, ga - 1) : null;
  return first !== null && (first === index + 1 || tokens[first - 1]!.surface === '延べ') && /^(?:人|名)$/.test(tokens[ga - 1]!.surface) && /^(?:参加|受講|出席|応募)$/.test(tokens[ga + 1]?.surface ?? '');
}

/** 「設置範囲を隣接する工事と共用した」: the verb qualifies a noun, and を waits for the one after it. */
function isAside(tokens: readonly Token[], verb: number): boolean {
  let after = verb + 1;
  while (tokens[after]?.pos === '助動詞') after += 1;
  const attributive = tokens[after]?.pos === '名詞' && tokens[after]!.detail !== '非自立' && (tokens[after - 1]!.form === '基本形' || tokens[after - 1]!.form === '体言接続');
  if (!attributive) return false;
  const rest = tokens.slice(after);
  const end = rest.findIndex(({ surface }) => /^[、。]$/.test(surface));
  return !rest.slice(0, end === -1 ? undefined : end).some(({ pos, surface }) => pos === '助詞' && /^[をがは]$/.test(surface));
}

/** People and bodies that are told or given something. */
const recipients = /^(?:住民|市民|町民|村民|区民|保護者|職員|世帯|事業者|受講者|参加者|利用者|対象者|高齢者|関係者|団体|学校|企業|児童|生徒|家庭|自治会)$/;
/** What is got, and never gets. */
const gained = /^(?:結果|効果|意見|回答|成果|理解|協力|知見|同意|評価|支持|収入|承認|賛同|助言|情報|信頼|好評|感想)$/;

/** 「一斉に行う」: how it is done. */
const inManner = /^(?:一斉|一緒|同時|共同|合同|並行|連続|優先|一体|継続|随時|別|重点|対策|集中|交互|順|徹底)/;

/** 向上, 効率化, 利便性: what is brought about, and nobody who brings it about. */
function isAction(noun: Token): boolean {
  return (isVerbalNoun(noun) && !/^(?:組合|計画|代表|担当|委員|予定|予算|規定|目標|基本|中心|条件|議会|監督|主任|指揮|会議|合同|共同|協同|上半期|組織|団体|連合|学校|商社)$/.test(noun.surface)) || (noun.detail === '接尾' && /^(?:化|性|率|感)$/.test(noun.surface)) || /^(?:対策|措置|意識|課題|機運|負担|内容|効率|理解|関心|体制)$/.test(noun.surface);
}
