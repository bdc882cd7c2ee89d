import type { Finding } from '../finding.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'facility-name', title: '施設の種類の取り違え', family: 'consistency', level: 'advice',
  catches: '「北浜浄水場」と「北浜浄化場」、「旧北浜保育所」と「旧北浜保育園」のように、同じ固有の名に続く施設の種類が、報告書の中で一字だけ異なっている箇所。',
  why: '種類が違えば別の施設になり、所管や根拠となる法律も異なるためです。実際に別の施設であれば、そのままで構いません。',
  example: { wrong: '北浜浄水場の設備を更新した。／北浜浄水場を点検した。／北浜浄化場の業務を委託した。', right: '北浜浄水場の設備を更新した。／北浜浄水場を点検した。／北浜浄水場の業務を委託した。' },
};

const run = /(?<![一-龠々ァ-ヶー])[一-龠々ァ-ヶー]{4,24}(?![一-龠々ァ-ヶー])/g;
const kind = /(?:[場館所園校院棟堂寮駅橋]|センター|公園|広場|団地|会議|会議室|荘|線|隊|組合|協会|公社|財団)$/;
/** Kinds that stand side by side in one town, and characters that number. */
const series = ['大中小高幼', '上下左右', '東西南北', '内外', '前後', '男女', '第一二三四五六七八九十', '新旧元', '本支分', '夏冬春秋', '村町市区県郡'];

interface Place { readonly text: ProofreadingText; readonly start: number; readonly name: string }

export const facilityName = reportRule(description, ({ texts }) => {
  const places = texts.filter((text) => text.kind !== 'figure' && text.kind !== 'printed-variant')
    .flatMap((text) => [...text.text.matchAll(run)].filter(({ 0: name }) => kind.test(name)).map(({ index, 0: name }): Place => ({ text, start: index, name })));
  const byName = groupBy(places, ({ name }) => name);
  // Names with the same beginning stand together, so that no more than a handful are compared.
  return [...groupBy(byName.keys(), (name) => `${name.length}${name.slice(0, -3)}`)].flatMap(([, names]) => (names.length < 2 || names.length > 6 ? [] : names.flatMap((one) => {
    const pair = names.find((candidate) => candidate > one && byName.get(candidate)!.length === 1 && byName.get(one)!.length === 1 && isTaken(one, candidate) && one.at(-1) === candidate.at(-1));
    if (pair !== undefined) return [bothOf(byName.get(one)![0]!, byName.get(pair)![0]!)];
    const other = names.find((candidate) => candidate !== one && byName.get(candidate)!.length > byName.get(one)!.length && isTaken(one, candidate));
    if (other === undefined || byName.get(one)!.length > 1) return [];
    return byName.get(one)!.map(({ text, start }) => findingAt(description, text, {
      start, end: start + one.length, suggestion: other, message: `「${one}」は１か所、一字異なる「${other}」は${byName.get(other)!.length}か所です。同じ施設を指していないか確かめてください。`,
    }));
  })));
});

/** Once against once: nobody can say which is right. */
function bothOf(one: Place, other: Place): Finding {
  const finding = findingAt(description, one.text, { start: one.start, end: one.start + one.name.length, message: `「${one.name}」と「${other.name}」が１か所ずつあります。同じ施設を指していないか確かめてください。` });
  return { ...finding, places: [...finding.places, { path: other.text.path, start: other.start, end: other.start + other.name.length }] };
}

/** Whether one of the last three characters differs, and is none of a series. */
function isTaken(one: string, other: string): boolean {
  const different = [...one].flatMap((character, at) => (character === other[at] ? [] : [at]));
  if (different.length !== 1) return false;
  const [a, b] = [one[different[0]!]!, other[different[0]!]!];
  return !series.some((set) => set.includes(a) && set.includes(b));
}
