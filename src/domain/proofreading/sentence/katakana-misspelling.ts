import { reportRule, findingAt, type RuleDescription } from '../rule.ts';
import type { Tokenize } from '../token.ts';

const description: RuleDescription = {
  name: 'katakana-misspelling', title: '片仮名語の打ち間違い', family: 'sentence', level: 'advice',
  catches: '「アンケト」「シュミレーション」「コミニュケーション」「ボランテイア」のように、一字の抜け、重なり、入替わりで、辞書にない形になっている片仮名語。報告書に三度以上出てくる語は、その市の語とみなします。',
  why: '片仮名語は目で追うだけでは打ち間違いに気付きにくく、検索でも漏れるためです。',
  example: { wrong: '市民アンケトを実施した。', right: '市民アンケートを実施した。' },
};

const word = /(?<![ァ-ヶー])[ァ-ヶ][ァ-ヶー]{3,19}(?![ァ-ヶー])/g;
/** As often as this, a word is the report's own. */
const established = 3;
/** Words of today that the dictionary (IPADIC, 2007) lacks. */
const modern = new Set('マイノリティ コンベヤ アプリ タブレット クラウド オンライン キャッシュレス ダウンロード アクセシビリティ ダイバーシティ ハラスメント テレワーク リモートワーク フレイル ヤングケアラー マイナポータル マイナンバー プロポーザル ワークショップ ワンストップ クラウドファンディング アウトリーチ ドローン サブスク ダッシュボード サテライト インバウンド コワーキング シェアリング マルシェ モビリティ デマンド カーボンニュートラル ゼロカーボン ピロティ メンタルヘルス ファシリテーター ファシリテーション コーディネーター サポーター ボランティア リスキリング デジタル アナログ オープンデータ チャットボット ログイン ポータル ハザード ハザードマップ ヘクタール タイムライン レジリエンス リサイクル リユース フードバンク フードドライブ エコバッグ ブックスタート スクールソーシャルワーカー ソーシャルワーカー ケアマネジャー ケアマネージャー ケアプラン サロン ショートステイ デイサービス グループホーム ヘルプデスク プレミアム ノウハウ スキル インセンティブ ガイドライン ガバナンス コンプライアンス セキュリティ マネジメント アセットマネジメント ファシリティ ストックマネジメント モニタリング ベンチマーク ロードマップ アクションプラン パブリックコメント パートナーシップ ステークホルダー コンソーシアム プラットフォーム ハブ ラック エアコン エレベーター バリアフリー ユニバーサルデザイン スロープ オストメイト ベビーカー スマホ メルマガ フォロワー インスタグラム ツイッター フェイスブック ユーチューブ ライン'.split(' '));

export const katakanaMisspelling = reportRule(description, ({ texts, tools: { tokenize } }) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(word)].map(({ index, 0: form }) => ({ text, start: index, form })));
  const counts = new Map<string, number>();
  for (const { form } of found) counts.set(form, (counts.get(form) ?? 0) + 1);
  const mended = new Map([...counts].filter(([form, count]) => count < established && !modern.has(form) && !isKnown(form, tokenize)).map(([form]) => [form, correctionOf(form, counts, tokenize)]));
  return found.flatMap(({ text, start, form }) => {
    const right = mended.get(form);
    return right ? [findingAt(description, text, { start, end: start + form.length, message: `「${form}」は「${right}」の打ち間違いではないか確かめてください。`, suggestion: right })] : [];
  });
});

/** One word of the dictionary, or several that are: ケア|プラン. */
function isKnown(form: string, tokenize: Tokenize): boolean {
  return tokenize(form).every(({ pos, surface }) => pos !== 'UNK' && surface.length >= 2);
}

/** The word that one stroke fewer, one long vowel more or two letters in the other order make. */
function correctionOf(form: string, counts: ReadonlyMap<string, number>, tokenize: Tokenize): string | null {
  const right = variantsOf(form).filter((candidate) => candidate.length >= 4 && (modern.has(candidate) || (counts.get(candidate) ?? 0) >= established || isOneWord(candidate, tokenize)));
  return right[0] ?? null;
}

function isOneWord(form: string, tokenize: Tokenize): boolean {
  const [token, ...others] = tokenize(form);
  return others.length === 0 && token!.pos === '名詞' && /^(?:一般|サ変接続|形容動詞語幹)$/.test(token!.detail);
}

const large: Readonly<Record<string, string>> = { ア: 'ァ', イ: 'ィ', エ: 'ェ', オ: 'ォ', ヤ: 'ャ', ユ: 'ュ', ヨ: 'ョ', ツ: 'ッ' };
const turnedRound: readonly (readonly [string, string])[] = [['シュミ', 'シミュ'], ['コミニュ', 'コミュニ'], ['コミュニュ', 'コミュニ'], ['バック', 'バッグ'], ['ベット', 'ベッド'], ['ティ', 'チ'], ['チ', 'ティ'], ['ディ', 'デ'], ['ゼー', 'ジェー'], ['ネジ', 'ネージ'], ['プリ', 'プロ'], ['ブ', 'プ'], ['プ', 'ブ'], ['ボ', 'ポ'], ['ポ', 'ボ'], ['ペ', 'ベ'], ['ベ', 'ペ'], ['ト', 'ド'], ['ド', 'ト'], ['ク', 'グ'], ['グ', 'ク'], ['シ', 'ジ'], ['ス', 'ズ'], ['ズ', 'ス'], ['ジ', 'シ'], ['ゲ', 'ケ'], ['ケ', 'ゲ'], ['ダ', 'タ'], ['タ', 'ダ'], ['デ', 'テ'], ['テ', 'デ'], ['バ', 'パ'], ['パ', 'バ'], ['ビ', 'ピ'], ['ピ', 'ビ'], ['ゴ', 'コ'], ['コ', 'ゴ'], ['ン', 'ソ'], ['ソ', 'ン'], ['シ', 'ツ'], ['ツ', 'シ'], ['ル', 'レ'], ['ュ', 'ョ'], ['ョ', 'ュ']];

function variantsOf(form: string): string[] {
  const variants = new Set<string>();
  for (let at = 0; at < form.length; at += 1) {
    const [before, letter, after] = [form.slice(0, at), form[at]!, form.slice(at + 1)];
    if (after !== '') variants.add(before + after[0]! + letter + after.slice(1));
    if (large[letter] !== undefined && at > 0) variants.add(before + large[letter] + after);
    for (const added of 'ーンッルストイリィャュョァェォ') variants.add(before + letter + added + after);
    if (letter === 'ー' || letter === form[at + 1] || 'ンッルストィャュョァェォ'.includes(letter)) variants.add(before + after);
  }
  for (const [wrong, right] of turnedRound) for (let at = form.indexOf(wrong); at !== -1; at = form.indexOf(wrong, at + 1)) variants.add(form.slice(0, at) + right + form.slice(at + wrong.length));
  variants.delete(form);
  return [...variants];
}
