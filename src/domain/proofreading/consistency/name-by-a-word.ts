import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import type { Sentence } from '../reading.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { Token } from '../token.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'name-by-a-word', title: '一語違いの名称', family: 'consistency', level: 'advice',
  catches: '「情報政策課」と「情報推進課」、「窓口予約システム」と「窓口予約管理システム」、「地域公共交通協議会」と「地域公共交通会議」のように、報告書の中で二度以上使われている部署、会議、計画、施設、制度などの名称と、一語だけ異なる（又は一語だけ多いか少ない）名称が一度だけ使われている箇所。',
  why: '組織の改編の前の名称や、似た名称と取り違えたもので、意味が通るために見落としやすいためです。実際に別のものであれば、そのままで構いません。',
  example: { wrong: '情報政策課が研修を開いた。／情報政策課で管理した。／情報推進課が運用を支援した。', right: '情報政策課が研修を開いた。／情報政策課で管理した。／情報政策課が運用を支援した。' },
};

/** Kinds of what has a name, those that are taken for one another in one row. */
const kinds: readonly (readonly string[])[] = [
  ['課', '室'], ['係'], ['局'], ['部'],
  ['協議会', '委員会', '審議会', '会議', '懇談会', '連絡会', '連絡会議'], ['本部'], ['連合会', '協会', '協議会連合会', '公社', '財団', '機構'], ['組合'], ['株式会社', '合同会社', '有限会社'], ['チーム'], ['ネットワーク'], ['団'], ['隊'], ['クラブ'], ['連盟'],
  ['計画', 'プラン', 'ビジョン'], ['戦略'], ['方針'], ['構想'], ['条例'], ['要綱'], ['要領'], ['大綱'], ['指針', 'ガイドライン'], ['協定'], ['マニュアル'], ['宣言'],
  ['システム', 'サービス'], ['アプリ'], ['サイト'], ['制度'], ['事業'], ['基金', '資金'], ['名簿'], ['台帳'], ['マップ'], ['ハンドブック', 'ガイドブック'], ['推進員', '指導員', '支援員', '相談員', '調査員', '協力員'], ['補助金', '助成金', '交付金', '給付金'], ['プログラム'], ['プロジェクト'], ['講座', '教室'], ['大会'], ['まつり', '祭り', '祭', 'フェスタ', 'フェア', 'フェスティバル'], ['キャンペーン'],
  ['センター', '工場'], ['会館'], ['プラザ'], ['ホール'], ['公園'], ['広場'], ['図書館', '図書室'], ['公民館'], ['交流館'], ['資料館'], ['館'], ['保育園', '保育所'], ['ステーション'], ['ターミナル'], ['住宅', '団地'],
];
const rowOf = new Map(kinds.flatMap((row, at) => row.map((kind) => [kind, at] as const)));
const ending = new RegExp(`(?:${[...rowOf.keys()].sort((a, b) => b.length - a.length).join('|')})$`);
const office = /^[課室係局部]$/;

/** What an office does with its matter, whatever the matter: one of these is easily written for another. */
const doings = new Set('推進 政策 対策 振興 支援 企画 調整 促進 増進 総務 活用 戦略 改革 運営 相談 連携 交流 活性 活性化 強化 普及 啓発 育成 指導 検討 改善 共創 協働 デジタル 利活用 創造 創生 応援 防止 予防 保護 保全 維持 整備 管理 計画'.split(' '));
/** Doings that stand side by side in one town hall: 道路管理課 and 道路整備課. */
const sideBySide = /^(?:管理|整備|計画|保全|維持|保護|予防|総務|企画|指導|育成|交流)$/;
/** Adding these makes another thing of the same name. */
const another = /^(?:等|第|新|旧|次|期|版|案|前期|後期|中間|改訂|実施|小|中|大|高|小学校|中学校|高等|男性|女性|幼児|児童|生徒|学生|高齢|高齢者|障害|障害者|一般|特別|専門|個別|共同|合同|合併|施行|運営|実行|準備|検討|策定|選定|審査|評価|職員|北部|南部|東部|西部|中央|県|国|市|町|村|市立|町立|県立|・|[0-9０-９一二三四五六七八九十]+)$/;

