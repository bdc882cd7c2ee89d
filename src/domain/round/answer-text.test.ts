import { expect, test } from 'vitest';
import { emptyItemAnswer } from './answer.ts';
import { emptyIndicatorAnswer } from './indicator-answer.ts';
import { answerText } from './answer-text.ts';

const names = {
  round: { scale: [{ id: 's1', name: 'Ａ　予定を上回って進んだ' }] },
  indicator: { series: [{ id: 'all', title: '「わからない」を含む割合', judged: false, from: 2020 }] },
};

test('reads the self-assessment by its name, not by what the form calls it', () => {
  expect(answerText({ ...emptyItemAnswer, text: '実施した。', selfAssessment: 's1' }, names)).toBe('【この年度にしたこと】\n取り組んだ\n\n【取組状況】\n実施した。\n\n【自己評価】\nＡ　予定を上回って進んだ');
});

test('keeps a step that the scale does not have as it came', () => {
  expect(answerText({ ...emptyItemAnswer, selfAssessment: 's9' }, names)).toContain('【自己評価】\ns9');
});

test('reads a series by its title', () => {
  expect(answerText({ ...emptyIndicatorAnswer, printed: '37.0', series: 'all', alternative: '60.3' }, names)).toBe('【値】\n37.0\n\n【値の系列】\n「わからない」を含む割合\n\n【併記する値】\n60.3');
});
