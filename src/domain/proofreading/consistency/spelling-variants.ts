import type { Reading } from '../reading.ts';
import { reportRule, type RuleDescription } from '../rule.ts';
import { type SpellingGroup, spellingGroups } from './spelling-groups.ts';
import { againstMajority, type Occurrence } from './vote.ts';

const description: RuleDescription = {
  name: 'spelling-variants', title: '漢字と仮名の書き分け', family: 'consistency', level: 'advice',
  catches: '「全て」と「すべて」、「ために」と「為に」、「とともに」と「と共に」、「人材」と「人財」など、同じ語が報告書の中で二通り以上に書かれている箇所。多い方にそろえるよう示します。',
  why: '同じ語の書き方が混ざっていると、別のことを指すのかと読み手が迷い、検索でも漏れるためです。',
  example: { wrong: '全ての職員／すべての職員', right: '全ての職員／全ての職員' },
};

const compiled = spellingGroups.map(({ forms, before, after, open }: SpellingGroup) => ({
  forms, open: open ?? false,
  // The longest first, so that 一人ひとり is not read as 一人 and more.
  pattern: new RegExp(`${before ? `(?<=${before})` : ''}(?:${[...forms].sort((a, b) => b.length - a.length).map(RegExp.escape).join('|')})${after ? `(?=${after})` : ''}`, 'g'),
}));

export const spellingVariants = reportRule(description, (reading) => compiled.flatMap(({ forms, pattern, open }) => againstMajority(description, occurrencesOf(reading, pattern), forms, open)));

function occurrencesOf({ texts }: Reading, pattern: RegExp): Occurrence[] {
  return texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(pattern)].filter(({ index }) => !isInName(text.text, index)).map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
}

/** 「「子供の未来応援国民運動」」「障害者週間」: a name is written as whoever gave it wrote it. */
function isInName(text: string, at: number): boolean {
  return text.lastIndexOf('「', at) > text.lastIndexOf('」', at) || /^(?:障害者週間|障害者(?:基本|総合支援|差別解消|雇用促進)?法|障害者手帳)/.test(text.slice(at, at + 12));
}
