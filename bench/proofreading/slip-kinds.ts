// The kinds of slips that are put into clean sentences, each with the rules that are made for it.
import type { Tools } from '../../src/domain/proofreading/reading.ts';
import { isVerbalNoun, type Token } from '../../src/domain/proofreading/token.ts';

export interface InjectedSlip { readonly text: string; readonly at: number }

export interface SlipKind {
  readonly name: string;
  readonly rules: readonly string[];
  /** Sentences of its own, where the clean ones have no place for the slip. */
  readonly sentences?: () => string[];
  /** Whether the right form stands twice elsewhere in the report. */
  readonly beside?: boolean;
  slips(text: string, tools: Tools): InjectedSlip[];
}

/** One slip per match: what is matched is replaced. */
const replacing = (pattern: RegExp, replacement: string | ((match: RegExpExecArray) => string)) => (text: string): InjectedSlip[] =>
  [...text.matchAll(pattern)].map((match) => ({ at: match.index, text: text.slice(0, match.index) + (typeof replacement === 'string' ? replacement : replacement(match)) + text.slice(match.index + match[0].length) }));

/** One slip per token for which a new wording is given. */
const overTokens = (reword: (tokens: readonly Token[], index: number) => string | null) => (text: string, { tokenize }: Tools): InjectedSlip[] => {
  const tokens = tokenize(text);
  return tokens.flatMap(({ start, end }, index) => {
    const words = reword(tokens, index);
    return words === null ? [] : [{ at: start, text: text.slice(0, start) + words + text.slice(end) }];
  });
};

const swaps: readonly (readonly [string, string])[] = [
  ['全て', 'すべて'], ['生か', '活か'], ['つなが', '繋が'], ['つなげ', '繋げ'], ['一人一人', '一人ひとり'], ['呼び掛け', '呼びかけ'], ['できる', '出来る'], ['できな', '出来な'], ['とともに', 'と共に'], ['ために', '為に'], ['ため、', '為、'],
  ['取組', '取組み'], ['及び', 'および'], ['手続', '手続き'], ['申請書', '申請書'], ['目指', 'めざ'], ['図る', 'はかる'], ['行い', '行ない'], ['行った', '行なった'], ['引き継', '引継'], ['分かりやす', 'わかりやす'], ['まちづくり', '街づくり'],
  ['ごとに', '毎に'], ['子ども', '子供'], ['様々', 'さまざま'], ['漏えい', '漏洩'], ['障害', '障がい'], ['か所', '箇所'], ['寄附', '寄付'], ['身近', '身じか'], ['改めて', 'あらためて'], ['センター', 'センタ'], ['サービス', 'サ一ビス'],
];

const names = ['地域防災計画', '公共施設等総合管理計画', '子ども・子育て支援事業計画', '高齢者保健福祉計画', '環境基本計画改定方針', '都市計画マスタープラン', '市民協働推進条例', '個人情報保護審査会', '中央図書館整備基本構想', '地域包括支援センター', '行政不服審査制度', '空家等対策協議会', '文化財保存活用地域計画', '国土強靱化地域計画', '下水道事業経営戦略', '男女共同参画推進会議', '農業振興地域整備計画', '地球温暖化対策実行計画', '自転車活用推進計画', '消防団活性化検討委員会'];
const nameSentences = (): string[] => names.flatMap((name) => [`新たに設けた会議の意見を聴き、${name}の見直しに着手した。`, `学識経験者を交えて、${name}の在り方について議論を深めた。`]);

const budgets = ['当初予算', '決算', '補正予算', '一般会計予算', '決算見込み'];
const yearSentences = (): string[] => Array.from({ length: 9 }, (_, year) => budgets.flatMap((budget) => ['に反映した。', 'の編成に当たり、事業を見直した。', 'を公表した。'].map((rest) => `令和${String.fromCodePoint(0xff11 + year)}年度${budget}${rest}`))).flat();
const numberSentences = (): string[] => Array.from({ length: 110 }, (_, index) => `延べ${(1203 + 377 * index).toLocaleString('ja')}人が参加し、${(2 + (index % 8))}団体が協力した。`.replace(/(?<=、)\d/, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)));

