import { matchesOf, textRule } from '../rule.ts';

export const needlessKa = textRule({
  name: 'needless-ka', title: '「委託化」「連携化」など', family: 'sentence', level: 'note',
  catches: '「委託化する」「連携化」「充実化」「改善化」のように、もともと動作や変化を表す語に「化」が付いている箇所。',
  why: '「委託する」「連携」で足りるためです。',
  example: { wrong: '業務を委託化した。', right: '業務を委託した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: noun } of matchesOf(text, /(委託|連携|充実|改善|導入|実施|検討|廃止|推進|促進|設置|向上|縮小|拡大|削減|軽減|整備|徹底|改修|移行|廃棄|管理)化(?!粧|学|石|合|物|財)/g)) {
    yield { start: index, end: index + words.length, message: `「${noun}」だけで動作や変化を表すので、「化」は要りません。`, suggestion: noun! };
  }
});
