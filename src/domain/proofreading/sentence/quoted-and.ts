import { matchesOf, sentenceRule } from '../rule.ts';

export const quotedAnd = sentenceRule({
  name: 'quoted-and', title: '「「良好」と「非常に良好」となった」', family: 'sentence', level: 'note',
  catches: '「管理状況が「非常に良好」と「良好」となった」のように、二つの語を並べる「と」と結果を表す「と」が続いている箇所。',
  why: '「「非常に良好」又は「良好」となった」とする方が、どちらか一方であることが正確に伝わるためです。',
  example: { wrong: '６部署で「非常に良好」と「良好」となった。', right: '６部署で「非常に良好」又は「良好」となった。' },
}, function* ({ body, start }) {
  for (const { index, 0: words } of matchesOf(body, /(?<=」)と(?=「[^「」]{1,20}」と(?:なっ|な[りる]|し[たて]))/g)) {
    yield { start: start + index, end: start + index + words.length, message: '並べる「と」と結果の「と」が続いています。「又は」「及び」などとしてください。' };
  }
});
