import { sentenceRule } from '../rule.ts';

/** 「最も多かったのは、」 at the head of a sentence or of its last clause. */
const cleft = /(?:^|[。、])[^、。]{0,24}[かいたるた]のは、?(?![^。]{0,4}もちろん)([^。]*)。$/;
/** Endings that say what it was. */
const answered = /(?:である|であった|であり|だ|だった|です|でした|による|による。|ためだ|からだ|こと|もの|とみられる|考えられる|なる|なった|なかった|ない|ある|あった|占めた|続いた|です|れた|れる)$/;
const verbal = /(?:[一-龠]{2}した|[一-龠][っいんきしちみりえけせてねべめれげ][ただ]|[一-龠ぁ-ん](?:ている|ました|ます))$/;

export const cleftPredicate = sentenceRule({
  name: 'cleft-predicate', title: '「多かったのは、…した。」', family: 'sentence', level: 'advice',
  catches: '「最も多かったのは、駐車場を増やした。」のように、「〜のは、」で始まる文が、「〜である」「〜ことである」で結ばれていない箇所。',
  why: '主語と述語がねじれ、何が「〜のは」に当たるのかが分からなくなるためです。',
  example: { wrong: '最も多かった理由は職場に近いことで、次に多かったのは、学校が近くにあった。', right: '最も多かった理由は職場に近いことで、次に多かったのは、学校が近くにあることであった。' },
}, function* ({ body, start, closed }) {
  const match = closed ? cleft.exec(body) : null;
  if (!match) return;
  const rest = match[1]!;
  // A second clause has a predicate of its own: 「多かったのは相談で、窓口を増やした」.
  // 「多かったのは腹痛で四割を占め、残りは…」, 「増えているのは、…とみている」, 「案を検討しています」.
  if (/(?:れ|とみ|と考え|と受け止め|に限っ)てい(?:る|ます)$/.test(rest) || /[0-9０-９一二三四五六七八九十]割?(?:ほど)?(?:に(?:とどま|上)り|を占め)、/.test(rest) || /案を/.test(rest)) return;
  if (/(?:で|であり|であって|ため|から|が|こと[でに]|もの[でに])、|であった|として/.test(rest) || (answered.test(rest) && !/が[^、。]{0,6}あった$/.test(rest)) || !(verbal.test(rest) || /が[^、。]{0,6}あった$/.test(rest))) return;
  const last = /[^、。をがはに]{1,12}。$/.exec(body)!;
  yield { start: start + last.index, end: start + body.length - 1, message: '「〜のは」を受ける述語がありません。文末を「〜ことである」「〜である」などとしてください。' };
});
