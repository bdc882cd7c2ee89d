import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { countForms, type Occurrence } from './vote.ts';

const description: RuleDescription = {
  name: 'clock-time', title: '時刻の書き方', family: 'consistency', level: 'advice',
  catches: '「午前９時」「午後５時30分」と書いている報告書の「17時」「10：00」のように、時刻の書き方が異なっている箇所。',
  why: '午前と午後の書き方が混ざっていると、時刻を取り違えるおそれがあるためです。',
  example: { wrong: '午前９時から受け付けた。／午後５時まで開いた。／17時に終えた。', right: '午前９時から受け付けた。／午後５時まで開いた。／午後５時に終えた。' },
};

const clock = /(午前|午後)[0-9０-９]{1,2}時(?!間)(?:[0-9０-９]{1,2}分|半)?|(?<![0-9０-９前後第.．,，])(?:1[3-9]|2[0-4]|１[３-９]|２[０-４])時(?!間|点)(?:[0-9０-９]{1,2}分|半)?|(?<![0-9０-９:：])[0-9０-９]{1,2}[:：][0-5０-５][0-9０-９](?![0-9０-９:：])/g;

export const clockTime = reportRule(description, ({ texts }) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(clock)]
    .map(({ index, 0: words, 1: half }): Occurrence => ({ text, start: index, end: index + words.length, form: half !== undefined ? '午前・午後' : words.includes('時') ? '24時間制' : '「：」' })));
  const [most, least] = countForms(found, ['午前・午後']);
  if (!most || !least || most[1] < 2 * least[1]) return [];
  return found.filter(({ form }) => form !== most[0]).map(({ text, start, end }) => findingAt(description, text, {
    start, end, message: `時刻は、ほかの${most[1]}か所では${most[0]}の形で書かれています。書き方をそろえてください。`,
  }));
});