const halls = new Set(['会館', 'ホール', 'プラザ', '公園', '広場', '館', '交流館', '資料館', '図書館']);

/** Of two names that stand once each, only long ones tell that they are one. Characters. */
const longEnough = 8;

interface Name { readonly text: ProofreadingText; readonly start: number; readonly name: string; readonly words: readonly string[]; readonly kind: string; readonly proper: boolean }

export const nameByAWord = reportRule(description, ({ sentences }) => {
  const byName = groupBy(sentences.flatMap(namesOf), ({ name }) => name);
  const known = [...byName.values()].map(([first]) => first!);
  const once = [...byName.values()].filter((places) => places.length === 1).map(([first]) => first!);
  // Only names that share all words but one are compared.
  const byGap = new Map<string, Name[]>();
  for (const name of known) for (const gap of gapsOf(name)) byGap.set(gap, [...byGap.get(gap) ?? [], name].slice(0, 8));
  return once.flatMap((name) => {
    const right = gapsOf(name).flatMap((gap) => byGap.get(gap) ?? []).filter((candidate) => candidate.name !== name.name && isTakenFor(name, candidate))
      .sort((a, b) => byName.get(b.name)!.length - byName.get(a.name)!.length)[0];
    if (right === undefined) return [];
    if (byName.get(right.name)!.length === 1) return name.name < right.name && (office.test(name.kind) || Math.min(name.name.length, right.name.length) >= longEnough) ? [bothOf(name, right)] : [];
    return [findingAt(description, name.text, {
      start: name.start, end: name.start + name.name.length, suggestion: right.name,
      message: `「${name.name}」は１か所、一語異なる「${right.name}」は${byName.get(right.name)!.length}か所です。同じものを指していないか確かめてください。`,
    })];
  });
});

/** Once against once: nobody can say which is right. */
function bothOf(one: Name, other: Name): Finding {
  const finding = findingAt(description, one.text, { start: one.start, end: one.start + one.name.length, message: `「${one.name}」と、一語異なる「${other.name}」が１か所ずつあります。同じものを指していないか確かめてください。` });
  return { ...finding, places: [...finding.places, { path: other.text.path, start: other.start, end: other.start + other.name.length }] };
}

/** The name as it is, with each word left out, and with its kind left out. */
function gapsOf({ words, kind }: Name): string[] {
  const row = rowOf.get(kind)!;
  const all = words.join('|');
  return [`${row}|${all}`, ...words.map((_, gap) => `${row}|${words.toSpliced(gap, 1).join('|')}`), ...words.map((_, gap) => `${row}#${gap}|${words.toSpliced(gap, 1, '').join('|')}`)];
}

/** Names of the law that stand side by side in every town. */
const ofTheLaw = new Set('地域活動支援センター 地域包括支援センター 地域生活支援センター 居宅介護支援事業 居宅介護事業 個別避難計画 個別支援計画 個別施設計画 児童発達支援センター 児童家庭支援センター 障害福祉計画 障害児福祉計画 生活困窮者自立支援事業 生活支援事業 地域生活支援事業 地域支援事業 介護予防支援事業 重層的支援体制整備事業 都市計画審議会 総合教育会議 教育委員会 農業委員会'.split(' '));

