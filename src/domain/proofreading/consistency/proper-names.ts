import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import type { Reading } from '../reading.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { type NearPair, nearPairs } from './near-names.ts';

const description: RuleDescription = {
  name: 'proper-names', title: '一字違いの名称', family: 'consistency', level: 'advice',
  catches: '「狛江市市民センター」と「狛江市民センター」、「山梨県北杜市白州」と「山梨県北杜市白州町」のように、同じ計画、施設、制度、地名などの名称が、報告書の中で一字だけ異なっている箇所。名称は本文から拾います。',
  why: '名称の脱字や打ち間違いは、意味が通るために見落としやすく、検索や引用でも別のものになるためです。',
  example: { wrong: '狛江市市民センター改修等基本方針／狛江市民センター改修等基本方針', right: '狛江市民センター改修等基本方針／狛江市民センター改修等基本方針' },
};

interface Name { readonly name: string; readonly places: { text: ProofreadingText; start: number }[]; registered: boolean; quoted: boolean }

const quoted = /[「『]([^「」『』]{5,40})[」』]/g;
const run = /[一-龠々ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９]{4,40}/g;
/** Characters that make another thing of the same kind when one stands for the other. */
const series = ['大中小', '上下左右', '東西南北中', '新旧元', '内外', '前後', '男女', '高低', '市都県国町村区道府', '年月日週', '入出', '増減', '収支', '正副', '公私官民', '課室部係局所', '可否有無', '未既', '甲乙丙', '春夏秋冬', '朝昼夕夜', '初中終', '幼小中高大', '長短', '数率額費量', '父母子', '教学', '受送', '貸借', '売買', '主副', '往復', '園校', '課係長', '者員', '修講', '等'];
/** What may be added within a name and make another name of it. */
const additions = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十新旧再各副準第全元仮本総諸他的性化者数率額費用別後前内外間中時型系級製式大小等]/;
/** Makes another plan of a plan even within its full name. */
const makesAnother = /[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十新旧再各副準第仮・]/;
const formal = /(?:計画|方針|条例|要綱|要領|規則|大綱|構想|協定|センター|委員会|審議会|協議会|本部|会議|制度|システム|研修所)$/;

export const properNames = reportRule(description, (reading) => {
  const names = collect(reading);
  const near = nearPairs([...names.keys()]).flatMap((pair) => (isSlip(pair) || isQuotedSlip(pair, names) ? findingsOn(names.get(pair.one)!, names.get(pair.other)!) : []));
  return [...near, ...cutPlaceNames(names)];
});

function collect({ texts, sentences, manuscript: { edition } }: Reading): Map<string, Name> {
  const names = new Map<string, Name>();
  const add = (name: string, text: ProofreadingText | null, start: number): void => {
    const known = names.get(name) ?? { name, places: [], registered: false, quoted: false };
    names.set(name, known);
    if (text?.text[start - 1] === '「') known.quoted = true;
    if (text) known.places.push({ text, start });
    else known.registered = true;
  };
  for (const text of texts) {
    if (text.kind === 'figure' || text.kind === 'printed-variant') continue;
    for (const { index, 1: name } of text.text.matchAll(quoted)) if (!fits(name!)) add(name!, text, index + 1);
    for (const { index, 0: name } of text.text.matchAll(run)) add(name, text, index);
  }
  // Runs of nouns hold names with kana and dots, which a run of kanji would cut: 子ども・子育て支援事業計画.
  for (const { tokens, text } of sentences) {
    let start = 0;
    for (let index = 0; index <= tokens.length; index += 1) {
      const token = tokens[index];
      if (token && (/^(?:名詞|接頭詞|UNK)$/.test(token.pos) && token.detail !== '非自立' || token.surface === '・')) continue;
      const from = tokens[start]?.start ?? 0;
      const name = text.text.slice(from, tokens[index - 1]?.end ?? from);
      if (index - start >= 2 && name.length >= 5 && name.length <= 40 && formal.test(name) && !fits(name)) add(name, text, from);
      start = index + 1;
    }
  }
  for (const name of edition ? [edition.plan.title, ...edition.plan.parents.map(({ title }) => title), ...edition.departments.map((department) => department.name)] : []) add(name, null, 0);
  return names;
}

/** A quotation that is one run of characters is met as such. */
function fits(name: string): boolean {
  return new RegExp(`^(?:${run.source})$`).test(name);
}

