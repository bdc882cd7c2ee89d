import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun } from '../token.ts';

const right: Readonly<Record<string, string>> = { による: 'により', に関する: 'に関して', に対する: 'に対して', に係る: 'に係り', における: 'において', にわたる: 'にわたって' };

/** 「一貫した作業」「充実した支援」: what says how a thing is, and can have による before its noun. */
const lasting = /^(?:一貫|充実|安定|共通|徹底|独立|関連|類似|不足|偏|突出|卓越|優れ|継続|持続)$/;

export const attributiveBeforeVerb = sentenceRule({
  name: 'attributive-before-verb', title: '「による決める」「促進する図る」など', family: 'sentence', level: 'error',
  catches: '「入札による決める」「市民に対する説明した」のように、名詞に係る「による」「に対する」などの後に動詞が続いている箇所と、「促進する図るため」のように、動詞が続けて書かれ、一方が消し忘れと思われる箇所。',
  why: '「による」「に関する」は名詞に係る形で、動詞には「により」「に関して」の形で係るためです。',
  example: { wrong: '貸付料を入札による決める方式とした。', right: '貸付料を入札により決める方式とした。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const verb = tokens[index + 1];
    const suggestion = right[token.surface];
    // 「受講をした受けた」
    if (token.surface === 'た' && token.pos === '助動詞' && isVerb(verb) && verb!.start === token.end && /^[一-龠]/.test(verb!.surface) && tokens[index - 1]?.base === 'する' && tokens[index - 2]?.surface === 'を' && tokens[index + 2]?.surface === 'た') {
      yield { start: tokens[index - 1]!.start, end: verb!.end, message: `「${tokens[index - 1]!.surface}た」と「${verb!.surface}」が続いています。どちらかが消し忘れと思われます。` };
      continue;
    }
    // 「促進する図る」: of two verbs on end one was to be deleted.
    if (isVerb(token) && token.form === '基本形' && /^する$|^[一-龠]/.test(token.surface) && isVerb(verb) && verb!.start === token.end && /^[一-龠]/.test(verb!.surface) && /^(?:基本形|連用タ接続)$/.test(verb!.form) && !/^(?:ある|いう)$/.test(token.base)) {
      yield { start: token.start, end: verb!.end, message: `「${token.surface}」と「${verb!.surface}」が続いています。どちらかが消し忘れと思われます。` };
      continue;
    }
    // A verb in its 連用形 may be a noun: 職員による見守り.
    // 「大雪による運休した日」
    const done = isVerbalNoun(verb) && tokens[index + 2]?.base === 'する' && /^(?:し|する)$/.test(tokens[index + 2]!.surface);
    if (suggestion !== undefined && token.surface === 'による' && done && !lasting.test(verb!.surface)) {
      yield { start: token.start, end: token.end, message: `「${text.text.slice(token.start, verb!.end)}」は「${suggestion}${verb!.surface}」の誤りと思われます。`, suggestion };
      continue;
    }
    if (suggestion === undefined || !isVerb(verb) || !/^(?:基本形|連用タ接続|未然)/.test(verb!.form) || verb!.base === 'ある') continue;
    yield { start: token.start, end: token.end, message: `「${text.text.slice(token.start, verb!.end)}」は「${suggestion}${verb!.surface}」の誤りと思われます。`, suggestion };
  }
});
