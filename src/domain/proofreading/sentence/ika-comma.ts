import { matchesOf, textRule } from '../rule.ts';

export const ikaComma = textRule({
  name: 'ika-comma', title: '「（以下、「〜」という。）」', family: 'sentence', level: 'note',
  catches: '略称を定める「（以下、「〜」という。）」の「以下」の後の読点。',
  why: '公用文では「（以下「〜」という。）」と、読点を打たずに書くためです。',
  example: { wrong: '推進計画（以下、「計画」という。）', right: '推進計画（以下「計画」という。）' },
}, function* ({ text }) {
  for (const { index } of matchesOf(text, /以下、(?=「[^」]{1,60}」と(?:いう|する|言う|略す|略称))/g)) {
    yield { start: index, end: index + 3, message: '略称を定めるときは「以下「〜」という。」と、「以下」の後に読点を打ちません。', suggestion: '以下' };
  }
});
