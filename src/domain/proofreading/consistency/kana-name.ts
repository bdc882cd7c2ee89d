import type { Finding } from '../finding.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'kana-name', title: '平仮名の名称の一字違い', family: 'consistency', level: 'advice',
  catches: '「みずはま若者会議」と「みずほま若者会議」、「谷原ふれあいプラザ」と「谷ふれあいプラザ」のように、平仮名を含む名称が、報告書の中で一字だけ異なっている箇所。',
  why: '平仮名の名称は辞書になく、打ち間違いを見落としやすいためです。',
  example: { wrong: '「みずはま若者会議」を設置した。／みずはま若者会議を開いた。／みずほま若者会議で聴いた。', right: '「みずはま若者会議」を設置した。／みずはま若者会議を開いた。／みずはま若者会議で聴いた。' },
};

interface Name { readonly text: ProofreadingText; readonly start: number; readonly kana: string; readonly rest: string }

/** Kana that begin after a mark, and the kanji or katakana behind them. Bounded, so that it is read in linear time. */
const name = /(?<=[、。「（・『]|及び|並びに|又は|^)([ぁ-ん]{3,8})([一-龠ァ-ヶー]{2,12})/g;
/** Words of every sentence: これらの, さらに, あわせて. */
const common = /^(?:[こそあど][のれんうこ]|さら|あわ|あら|また|まず|なお|とく|ほか|より|おお|すべ|それ|いず|および|ならび|もし|ただ|しか|したが|つい|とと|うち|ため|など|みん|ともに|おける|に|を|が|は|で|と|の|も|へ|や)|[のをにはがともでへや]$/;

export const kanaName = reportRule(description, ({ texts }) => {
  const names = texts.flatMap((text) => [...text.text.matchAll(name)].map(({ index, 1: kana, 2: rest }): Name => ({ text, start: index, kana: kana!, rest: rest! }))).filter(({ kana }) => !common.test(kana));
  const first = [...groupBy(names, ({ rest }) => rest)].flatMap(([, group]) => {
    const forms = [...groupBy(group, ({ kana }) => kana)].sort(([, a], [, b]) => b.length - a.length);
    const [right] = forms;
    // Once against once tells nothing of which is right.
    if (forms.length < 2 || right![1].length < 2) return [];
    return forms.slice(1).filter(([kana]) => isOneOff(kana, right![0])).flatMap(([kana, places]) => places.map(({ text, start, rest }) => slipAt(text, start, kana + rest, { right: right![0] + rest, times: right![1].length })));
  });
  const found = (text: ProofreadingText, start: number): boolean => first.some(({ places: [place] }) => place!.path === text.path && place!.start < start + 12 && start < place!.end);
  return [...first, ...withinNames(texts).filter(({ places: [place] }) => !found(texts.find(({ path }) => path === place!.path)!, place!.start))];
});

function slipAt(text: ProofreadingText, start: number, wrong: string, { right, times }: { right: string; times: number }): Finding {
  return findingAt(description, text, { start, end: start + wrong.length, suggestion: right, message: `「${wrong}」は、${times}か所にある「${right}」と一字異なります。同じものを指していないか確かめてください。` });
}

/** One kana for another, or two turned round. */
function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const different = [...one].flatMap((kana, at) => (kana === other[at] ? [] : [at]));
  return different.length === 1 || (different.length === 2 && different[1] === different[0]! + 1 && one[different[0]!] === other[different[1]] && one[different[1]] === other[different[0]!]);
}

/** What a name with kana ends in. */
const kind = /(?:交流館|資料館|文化館|体験館|図書館|会館|公民館|児童館|プラザ|センター|ホール|パーク|公園|広場|ひろば|会議|委員会|協議会|協会|財団|クラブ|サロン|カフェ|食堂|教室|講座|保育園|こども園|学園|学校|大学|バス|タクシー|フェスタ|フェア|まつり|祭|プロジェクト|プラン|ポイント|基金|アプリ|カード|チケット|号|団地|住宅|商店街|ステーション|ターミナル|トンネル|大橋|駅|線|温泉|キャンプ場|市場)(?![一-龠ァ-ヶー])/g;
/** How far back a name may begin. Characters. */
const longest = 14;
const shortest = 6;
/** Kana of sentences rather than of names. */
const ofSentences = /(?:おけ|関す|する|した|して|しく|され|れた|れる|られ|ため|よう|から|まで|より|ない|なっ|なる|ある|あっ|いる|った|ての|との|での|への|には|では|とは|ます|まし|です|及び|など|ほか|これ|それ|その|この|こと|もの|とき|ところ|[をがはへ])/;

interface Ending { readonly text: ProofreadingText; readonly end: number; readonly words: string }

/** Names with kana in the middle, found as what two places have in common before the kind, and what is one character off them. */
function withinNames(texts: readonly ProofreadingText[]): Finding[] {
  const endings = texts.flatMap((text) => [...text.text.matchAll(kind)].map(({ index, 0: { length } }): Ending & { kind: string } => {
    const end = index + length;
    const before = /[一-龠々ァ-ヶーぁ-ん]*$/.exec(text.text.slice(Math.max(0, end - longest), end))![0];
    return { text, end, words: before, kind: text.text.slice(index, end) };
  }));
  return [...groupBy(endings, (ending) => ending.kind)].flatMap(([own, group]) => {
    const known = knownAmong(group, own).toSorted(([a], [b]) => b.length - a.length).slice(0, 50);
    return group.flatMap(({ text, end, words }) => {
      // The longest first: ふれあいプラザ is the end of 谷原ふれあいプラザ.
      for (const [right, times] of known) {
        if (words.endsWith(right)) return [];
        const wrong = offBy(words, right, own.length);
        if (wrong !== null) return [slipAt(text, end - wrong.length, wrong, { right, times })];
      }
      return [];
    });
  });
}

/** What two endings or more have in common, with kana that are of no sentence. */
function knownAmong(group: readonly Ending[], own: string): [name: string, times: number][] {
  const sorted = group.map(({ words }) => [...words].toReversed().join('')).toSorted();
  const shared = new Set<string>();
  for (const [at, one] of sorted.entries()) {
    const other = sorted[at + 1];
    if (other === undefined) break;
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    const words = one.slice(0, length).split('').toReversed().join('').replace(/^[のにとでもや]/, '');
    const head = words.slice(0, -own.length);
    if (words.length >= shortest && /[ぁ-ん]{3}|^[ぁ-ん]{2}[一-龠ァ-ヶ]|[一-龠]の[ぁ-ん]{2}/.test(head) && !ofSentences.test(head)) shared.add(words);
  }
  return [...shared].map((words) => [words, group.filter(({ words: whole }) => whole.endsWith(words)).length]);
}

/** The end of the words that is the name but for one character before its kind; null where there is none. The first may be another word's. */
function offBy(words: string, right: string, kindLength: number): string | null {
  for (const length of [right.length, right.length - 1, right.length + 1]) {
    const one = words.slice(-length);
    if (one.length !== length) continue;
    let from = 0;
    while (from < one.length && one[from] === right[from]) from += 1;
    if (from === 0 || from >= right.length - kindLength) continue;
    if (one.slice(from + (length >= right.length ? 1 : 0)) === right.slice(from + (length <= right.length ? 1 : 0)) && !/[0-9０-９一二三四五六七八九十]/.test((one[from] ?? '') + (right[from] ?? ''))) return one;
  }
  return null;
}