/** 年間百四十万円, 二二パーセント, 8立方メートル: amounts are no names. */
const amount = /^(?:年間|約|計|[平立]方)?[0-9０-９一二三四五六七八九十百千万億〇]+(?:[^一-龠]|立方|平方)|[0-9０-９一二三四五六七八九十百千〇](?:万?円|億円|パーセント|ポイント|人|件|世帯|団体)$/;

function isSlip({ one, other, at, difference: [a, b] }: NearPair): boolean {
  if (amount.test(one) || amount.test(other)) return false;
  // 自主防災組織等 and 自主防災組織及(び): the last kanji is no part of the name.
  if (/[及並又若等]$/.test(one) || /[及並又若等]$/.test(other)) return false;
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  const isKatakana = /^[ァ-ヶー]+$/.test(shorter);
  if (a !== '' && b !== '') {
    if (longer.length < 7 || /[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十]/.test(a + b) || series.some((set) => set.includes(a) && set.includes(b))) return false;
    return /\p{Script=Han}/u.test(a) === /\p{Script=Han}/u.test(b);
  }
  const added = a || b;
  const atEdge = at === 0 || at === longer.length - 1;
  if (atEdge) return false;
  if (added === longer[at - 1] || added === longer[at + 1]) return longer.length >= 6 && !/[0-9０-９ー]/.test(added);
  if (isKatakana) return shorter.length >= 5 && added !== 'ー';
  if (shorter.length === 4) return places.test(longer) && places.test(shorter) && !additions.test(added) && !/[東西南北]/.test(added);
  if (formal.test(longer) && formal.test(shorter)) return shorter.length >= 5 && !makesAnother.test(added);
  return longer.length >= 7 && !additions.test(added);
}

/** Short names in quotation marks, of which one stands once and the other oftener: 「みなもの杜」 and 「みなもの林」. */
function isQuotedSlip({ one, other, at, difference: [a, b] }: NearPair, names: ReadonlyMap<string, Name>): boolean {
  if (one.length !== other.length || one.length < 5 || at === 0 || /[0-9０-９A-Za-zＡ-Ｚａ-ｚ一二三四五六七八九十]/.test(a + b) || series.some((set) => set.includes(a) && set.includes(b))) return false;
  const [more, fewer] = [names.get(one)!, names.get(other)!].sort((first, second) => second.places.length - first.places.length);
  return more!.quoted && fewer!.quoted && fewer!.places.length === 1 && more!.places.length >= 2 && /\p{Script=Han}|[ァ-ヶ]/u.test(a) && /\p{Script=Han}|[ァ-ヶ]/u.test(b);
}

/** Short names of places: 大曲緑道 beside 大曲川緑道, which stands twice or more. */
const places = /(?:緑道|公園|会館|図書館|公民館|小学校|中学校|保育園|児童館|センター|広場|霊園|大橋|川|橋|駅|地区|団地|商店街|トンネル|漁港|浄水場|体育館|保育所|住宅|踏切|号)$/;

function findingsOn(one: Name, other: Name): Finding[] {
  const weight = ({ registered, places }: Name): number => (registered ? 1e6 : 0) + places.length;
  const [right, wrong] = weight(one) >= weight(other) ? [one, other] : [other, one];
  if (wrong.registered || (wrong.name.length < 5 && (right.places.length < 2 || wrong.places.length > 1))) return [];
  return wrong.places.map(({ text, start }) => findingAt(description, text, {
    start, end: start + wrong.name.length, suggestion: right.name,
    message: right.registered ? `登録されている「${right.name}」と一字異なります。` : `「${wrong.name}」は${wrong.places.length}か所、一字異なる「${right.name}」は${right.places.length}か所です。同じものを指していないか確かめてください。`,
  }));
}

/** 山梨県北杜市白州 beside 山梨県北杜市白州町. */
function cutPlaceNames(names: ReadonlyMap<string, Name>): Finding[] {
  return [...names.values()].flatMap(({ name, places }) => {
    const whole = [...'町村市区郡'].map((end) => name + end).find((candidate) => names.has(candidate));
    if (whole === undefined || !/[都道府県市郡].{1,6}$/.test(name) || /[都道府県市町村区]$/.test(name)) return [];
    return places.map(({ text, start }) => findingAt(description, text, {
      start, end: start + name.length, suggestion: whole, message: `ほかの箇所では「${whole}」と書かれています。`,
    }));
  });
}
