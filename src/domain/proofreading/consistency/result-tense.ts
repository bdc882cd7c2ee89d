import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { ProofreadingText } from '../manuscript.ts';
import type { Reading, Sentence } from '../reading.ts';
import { endingsByKind, fewest } from './sentence-ending.ts';

const description: RuleDescription = {
  name: 'result-tense', title: '実績の文の時制', family: 'consistency', level: 'advice',
  catches: '取組状況（実績）の文が「努める。」「予定している。」のように現在形で終わっている箇所。',
  why: '実績の欄では、行ったこととこれから行うことが区別できるように、行ったことは過去形で書くためです。これからのことであれば、「今後」などと時期を示します（「今後」のある文は対象になりません）。',
  example: { wrong: '調査した。決定した。公表した。改定した。見直した。適正な処理に努める。', right: '調査した。決定した。公表した。改定した。見直した。適正な処理に努めた。' },
};

const clear = 0.7;

export const resultTense = reportRule(description, (reading) => {
  const endings = (endingsByKind(reading).get('report') ?? []).filter(({ ending }) => ending.startsWith('plain'));
  const past = endings.filter(({ ending }) => ending === 'plain-past').length;
  if (endings.length < fewest || past < clear * endings.length) return [];
  const year = usualYear(reading);
  // A paragraph of several sentences, two thirds of which are in the present, is about the plan or about what comes.
  const ofText = Map.groupBy(endings, ({ sentence }) => sentence.text);
  const isOfResults = (text: ProofreadingText) => ofText.get(text)!.length < 3 || ofText.get(text)!.filter(({ ending }) => ending === 'plain-past').length * 3 > ofText.get(text)!.length;
  return endings.filter(({ ending, sentence, to }) => ending === 'plain-present' && isOfResults(sentence.text) && !isOfLater(sentence.body, year) && !isState(sentence, to) && !(yearOf(topicYear.exec(sentence.text.text)?.[1]) > year)).map(({ sentence, from, to }) => findingAt(
    // 「活用している」 may be how things stand at the end of the year; whoever wrote it knows.
    /(?:ている|でいる|ておる)$/.test(sentence.text.text.slice(0, to)) ? { ...description, level: 'note' } : description, sentence.text, {
      start: from, end: to,
      message: /引き続き|引続き|次年度|翌年度/.test(sentence.body) ? '実績の欄に、今後の方針や予定が現在形で書かれています。' : '実績の文が現在形で終わっています。',
    },
  ));
});

/** 「154件の利用がある」: what was counted is over. */
const counted = /[0-9０-９](?:人|件|回|団体|社|校|点|通|者)の(?:利用|参加|応募|申込み|申し込み|申請|相談|意見|要望|問合せ|提案|寄附|来場|来館|回答|登録|届出|収入|出席|受講)がある$/;

/** 「令和６年度は、」 at the head of a paragraph says which year it is about. */
const topicYear = /^(?:また、|なお、)?令和([0-9０-９]{1,2})年度[はに]/;
const yearOf = (digits: string | undefined): number => Number((digits ?? '0').normalize('NFKC'));

/** 「令和７年度に公募により選定する」: a year after the report's says that it is still to come. */
function isOfLater(body: string, year: number): boolean {
  return year !== 99 && [...body.matchAll(/令和([0-9０-９]{1,2})年度?/g)].some(({ 1: digits }) => yearOf(digits) > year);
}

/** The year that a report is about: the one it names most. 99 where it names none. */
function usualYear({ texts }: Reading): number {
  const years = texts.flatMap(({ text }) => [...text.matchAll(/令和([0-9０-９]{1,2})年度/g)].map(({ 1: digits }) => yearOf(digits)));
  return [...Map.groupBy(years, (year) => year)].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 99;
}

/** 「至っていない」「減少している」「必要がある」「31.6％である」 are how things stand, and 「今後」「予定である」「来年度に着手する」 say plainly that it is none of the results. */
function isState({ body, text }: Sentence, to: number): boolean {
  if (counted.test(text.text.slice(0, to)) && !/今後|来年度|予定/.test(body)) return false;
  return isInBrackets(text.text, to) || /(?:ない|である|ある|予定だ|(?:考え|思わ|見|み|認め|求め)られる|(?:でき|られ|え)る|(?<!取り組)んでいる|(?<!(?:検討|実施|推進|協議|準備|調整|作成|策定|開催|活用|整備|点検|周知|改善|支援|導入)し)ている|思われる|いえる|言える|占める|上回る|下回る|及ぶ|上る|相当する|当たる|該当する)$/.test(text.text.slice(0, to)) || /今後|来年度|予定|(?:翌|次)年度(?:に|から|以降)/.test(body);
}

/** 「（窓口用を含む。）」 says something of a word and is no sentence of the report. */
function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('（', at) > text.lastIndexOf('）', at - 1) && text.indexOf('）', at) !== -1;
}
