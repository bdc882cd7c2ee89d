import { textRule } from '../rule.ts';
import { runningKinds } from '../manuscript.ts';

export const missingFullStop = textRule({
  name: 'missing-full-stop', title: '文末の句点', family: 'sentence', level: 'advice',
  catches: '述語で終わっているのに句点がない段落。',
  why: '文が途中で切れたのか、終わったのかが分からないためです。',
  example: { wrong: '研修を実施した', right: '研修を実施した。' },
}, function* ({ text, item }, { tools }) {
  const body = text.replace(/[\s　]+$/, '');
  if (item || body.length < 6 || /[。！？」』）)：:]$/.test(body)) return;
  const last = tools.tokenize(body.slice(-40)).at(-1);
  const predicate = last?.pos === '助動詞' || (last?.pos === '動詞' && last.form === '基本形');
  if (predicate) yield { start: body.length - last.surface.length, end: body.length, message: '文末に句点がありません。', suggestion: `${last.surface}。` };
}, runningKinds);
