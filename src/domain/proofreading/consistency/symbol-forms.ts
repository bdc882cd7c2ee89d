import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority } from './vote.ts';

const description: RuleDescription = {
  name: 'symbol-forms', title: '記号の全角と半角', family: 'consistency', level: 'advice',
  catches: '「（」と「(」、「、」と「，」、「～」と「〜」、「：」と「:」など、同じ働きの記号が二通り以上に書かれている箇所。',
  why: '見た目がそろわず、検索や置換で漏れるためです。',
  example: { wrong: '（内部評価）／（外部評価）／(再掲)', right: '（内部評価）／（外部評価）／（再掲）' },
};

/** The form of official documents first. Each stands beside a Japanese character, or it belongs to a word in Latin letters. */
const groups = [['（', '('], ['）', ')'], ['、', '，'], ['。', '．'], ['～', '〜', '~'], ['：', ':'], ['／', '/'], ['・', '･', '·'], ['「', '｢'], ['」', '｣'], ['？', '?'], ['！', '!'], ['％', '﹪'], ['※', '＊', '*']];
const japanese = '[ぁ-んァ-ヶー一-龠々０-９0-9年月日]';
const compiled = groups.map((forms) => {
  const any = `[${forms.map(RegExp.escape).join('')}]`;
  return { forms, pattern: new RegExp(`(?<=${japanese})${any}|${any}(?=[ぁ-んァ-ヶー一-龠々])`, 'g') };
});

export const symbolForms = reportRule(description, ({ texts }) => compiled.flatMap(({ forms, pattern }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(pattern)]
    // 「２，８６０」「８１．３」: within a number the mark belongs to it.
    .filter(({ index, 0: mark }) => !(/[，．・]/.test(mark) && /[0-9０-９]/.test(text.text[index - 1] ?? '') && /[0-9０-９]/.test(text.text[index + 1] ?? '')) && !(/[:/.~]/.test(mark) && /[0-9A-Za-z]/.test(text.text[index - 1] ?? '') && /[0-9A-Za-z]/.test(text.text[index + 1] ?? '')))
    .map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
  return againstMajority(description, occurrences, forms);
}));
