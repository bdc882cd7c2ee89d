import type { Edition, EditionIndicator } from '../../edition/edition.ts';
import { noteNumber } from '../../report/paragraph.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'note-subject', title: '指標に合わない注', family: 'registry', level: 'advice',
  catches: '指標の値に付いた注のうち、注の文に、その指標の名称や説明の語が一つも現れないもの。',
  why: '注の番号を付け違えると、値の意味を誤って伝えるためです。どの指標の注かが分かるように、注の文に指標の名称を入れることも勧めます。',
  example: { wrong: '経常収支比率 90.0以下 ※３（※３ 各年４月１日時点での集計です。）', right: '経常収支比率 91.5 ※４（※４ 経常収支比率については、７月末に確定します。）' },
};

/** Words that any indicator and any note may have. */
const ofAny = /^(?:割合|年度|目標|現状|時点|集計|平成|令和|以上|以下|に関|して|する|した|てい|いる|状況|による|よる|事業|市民|実施)$/;

export const noteSubject = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  return edition.notes.flatMap((note) => {
    const words = tellingPairs(note.text);
    return cellsWith(edition, noteNumber(note.mark)).flatMap(({ indicator, cell }) => {
      const own = tellingPairs(`${indicator.title}${indicator.definition}`);
      const text = texts.find(({ path }) => path === `indicators/${indicator.id}#${cell}`);
      if (!text || [...own].some((word) => words.has(word))) return [];
      const match = [...text.text.matchAll(/[※＊]\s*[0-9０-９]+/g)].find(({ 0: form }) => noteNumber(form) === noteNumber(note.mark));
      if (!match) return [];
      return [findingAt(description, text, {
        start: match.index, end: match.index + match[0].length,
        message: `注「${note.mark}」の文に、指標「${indicator.title}」の名称や説明の語がありません。付ける指標を確かめてください。`,
      })];
    });
  });
});

/** Pairs of kanji or katakana: enough to see whether two texts speak of one thing. */
function tellingPairs(text: string): Set<string> {
  const pairs = [...text.matchAll(/[一-龠々ァ-ヶー]{2,}/g)].flatMap(({ 0: run }) => Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)));
  return new Set(pairs.filter((pair) => !ofAny.test(pair)));
}

function cellsWith({ indicators }: Edition, number: string | null): { indicator: EditionIndicator; cell: string }[] {
  return indicators.flatMap((indicator) => (['baseline', 'measurement', 'target'] as const)
    .filter((cell) => indicator[cell]?.notes.some((mark) => noteNumber(mark) === number)).map((cell) => ({ indicator, cell })));
}
