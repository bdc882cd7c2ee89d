import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'list-length', title: '数と列挙の食い違い', family: 'registry', level: 'advice',
  catches: '「下記２箇所」「以下の４課５業務」の後の箇条書の行数や、「狛江市、国立市、小金井市の３市」の列挙の数が、書かれた数と合わない箇所。',
  why: '列挙の追加や削除の際に、数を直し忘れたものと思われるためです。',
  example: { wrong: '狛江市、国立市、小金井市の４市で構成する。', right: '狛江市、国立市、小金井市の３市で構成する。' },
};

const counters = 'か所|箇所|点|つ|件|課|業務|施設|事業|団体|校|項目|市|区|町|村|社|種類|部署|者|名|グループ|路線|地区|園|館|計画|制度|都市|自治体';
const announced = new RegExp(`(?:下記|以下|次|左記)(?:の|に掲げる|に示す)?([^。]{0,12}?)((?:[0-9０-９]+(?:${counters}))+)`, 'g');
const enumerated = new RegExp(`((?:[^、。「」（）は]{1,15}、){1,8}[^、。「」（）は]{1,15}?)(?:及び([^、。「」（）は]{1,15}?))?の([2-9２-９])(市|区|町|村|社|校|団体|都市|自治体|課|部署|大学|施設|か所|箇所|橋|駅|線|路線|公園|館|園|川|病院|棟|地区|会場|事業|計画|条例)(?![一-龠内外])`, 'g');
const mixed = /((?:[^、。「」（）は0-9０-９]{1,10}[市町村区]、){1,8}[^、。「」（）は]{1,10}[市町村区])及び([^、。「」（）は]{1,10}[市町村区])の([0-9０-９]{1,2})([市町村区])([0-9０-９]{1,2})([市町村区])/g;
const toNumber = (text: string): number => Number(text.normalize('NFKC'));

export const listLength = reportRule(description, ({ texts }) => {
  const found: Finding[] = [];
  texts.forEach((text, index) => {
    if (text.kind === 'figure' || text.kind === 'title' || text.kind === 'printed-variant') return;
    const items = itemsAfter(texts, index);
    for (const match of text.text.matchAll(announced)) {
      const counts = [...match[2]!.matchAll(/[0-9０-９]+/g)].map(({ 0: number }) => toNumber(number));
      if (items.length < 2 || text.item) continue;
      const start = match.index + match[0].length - match[2]!.length;
      const named = items.reduce((sum, { text: line }) => sum + line.replace(/^[・○●■◆\-－]\s*/, '').split(/[、・]/).length, 0);
      if (counts.length === 1 && counts[0] === items.length && counts[0] !== named && /(?:か所|箇所|施設|校|館|園)$/.test(match[2]!)) {
        found.push(findingAt(description, text, { start, end: start + match[2]!.length, message: `「${match[2]}」とありますが、箇条書の行の中で並べられたものを数えると${named}あります。` }));
      }
      if (counts.includes(items.length)) continue;
      found.push(findingAt(description, text, { start, end: start + match[2]!.length, message: `「${match[2]}」とありますが、後の箇条書は${items.length}行です。` }));
    }
    for (const { index: at, 0: words, 1: list, 2: last, 3: one, 4: kind, 5: other, 6: otherKind } of text.text.matchAll(mixed)) {
      const names = [...list!.split('、'), last!];
      const right = [[one, kind], [other, otherKind]].every(([number, counter]) => names.filter((name) => name.endsWith(counter!)).length === toNumber(number!));
      const tail = `${one}${kind}${other}${otherKind}`;
      if (!right) found.push(findingAt(description, text, { start: at + words.length - tail.length, end: at + words.length, message: `「${tail}」とありますが、挙げられている市町村の数と合いません。` }));
    }
    for (const match of text.text.matchAll(enumerated)) {
      const [, list, last, number, counter] = match;
      const names = list!.split(/、|及び|並びに|と(?=[一-龠])/).filter((name) => name !== '');
      const members = names.slice(-toNumber(number!) - 1).filter((name) => new RegExp(`${counter}$`).test(name) || !/[市区町村社校課]$/.test(counter!));
      // Only lists whose members end in the counter itself can be counted: 狛江市、国立市、小金井市の３市.
      const counted = names.filter((name) => name.endsWith(counter!)).length + (last?.endsWith(counter!) ? 1 : 0);
      if (members.length === 0 || counted < 2 || counted === toNumber(number!)) continue;
      const start = match.index + match[0].length - counter!.length - number!.length;
      found.push(findingAt(description, text, { start, end: start + number!.length + counter!.length, message: `「${number}${counter}」とありますが、挙げられているのは${counted}${counter}です。` }));
    }
  });
  return found;
});

/** The lines of the list that follows a text in the same place. */
function itemsAfter(texts: readonly ProofreadingText[], index: number): ProofreadingText[] {
  const items: ProofreadingText[] = [];
  const place = texts[index]!.path.split('#')[0];
  for (let next = index + 1; next < texts.length && texts[next]!.item && texts[next]!.path.split('#')[0] === place; next += 1) items.push(texts[next]!);
  return items;
}
