import type { EditionIndicator } from '../../edition/edition.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'indicator-contradiction', title: '指標の値と本文の数値', family: 'registry', level: 'note',
  catches: '本文に「管理職に占める女性の割合は、36.8％」のように、指標と同じ事柄を述べ、値が指標の現状値と異なる箇所。',
  why: '同じ報告書の中で値が食い違うと、どちらが正しいのかが分からなくなるためです。対象や時点が異なる場合は、その違いを書きます。',
  example: { wrong: '（指標の現状値：徴収率 98.5％）徴収率は99.1％となった。', right: '（指標の現状値：徴収率 98.5％）徴収率は98.5％となった。' },
};

/** 「…は、36.8％」: what is said to be so much. Not a difference (１ポイント上昇した). */
const statement = /は、?(?:約|およそ)?([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)(％|%|ポイント|億円|億|万円|円|人|件|回)(?!ずつ|(?:の|を|に)?(?:減|増|上昇|低下|向上|削減|上回|下回))/g;
/** The words before は that may name the thing. Characters. */
const longestName = 30;

export const indicatorContradiction = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  return texts.filter(({ kind }) => kind === 'report').flatMap((text) => [...text.text.matchAll(statement)].flatMap((match) => {
    const words = /[^。、「」]*$/.exec(text.text.slice(Math.max(0, match.index - longestName), match.index))![0];
    const value = Number(match[1]!.normalize('NFKC').replaceAll(',', ''));
    const indicator = edition.indicators.find((candidate) => speaksOf(words, match[2]!, candidate));
    const values = indicator ? [indicator.measurement?.value, indicator.measurement?.alternative, indicator.baseline.value, indicator.target.value] : [];
    if (!indicator || indicator.measurement?.value == null || values.includes(value)) return [];
    return [findingAt(description, text, {
      start: match.index - words.length, end: match.index + match[0].length,
      message: `指標${indicator.number}「${indicator.title}」の値（${indicator.measurement.printed}）と異なります。同じものを指すか、対象や時点が異なるかを確かめてください。`,
    })];
  }));
});

function speaksOf(words: string, unit: string, indicator: EditionIndicator): boolean {
  const own = indicator.unit?.normalize('NFKC') ?? null;
  if (own !== null && own !== unit.normalize('NFKC')) return false;
  const title = content(indicator.title);
  const said = content(words);
  const common = said.filter((word) => title.includes(word)).length;
  // Most of what is said must be in the title, and the noun at its end, which says what kind of figure it is.
  return said.length >= 2 && common / said.length >= 0.6 && title.at(-1) === said.at(-1);
}

/** Kanji words of a title: 役職段階にある職員に占める女性職員の割合 → 役職段階, 職員, 占, 女性, 職員, 割合. */
function content(text: string): string[] {
  return [...text.matchAll(/[一-龠々]+|[ァ-ヶー]+/g)].flatMap(({ 0: run }) => (run.length > 3 && run.length % 2 === 0 ? (run.match(/../g) ?? []) : [run]));
}
