import { sentenceRule } from '../rule.ts';

/** A topic that names a reason or an aim needs a noun at the end: 「目的は、…することである」. */
const topic = /^(?:[^、。はがを]{0,20})?(?:目的|理由|原因|要因|狙い|ねらい|きっかけ|契機|特徴|特色)は、?/;
/** A topic that may be an object as well (課題は整理した): only with a subject of the verb's own is it left without a predicate. */
const withSubject = /^(?:[^、。はがを]{0,20})?(?:課題|問題点|成果|効果|利点|強み|変更点|改善点)は、[^。]{0,60}[^者員課会市]が[^、。]{1,20}。$/;
const verbal = /(?:[すくぐうるむつぶ]|[したいきりみちんっ][ただ]|ます|ました|ている|[なしきくいが]い)。$/;
/** Verbs that give such a topic its answer, and words that close it. */
const answered = /(?:ある|尽きる|尽きた|挙げられる|考えられる|よる|なる|である|であった|とした|にある|による|となった|なった|とする|だった|でした|であります|あります|になります|となります|挙げられます|考えられます|よります|としました|となりました|示した|述べた|公表した|分析した|検証した|整理した|説明した|示しました|公表しました|説明しました|とおり|です|れる|れます|れた|れました)。$/;

/** A reason is 検証した by somebody; an aim is not. */
const toAnAim = /(?:分析した|検証した|整理した|説明した|分析しました|検証しました|整理しました)。$/;

export const topicPredicate = sentenceRule({
  name: 'topic-predicate', title: '「目的は…図る。」', family: 'sentence', level: 'advice',
  catches: '「事業の目的は、利便性の向上を図る。」「理由は、利用者が減少した。」のように、「目的は」「理由は」などで始まる文が、「ことである」「ためである」などで結ばれていない箇所。',
  why: '主語と述語がねじれ、何について述べた文なのかが分からなくなるためです。',
  example: { wrong: '事業の目的は、利便性の向上を図る。', right: '事業の目的は、利便性の向上を図ることである。' },
}, function* ({ body, start, closed }) {
  const match = topic.exec(body) ?? (withSubject.test(body) ? /^[^は]{1,30}は、?/.exec(body) : null);
  if (!match || !closed || !verbal.test(body) || (answered.test(body) && !(/(?:目的|狙い|ねらい)は/.test(match[0]) && toAnAim.test(body)))) return;
  // 「…が最も多く、…がそれに次ぐ」.
  if (/最も多|上位を占め/.test(body)) return;
  const words = match[0].replace(/、$/, '');
  // The end is what is to be mended, with the verb before it.
  const last = /[^、。をがはに]{1,12}。$/.exec(body)!;
  yield { start: start + last.index, end: start + body.length - 1, message: `「${words}」を受ける述語がありません。文末を「ことである」「ためである」などとしてください。` };
});
