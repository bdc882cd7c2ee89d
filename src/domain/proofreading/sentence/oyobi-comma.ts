import { matchesOf, textRule } from '../rule.ts';

export const oyobiComma = textRule({
  name: 'oyobi-comma', title: '「及び、」', family: 'sentence', level: 'advice',
  catches: '「及び」「並びに」「又は」「若しくは」の直後に読点が打たれている箇所。',
  why: '公用文では、名詞をつなぐこれらの語の直後に読点を打たないためです。',
  example: { wrong: '作業環境及び、予防対策を確認した。', right: '作業環境及び予防対策を確認した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: word } of matchesOf(text, /((?<![にがで]|まで|とも)及び|並びに|又は|若しくは|および|ならびに|または|もしくは)、/g)) {
    if (/^(?:または|もしくは)$/.test(word!) && /[。、]$/.test(text.slice(0, index))) continue;
    yield { start: index, end: index + words.length, message: `「${word}」の直後に読点は打ちません。`, suggestion: word! };
  }
});
