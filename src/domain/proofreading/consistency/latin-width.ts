import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'latin-width', title: '欧文の全角と半角', family: 'consistency', level: 'advice',
  catches: '「ＰＤＣＡ」と「AI」のように、報告書の中で全角の欧字と半角の欧字が混ざっている箇所。少ない方を示します。',
  why: '見た目がそろわず、検索や読み上げでも別の語として扱われるためです。',
  example: { wrong: 'AIの活用／RPAの導入／ＰＤＣＡの確立', right: 'AIの活用／RPAの導入／PDCAの確立' },
};

const word = /[A-Za-z]+|[Ａ-Ｚａ-ｚ]+/g;

export const latinWidth = reportRule(description, ({ texts }) => {
  // A unit after a number has its own rule.
  const words = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(word)].filter(({ index, 0: { length } }) => !/[0-9０-９]/.test(text.text[index - 1] ?? '') || length > 2).map(({ index, 0: form }) => ({ text, index, form, full: /[Ａ-Ｚａ-ｚ]/.test(form) })));
  const full = words.filter((found) => found.full).length;
  const half = words.length - full;
  if (full === 0 || half === 0) return [];
  const minorityIsFull = full <= half;
  return words.filter((found) => found.full === minorityIsFull).map(({ text, index, form }) => findingAt(description, text, {
    start: index, end: index + form.length,
    message: `欧字は、${minorityIsFull ? '半角' : '全角'}が${Math.max(full, half)}語、${minorityIsFull ? '全角' : '半角'}が${Math.min(full, half)}語です。多い方にそろえてください。`,
    suggestion: minorityIsFull ? form.normalize('NFKC') : form.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
  }));
});
