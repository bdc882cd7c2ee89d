import { findingAt, type Rule, type RuleDescription } from '../rule.ts';
import type { Sentence } from '../reading.ts';
import type { Token, Tokenize } from '../token.ts';
import { wordUsage } from '../usage/word-usage.ts';
import { everydayWords } from './everyday-words.ts';
import { confusedWith } from './kanji-by-sound.ts';
import { ordinaryWords } from './ordinary-words.ts';

const description: RuleDescription = {
  name: 'kanji-non-word', title: '語にならない漢字の並び', family: 'sentence', level: 'advice',
  catches: '「移菅」（移管）、「市障」（支障）、「国藉」（国籍）のように、二字の漢字が語にならず、一字を音又は形の似た字に換えると語になる箇所。',
  why: '変換の誤りで、形や音が似ているために見落としやすいためです。',
  example: { wrong: '事務を移菅した。', right: '事務を移管した。' },
};

/** A pair that stands oftener than this is a word of the city's own. */
const seldom = 2;
/** More words than this, and nobody can say which was meant. */
const few = 3;

export const kanjiNonWord: Rule = {
  ...description,
  scope: 'paragraph',
  check: ({ sentences, tools: { tokenize } }) => {
    const pairs = sentences.flatMap((sentence) => pairsOf(sentence).map((pair) => ({ ...pair, sentence })));
    const counts = new Map<string, number>();
    for (const { words } of pairs) counts.set(words, (counts.get(words) ?? 0) + 1);
    return pairs.flatMap(({ sentence, ...pair }) => {
      const { words, start } = pair;
      const right = counts.get(words)! > seldom ? null : meantBy(pair, tokenize);
      if (right === null) return [];
      return [findingAt(description, sentence.text, { start, end: start + 2, suggestion: right, message: `「${words}」という語は見当たりません。「${right}」の変換の誤りではないか確かめてください。` })];
    });
  },
};

interface Pair {
  readonly words: string;
  readonly start: number;
  /** Whether する stands behind, so that only a サ変名詞 may have been meant. */
  readonly verbal: boolean;
}

/** Kanji that stand alone beside any word: 者, 等; and what is counted or numbered. */
const beside = /[等者庁数各全両本同新旧第毎計約課係局室班市町村区県都道府国州郡丁番号円％分名人年月日時秒度回件台個所]/;
/** Words that the dictionary does not know. */
const unlisted = new Set('健診 字間 行間 子育 動線 導線 管路 園路 園庭 園児 協働 創生 町税 市税 県税 町道 市道 村道 市史 町史 校務 校名 校歌 合葬 猟友 消雪 乳用 耕種 子局 有収 緑道 人財 学区 通園 登園 降園 共助 公助 自助 互助 減災 育休 産休 婚活 終活 就活 保活 空地 空家 空店 融雪 流雪 克雪 雪室 雪害 占用 目視 法面 工区 法枠 餌代 計上 保小 要精 滑動 容機 緑被 被率 金労 灯具 色見 開錠 連系 追納 除害 市産 篤化 均平 畦畔 申出 祝金 少人 広聴 閉所 公図 吸音 内視 症法 光式 動器 床版 光害 置場 走式 延床 果場 藻場 工種 地消 湧水 防鳥 用水 自町 半歩 水場 建方 市境 体字 納分 床工 殺灯 送管 岩壁 部町 配湯 除石 歩荷 廃線 読影 種糸 照灯 徴取 食量 残食'.split(' '));
/** Kanji that stand before any noun: 同課, 全庁. */
const before = /[同各全新旧両毎非不未再大小高低現元来本総純最副主準反超諸当前後約下上中他入有無既初多好公子]/;

/** Two kanji side by side of which the dictionary makes no word. */
function pairsOf({ tokens, text }: Sentence): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, first] of tokens.entries()) {
    const [second, third] = [tokens[at + 1], tokens[at + 2]];
    if (first.pos === 'UNK' && /^\p{Script=Han}{2}$/u.test(first.surface)) pairs.push({ words: first.surface, start: first.start, verbal: isSuru(second) });
    if (!second || !isLoose(first) || (first.pos === '接頭詞' && before.test(first.surface))) continue;
    const pair = { words: first.surface + second.surface[0]!, start: first.start };
    // 「2回催した」「令和五年四月」「飲み水以外」: numbers and what counts them, and words of place.
    if (/^[一二三四五六七八九十百千]/.test(second.surface) || /^以[外内上下前後降来]/.test(second.surface) || (first.detail2 === '助数詞' && (isNumber(tokens[at - 1]) || /^(?:数|毎|各)$/.test(tokens[at - 1]?.surface ?? '')))) continue;
    // 「ヨウ素剤」「糖尿病性」「一杯分」「建築士会」: a suffix makes the word before it longer.
    if (second.detail === '接尾' && /^[剤性分会代面区費線板材率期]$/.test(second.surface) && (tokens[at - 1]?.pos === '名詞' || tokens[at - 1]?.pos === 'UNK')) continue;
    if (isLoose(second)) pairs.push({ ...pair, verbal: isSuru(third) });
    // 「医託した」: 託し is a verb to the dictionary, and 医 belongs to nothing.
    else if (first.pos !== '動詞' && /^(?![出返渡回押引通流直越上催])\p{Script=Han}(?:し|す|する)$/u.test(second.surface) && /^(?:動詞|形容詞|名詞)$/.test(second.pos)) pairs.push({ ...pair, verbal: true });
    // 「口園内」: the seam is taken for a word.
    else if (!before.test(first.surface) && /^\p{Script=Han}{2}$/u.test(second.surface) && (beside.test(second.surface[1]!) || /[内外]/.test(second.surface[1]!)) && second.pos === '名詞') pairs.push({ ...pair, verbal: false });
  }
  // 「北浜市障がい福祉計画」
  return pairs.filter(({ words, start }) => !(words === '市障' && text.text.startsWith('がい', start + 2)) && !unlisted.has(words) && ![...words].every((kanji) => beside.test(kanji)) && !/[等者庁]/.test(words));
}

function isLoose({ surface, detail }: Token): boolean {
  return /^\p{Script=Han}$/u.test(surface) && detail !== '数';
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.detail === '数' || /[0-9０-９]$/.test(token.surface));
}

function isSuru(token: Token | undefined): boolean {
  return token?.base === 'する' && token.pos === '動詞';
}

/** The one word that the pair may have been meant to be, or null. */
function meantBy({ words, verbal }: Pair, tokenize: Tokenize): string | null {
  const [first, second] = [words[0]!, words[1]!];
  const forms = [...[...confusedWith.get(first) ?? []].map((other) => other + second), ...[...confusedWith.get(second) ?? []].map((other) => first + other)];
  if (forms.length === 0) return null;
  const known = tokenize(forms.join('、')).filter(({ surface, pos, detail }) => surface.length === 2 && pos === '名詞' && /^(?:一般|サ変接続|形容動詞語幹|副詞可能)$/.test(detail));
  const ordinary = known.filter(({ surface }) => ordinaryWords.has(surface) || everydayWords.has(surface) || (!/^[市町村区県都道府国]|[号台町市村]$/.test(words) && wordUsage().isFamiliar(surface)));
  const meant = verbal ? (ordinary.length > 0 ? ordinary : known).filter(({ detail }) => detail === 'サ変接続') : ordinary;
  return meant.length > 0 && meant.length <= few ? meant[0]!.surface : null;
}
