import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'kana-name', title: '平仮名の名称の一字違い', family: 'consistency', level: 'advice',
  catches: '「みずはま若者会議」と「みずほま若者会議」のように、平仮名で始まる名称が、報告書の中で平仮名の一字だけ異なっている箇所。',
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
  return [...groupBy(names, ({ rest }) => rest)].flatMap(([, group]) => {
    const forms = [...groupBy(group, ({ kana }) => kana)].sort(([, a], [, b]) => b.length - a.length);
    const [right] = forms;
    // Once against once tells nothing of which is right.
    if (forms.length < 2 || right![1].length < 2) return [];
    return forms.slice(1).filter(([kana]) => isOneOff(kana, right![0])).flatMap(([kana, places]) => places.map(({ text, start, rest }) => findingAt(description, text, {
      start, end: start + kana.length + rest.length, suggestion: right![0] + rest, message: `「${kana}${rest}」は${places.length}か所、一字異なる「${right![0]}${rest}」は${right![1].length}か所です。同じものを指していないか確かめてください。`,
    })));
  });
});

/** One kana for another, or two turned round. */
function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const different = [...one].flatMap((kana, at) => (kana === other[at] ? [] : [at]));
  return different.length === 1 || (different.length === 2 && different[1] === different[0]! + 1 && one[different[0]!] === other[different[1]] && one[different[1]] === other[different[0]!]);
}