function isTakenFor(one: Name, other: Name): boolean {
  if (ofTheLaw.has(one.name) && ofTheLaw.has(other.name)) return false;
  if (isOneCharacter(one.name, other.name)) return false;
  const [a, b] = [one.words, other.words];
  const differing = a.length === b.length ? a.flatMap((word, at) => (word === b[at] ? [] : [at])) : [];
  if (one.kind !== other.kind) return a.length === b.length && differing.length === 0 && a.join('').length >= 4 && a.length >= 2;
  if (a.length === b.length) {
    const [at] = differing;
    if (differing.length !== 1 || at === undefined) return false;
    // 「みどり市民会館」 and 「みどり文化会館」: of one proper name there is seldom more than one hall.
    if (at > 0 && one.proper && halls.has(one.kind) && !another.test(a[at]!) && !another.test(b[at]!)) return true;
    if (at > 0 && a.length >= 3 && !another.test(a[at]!) && !another.test(b[at]!)) return true;
    return isAlike(a[at]!, b[at]!, at) && (at > 0 || (a.length >= 2 && one.name.length >= 8));
  }
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (longer.length !== shorter.length + 1 || office.test(one.kind)) return false;
  const gap = longer.findIndex((word, at) => word !== shorter[at]);
  // What is left out at the head is a short form.
  return gap > 0 && shorter.join('').length >= 4 && longer.slice(gap + 1).join('|') === shorter.slice(gap).join('|') && !another.test(longer[gap]!) && !(gap > 0 && another.test(longer[gap - 1]!) && shorter.length < 2);
}

/** Whether one word is easily written for the other: two doings, or words that share a part. */
function isAlike(one: string, other: string, at: number): boolean {
  if (another.test(one) && another.test(other)) return false;
  if (at > 0 && doings.has(one) && doings.has(other)) return !(sideBySide.test(one) && sideBySide.test(other));
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  if (longer.length > shorter.length && shorter.length >= 2 && (longer.startsWith(shorter) || longer.endsWith(shorter))) return at > 0 || longer.length === shorter.length + 1;
  return at > 0 && /^[ァ-ヶー]{3,}$/.test(one) && /^[ァ-ヶー]{3,}$/.test(other) && one[0] === other[0];
}

/** One character more, less or other is the business of another rule, but for the first. */
function isOneCharacter(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  return from > 0 && (a.slice(1) === b || a === b.slice(1) || (a.slice(1) === b.slice(1) && one.length >= 7));
}

/** Nouns in a row up to the last kind of thing among them. */
function namesOf({ tokens, text }: Sentence): Name[] {
  const names: Name[] = [];
  let run: Token[] = [];
  const close = (): void => {
    const name = nameIn(run);
    if (name) names.push({ ...name, text });
    run = [];
  };
  for (const token of tokens) {
    if ((/^(?:名詞|接頭詞|UNK)$/.test(token.pos) && token.detail !== '非自立' && !/[「」『』（）()、。]/.test(token.surface)) || token.surface === '・') run.push(token);
    else close();
  }
  close();
  return names;
}

/** The words of a name, suffixes with the word before them: 活性化, 高齢者. */
function wordsOf(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const { surface, detail } of tokens) {
    if (/^[化者性員]$/.test(surface) && detail === '接尾' && words.length > 0) words.push(words.pop()! + surface);
    else words.push(surface);
  }
  return words;
}

/** Owners, years and numbers before a name: 市, 令和６年度, 福祉部. */
const before = /^(?:[市町村県国区都府同本各当全両元前旧新昨翌]|本市|本町|当該|今回|今後|同様|一部|年度|年|[0-9０-９一二三四五六七八九十]+|部|令和|平成|回|者|件|人|・|次|第)$/;

function nameIn(run: readonly Token[]): Omit<Name, 'text'> | null {
  let first = 0;
  for (let at = 0; at < run.length - 2; at += 1) if (before.test(run[at]!.surface) || run[at]!.detail === '数' || run[at]!.detail === '副詞可能') first = at + 1;
  for (let end = run.length; end > first + 1; end -= 1) {
    const words = wordsOf(run.slice(first, end));
    const name = words.join('');
    const kind = ending.exec(name)?.[0];
    if (kind === undefined) continue;
    let rest = kind.length;
    while (rest > 0 && words.length > 0) {
      const last = words.pop()!;
      if (last.length > rest) words.push(last.slice(0, -rest));
      rest -= Math.min(rest, last.length);
    }
    const head = run[first]!;
    const proper = head.detail === '固有名詞' || head.pos === 'UNK' || /^[ぁ-ん]{2,}$/.test(head.surface);
    return words.length >= 2 && name.length >= 5 && name.length <= 30 ? { start: head.start, name, words, kind, proper } : null;
  }
  return null;
}
