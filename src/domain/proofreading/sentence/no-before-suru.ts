import { clauseBefore, headAfter, isTurned } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export const noBeforeSuru = sentenceRule({
  name: 'no-before-suru', title: '「対象のした」など', family: 'sentence', level: 'error',
  catches: '「父親を対象のした講座」「必修のして実施した」「協定の締結した。」のように、「とした」「を」などとすべきところが「の」になっている箇所。',
  why: '「の」は名詞に係り、「した」「締結した」には続かないためです。「市の実施した事業」のように、後の名詞に係るものは対象になりません。',
  example: { wrong: '父親を対象のした講座を開いた。', right: '父親を対象とした講座を開いた。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [before, suru, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (token.surface === 'の' && token.pos === '助詞' && before?.pos === '名詞' && before.detail !== '非自立' && takesNoNo(tokens, index)) {
      yield { start: token.start, end: token.end, message: `「${before.surface}の」は名詞に係る形で、後の動詞には続きません。「を」などの誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    if (token.surface === 'の' && token.detail === '連体化' && before?.pos === '名詞' && isVerbalNoun(suru) && endsIn(tokens, index + 2)) {
      yield { start: token.start, end: token.end, message: `「の${suru!.surface}し」は、「を${suru!.surface}し」などの誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    // 「時刻表の多言語化した」: several nouns of which the last is done.
    let last = index + 1;
    while (tokens[last + 1]?.pos === '名詞' && /^(?:名詞|接頭詞)$/.test(tokens[last]?.pos ?? '')) last += 1;
    if (token.surface === 'の' && token.detail === '連体化' && before?.pos === '名詞' && before.detail !== '非自立' && last > index + 1 && (isVerbalNoun(tokens[last]) || tokens[last]!.surface === '化') && tokens.slice(index + 1, last).every(({ detail }) => detail !== '数') && endsIn(tokens, last + 1)) {
      const word = text.text.slice(suru!.start, tokens[last]!.end);
      yield { start: token.start, end: token.end, message: `「の${word}し」は、「を${word}し」などの誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    // 「共同での採用する」: の after another particle makes an attribute too.
    if (token.surface === 'の' && token.detail === '連体化' && before?.pos === '助詞' && /^(?:で|から|へ|と|まで)$/.test(before.surface) && isVerbalNoun(suru) && after?.base === 'する' && after.pos === '動詞') {
      yield { start: token.start, end: token.end, message: `「${before.surface}の${suru!.surface}する」の「の」が余分と思われます。`, suggestion: '' };
      continue;
    }
    // 「混雑状況の配信する案」: a state or a paper is what is sent, and never who sends.
    if (token.surface === 'の' && token.detail === '連体化' && before && things.test(before.surface) && isVerbalNoun(suru) && given.has(suru!.surface) && after?.base === 'する' && /^(?:する|し)$/.test(after.surface)) {
      yield { start: token.start, end: token.end, message: `「${before.surface}の${suru!.surface}する」は「${before.surface}を${suru!.surface}する」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    if (token.surface !== 'の' || token.pos !== '助詞' || before?.pos !== '名詞' || suru?.surface !== 'し' || suru.base !== 'する' || !/^(?:た|て|まし|、)$/.test(after?.surface ?? '')) continue;
    // 「市のした処分」: with an object of its own the noun may be who did it; 「対象のした」 has its object before.
    yield { start: token.start, end: suru.end, message: `「${text.text.slice(before.start, after!.end)}」は「とし」「にし」などの誤りと思われます。` };
  }
});

const things = /^(?:状況|情報|内容|結果|資料|意見|書類|データ|課題|問題|予定|様式|動画|映像|写真|記事|費用|経費|時間|業務|手続)$/;
const given = new Set(['配信', '発信', '提供', '公開', '公表', '掲載', '送付', '配布', '共有', '把握', '分析', '集計', '収集', '確認', '検証', '整理', '記録', '保存', '作成', '提出', '周知', '削減', '短縮', '軽減', '解決', '改善', '効率化', '簡素化', '委託']);

/** Verbs that go on with a comma, and that are no nouns in that form (見守り、). */
const goingOn = new Set(['得る', '設ける', '求める', '図る', '行う', '進める', '定める', '用いる', '踏まえる', '聴く', '受ける', '促す', '防ぐ', '講じる', '高める', '広げる', '減らす', '増やす', '取り入れる', '受け入れる', '整える', '改める', '加える', '示す', '開く', '配る', '支える', '抑える', '早める', '深める', '目指す', '避ける', '解消', '把握', '検討']);

/**
 * 「協力の得た。」「動向の把握するため」「対象のした」: the verb ends its clause, so that の before it has no noun to hang on. 「市民の利用する
 * 施設」 has one.
 */
function takesNoNo(tokens: readonly Token[], index: number): boolean {
  // 「シカが1,028頭の合わせて1,762頭」
  if (tokens[index - 1]!.detail2 === '助数詞' && /^(?:合わせ|併せ|計)/.test(tokens[index + 1]?.surface ?? '')) return false;
  // 「産婦の対象とする」; 「購入の対象とする」 has its object elsewhere.
  if (/(?:者|員|民|童|生|婦|人|世帯)$/.test(tokens[index - 1]!.surface) && !clauseBefore(tokens, index).some(({ pos, surface }) => pos === '助詞' && /^[をもは]$/.test(surface)) && /^(?:対象|中心|目的|前提|基本|条件|テーマ|契機)$/.test(tokens[index + 1]?.surface ?? '') && /^[とに]$/.test(tokens[index + 2]?.surface ?? '') && tokens[index + 3]?.base === 'する') return true;
  const head = headAfter(tokens, index, true);
  if (!head || /^(?:する|ある|なる|いる|おる|できる|よる|ない|ござる)$/.test(head.word) || isTurned(tokens, head.verb)) return false;
  const own = isVerbalNoun(tokens[head.first]);
  const [verb, after, last] = tokens.slice(head.verb, head.verb + 3);
  // 「国の定めた、家計への支援」: who did it, before a comma.
  const doer = /(?:国|県|市|町|村|都|区|省|庁|会|者|員|民|人|団体|法人|機関|企業|社)$/.test(tokens[index - 1]!.surface);
  if (after?.surface === 'まし' || (after?.surface === 'た' && (last?.surface === '。' || (last?.surface === '、' && !doer))) || (after?.surface === 'て' && after.detail === '接続助詞' && !/^(?:いる|ある|おる|いく|くる|しまう)$/.test(last?.base ?? ''))) return true;
  if (after?.surface === '、') return verb!.form.startsWith('連用') && (own || goingOn.has(head.word));
  const before = verb!.form === '基本形' && after?.detail === '非自立' && (/^(?:ため|ほか)$/.test(after.surface) || (after.surface === 'こと' && /^[とを]$/.test(last?.surface ?? '')));
  return (before || (verb!.form === '基本形' && /^(?:とともに|。)$/.test(after?.surface ?? ''))) && (own ? transitiveOnly.has(head.word) : goingOn.has(head.word));
}

const transitiveOnly = new Set('把握 解消 緩和 軽減 抑制 削減 確保 防止 策定 設置 作成 配布 整備 改善 強化 促進 推進 支援 徹底 短縮 拡充 実施 公表 検証 分析 導入 構築 育成 養成 創設 修正 反映 提供 提案 見直し'.split(' '));

/** Whether する stands here at the end of its clause: before a noun, の may be its subject (市の実施した事業). */
function endsIn(tokens: readonly Token[], suru: number): boolean {
  const [verb, after, last] = tokens.slice(suru, suru + 3);
  if (verb?.surface !== 'し' || verb.base !== 'する') return false;
  return after?.surface === '、' || after?.surface === 'まし' || (after?.surface === 'た' && /^[。、]$/.test(last?.surface ?? ''));
}
