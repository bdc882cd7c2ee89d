import { expect, test } from 'vitest';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { answerText } from './answer-text.ts';

const round = { scale: [{ id: 's1', name: 'Ａ　予定を上回って進んだ' }] };

test('reads the self-assessment by its name, not by what the form calls it', () => {
  expect(answerText({ ...emptyItemAnswer, text: '実施した。', selfAssessment: 's1' }, round)).toBe('【この年度にしたこと】\n取り組んだ\n\n【取組状況】\n実施した。\n\n【自己評価】\nＡ　予定を上回って進んだ');
});

test('keeps a step that the scale does not have as it came', () => {
  expect(answerText({ ...emptyItemAnswer, selfAssessment: 's9' }, round)).toContain('【自己評価】\ns9');
});