export const kinds: readonly SlipKind[] = [
  { name: '読点の重なり', rules: ['doubled-punctuation'], slips: replacing(/、/g, '、、') },
  { name: '「に」を「の」と打つ', rules: ['no-yori', 'no-for-ni', 'no-before-suru'], slips: replacing(/(?<=[一-龠ァ-ヶー])に(?=より|基づ|対し|関する|伴い|ついて|よる|応じ|おいて|向けて|当たって|際して|わたり)/g, 'の') },
  { name: '「について」などの「に」の脱落', rules: ['missing-ni'], slips: replacing(/(?<=[一-龠ァ-ヶー])に(?=より|基づ|対し|関する|伴い|ついて|よる|応じ|おいて|向けて|当たって|際して|わたり)/g, '') },
  { name: '「を」の脱落（全ての動詞）', rules: ['missing-wo', 'object-in-compound', 'particle-after-number', 'noun-before-adverb', 'wo-before-idiom', 'particle-after-koto'], slips: overTokens((tokens, index) => (tokens[index]!.surface === 'を' && tokens[index + 1]?.pos === '動詞' && tokens[index - 1]?.pos === '名詞' ? '' : null)) },
  { name: '「を」の脱落（サ変の語）', rules: ['missing-wo', 'koto-ni-tsutomeru', 'object-in-compound', 'particle-after-koto', 'wo-before-idiom'], slips: overTokens((tokens, index) => (tokens[index]!.surface === 'を' && isVerbalNoun(tokens[index + 1]) ? '' : null)) },
  { name: '「の」を「を」と打つ', rules: ['wo-twice', 'object-becomes', 'wrong-particle'], slips: replacing(/(?<=[一-龠ァ-ヶー])の(?=[一-龠]{2,6}を)/g, 'を') },
  { name: '助詞の打ち重ね', rules: ['repeated-word'], slips: overTokens((tokens, index) => (tokens[index]!.pos === '助詞' && /^[をのがには]$/.test(tokens[index]!.surface) ? tokens[index]!.surface.repeat(2) : null)) },
  { name: '語の打ち重ね', rules: ['repeated-word'], slips: overTokens((tokens, index) => (tokens[index]!.pos === '名詞' && tokens[index]!.surface.length >= 2 ? tokens[index]!.surface.repeat(2) : null)) },
  { name: '「した」の「し」の脱落', rules: ['dropped-shi'], slips: overTokens((tokens, index) => (tokens[index]!.surface === 'し' && tokens[index]!.base === 'する' && /^(?:た|ます|て)$/.test(tokens[index + 1]?.surface ?? '') ? '' : null)) },
  { name: 'サ変の語の一字の脱落', rules: ['single-kanji-suru'], slips: overTokens((tokens, index) => (isVerbalNoun(tokens[index]) && tokens[index]!.surface.length === 2 && tokens[index + 1]?.base === 'する' && tokens[index - 1]?.pos === '助詞' ? tokens[index]!.surface[0]! : null)) },
  { name: '閉じ括弧の脱落', rules: ['unbalanced-bracket'], slips: overTokens((tokens, index) => (tokens[index]!.pos === '名詞' && tokens[index]!.surface.length >= 2 ? `「${tokens[index]!.surface}` : null)) },
  { name: '一桁の数字を半角で打つ', rules: ['digit-width'], slips: replacing(/(?<![０-９])[０-９](?![０-９])/g, (match) => match[0].normalize('NFKC')), sentences: numberSentences },
  { name: '桁区切りの脱落', rules: ['thousands-separator'], slips: replacing(/(?<=\d),(?=\d{3})/g, ''), sentences: numberSentences, beside: true },
  { name: '用字の揺れ', rules: ['spelling-variants', 'official-notation', 'okurigana', 'katakana-spelling', 'lookalike-characters', 'official-okurigana'], beside: true, slips: (text) => swaps.flatMap(([right, other]) => (right === other ? [] : replacing(new RegExp(right, 'g'), other)(text))) },
  { name: '実績の文を現在形にする', rules: ['result-tense'], slips: replacing(/(?<=[一-龠]{2})した。$/g, 'する。') },
  { name: '文体の混在', rules: ['style-mixture'], slips: (text) => [...replacing(/(?<=[一-龠]{2})した。$/g, 'しました。')(text), ...replacing(/(?<=[一-龠]{2})します。$/g, 'する。')(text), ...replacing(/めます。$/g, 'める。')(text)] },
  { name: '体言止め', rules: ['taigen-dome'], slips: replacing(/(?<=[一-龠]{2})した。$/g, '。') },
  { name: '途中の「し」の脱落（名詞で切れた節）', rules: ['verbal-noun-stop'], slips: replacing(/(?<=を[一-龠]{2})し、/g, '、') },
  { name: '名称の一字の脱落', rules: ['proper-names'], sentences: nameSentences, beside: true, slips: (text) => names.flatMap((name) => (text.includes(name) ? [...name].slice(1, -1).map((_, index) => ({ at: text.indexOf(name) + index + 1, text: text.replace(name, name.slice(0, index + 1) + name.slice(index + 2)) })) : [])) },
  { name: '「年度」の「度」の脱落', rules: ['nen-for-nendo'], sentences: yearSentences, slips: replacing(/(?<=年)度/g, '') },
  { name: '自動詞に「を」', rules: ['intransitive-wo', 'object-becomes'], slips: (text) => ([['を増やし', 'を増加し'], ['を高め', 'を向上し'], ['を減らし', 'を減少し'], ['を抑え', 'を低下し'], ['を広げ', 'を普及し'], ['を防ぎ', 'を減少し'], ['を防ぐ', 'を減少する'], ['を減らす', 'を減少する'], ['を高める', 'を向上する'], ['を改善し', 'を向上し'], ['を軽くし', 'を低下し']] as const).flatMap(([right, wrong]) => replacing(new RegExp(right, 'g'), wrong)(text)) },
  { name: '幅のない文字', rules: ['invisible-character'], slips: replacing(/(?<=[一-龠])(?=[一-龠])/g, '\u200b') },
  { name: '半角の片仮名', rules: ['half-width-kana'], slips: replacing(/[ァ-ヶー]{3,}/g, (match) => match[0].normalize('NFD').replace(/[\u30a1-\u30fc\u3099\u309a]/g, (letter) => halfWidth.get(letter) ?? letter)) },
  { name: '文字の入替わり', rules: ['transposed-particle', 'missing-wo', 'single-kanji-suru', 'object-becomes', 'impossible-sequence'], slips: replacing(/(?<=[一-龠ァ-ヶ])([をにが])([一-龠])/g, (match) => `${match[2]}${match[1]}`) },
];

const halfWidth = new Map(Array.from({ length: 0xff9f - 0xff66 + 1 }, (_, index) => String.fromCodePoint(0xff66 + index)).map((letter) => [letter.normalize('NFKC'), letter]));
