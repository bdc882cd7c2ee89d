import { noteNumber } from '../../report/paragraph.ts';
import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'note-marks', title: '注の印と注の対応', family: 'registry', level: 'error',
  catches: '説明のない注の印、どこからも参照されない注、「※２」と「※2」のように全角と半角が混ざった注の印。',
  why: '注がどの値の説明なのかが分からなくなるためです。',
  example: { wrong: '０％ ※2（注は「※２」）', right: '０％ ※２（注は「※２」）' },
};

const mark = /[※＊]\s*[0-9０-９]+/g;
const isFull = (text: string): boolean => /[０-９]/.test(text);

export const noteMarks = reportRule(description, ({ manuscript: { edition }, texts }) => {
  const notes = edition?.notes ?? [];
  const used = texts.filter(({ path }) => !path.startsWith('notes#')).flatMap((text) => [...text.text.matchAll(mark)].map(({ index, 0: form }) => ({ text, index, form, number: noteNumber(form) })));
  const numbers = new Set(notes.map((note) => noteNumber(note.mark)));
  const referred = new Set(used.map(({ number }) => number));
  const noteTexts = new Map(texts.filter(({ kind }) => kind === 'note').map((text) => [text.path, text]));
  const at = (text: ProofreadingText, start: number, length: number, message: string, suggestion?: string): Finding =>
    findingAt(description, text, { start, end: start + length, message, ...(suggestion === undefined ? {} : { suggestion }) });

  const allMarks = [...used.map(({ form }) => form), ...notes.map((note) => note.mark)];
  const full = allMarks.filter(isFull).length;
  const wrongIsFull = full < allMarks.length - full;
  return [
    ...(edition ? used.filter(({ number }) => !numbers.has(number)).map(({ text, index, form }) => at(text, index, form.length, `注「${form}」の説明がありません。`)) : []),
    ...notes.filter((note) => !referred.has(noteNumber(note.mark))).flatMap((note) => {
      const text = noteTexts.get(`notes#${note.mark}`);
      return text ? [at(text, 0, text.text.length, `注「${note.mark}」は、どこからも参照されていません。`)] : [];
    }),
    ...(full > 0 && full < allMarks.length ? used.filter(({ form }) => isFull(form) === wrongIsFull).map(({ text, index, form }) =>
      at(text, index, form.length, `注の印は、${wrongIsFull ? '半角' : '全角'}が${Math.max(full, allMarks.length - full)}か所、${wrongIsFull ? '全角' : '半角'}が${Math.min(full, allMarks.length - full)}か所です。`,
        wrongIsFull ? form.normalize('NFKC') : form.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)))) : []),
  ];
});
