import { sentenceRule, type Slip } from '../rule.ts';
import { isParticle, isVerbalNoun, type Token } from '../token.ts';

const conjunction = /^(?:や|及び|並びに|又は)$/;

export const nounAndClause = sentenceRule({
  name: 'noun-and-clause', title: '名詞と節を並べた箇所', family: 'sentence', level: 'advice',
  catches: '「サロンの開設や運営する団体」「施設の老朽化や利用者が減少したこと」「予算の確保や関係機関と調整した」「費用の削減、食材を使うことの２点」のように、「や」「及び」の前が名詞で、後が動詞で終わる節になっている箇所。',
  why: '並べる語句の種類がそろわないと、前の名詞がどこに係るのかが読み取れないためです。「開設や運営を行う」「老朽化や利用者の減少」のようにそろえます。',
  example: { wrong: 'サロンの開設や運営する団体に補助した。', right: 'サロンの開設や運営を行う団体に補助した。' },
}, function* ({ tokens, text, body, start }) {
  for (const index of tokens.keys()) {
    const end = conjunction.test(tokens[index]!.surface) ? clauseAfter(tokens, index) : null;
    if (end === null) continue;
    const [from, to] = [tokens[index - 1]!.start, tokens[end]!.end];
    yield { start: from, end: to, message: `「${text.text.slice(from, to)}」は、名詞と、動詞で終わる語句とが並べられています。形をそろえてください。` };
  }
  yield* unevenPoints(body, start);
});

/** Where the clause ends that stands after 「〜のN や」, or null where what follows is a noun as well. */
function clauseAfter(tokens: readonly Token[], index: number): number | null {
  // 「講座を企画や運営する」; 「企画及び運営する」 is the language of laws.
  const ofObject = tokens[index]!.surface === 'や' && isVerbalNoun(tokens[index - 1]) && isParticle(tokens[index - 2], 'を');
  if (!ofObject && !isQualified(tokens, index - 1)) return null;
  const from = tokens[index + 1]?.surface === '、' ? index + 2 : index + 1;
  // 「開設や運営する」.
  const own = isVerbalNoun(tokens[from]) && tokens[from + 1]?.base === 'する' && tokens[from + 1]!.pos === '動詞';
  if (own && from === index + 1) return /^(?:する|し)$/.test(tokens[from + 1]!.surface) && tokens[from + 3]?.surface !== 'の' ? from + 1 : null;
  if (ofObject) return null;
  let at = from;
  while ((tokens[at]?.pos === '名詞' || tokens[at]?.pos === '接頭詞' || tokens[at]?.pos === 'UNK') && at < from + 5) at += 1;
  const [noun, particle, word] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (at === from || !noun || isVerbalNoun(noun) || noun.surface === '化' || !particle || !word) return null;
  // 「利用者が減少したこと」「道路が狭いため」.
  if (isParticle(particle, 'が')) {
    const verb = isVerbalNoun(word) && tokens[at + 2]?.base === 'する' ? at + 2 : ['動詞', '形容詞'].includes(word.pos) ? at + 1 : null;
    const last = verb === null ? -1 : tokens.slice(verb, verb + 5).findIndex(({ surface, detail }) => detail === '非自立' && /^(?:こと|ため)$/.test(surface));
    return verb !== null && last > 0 && tokens.slice(verb + 1, verb + last).every(({ pos, surface }) => /^(?:動詞|助動詞|形容詞)$/.test(pos) || surface === 'て') ? verb + last : null;
  }
  // 「予算の確保や関係機関と調整した」.
  const together = isParticle(particle, 'と') && /^(?:連携|調整|協議|協力|協働|意見交換|交流|契約|締結)$/.test(word.surface) && tokens[at + 2]?.base === 'する' && /(?:機関|団体|部署|課|者|会|市町|自治体|学校|企業|大学|国|県)$/.test(noun.surface);
  return together && tokens[index]!.surface !== '又は' ? at + 2 : null;
}

/** 「サロンの開設」「施設の老朽化」: a doing that の qualifies. */
function isQualified(tokens: readonly Token[], index: number): boolean {
  const noun = tokens[index];
  if (!noun || !(isVerbalNoun(noun) || (noun.surface === '化' && noun.detail === '接尾'))) return false;
  let first = index;
  while (tokens[first - 1]?.pos === '名詞' && first > index - 3) first -= 1;
  return tokens[first - 1]?.surface === 'の' && tokens[first - 1]!.detail === '連体化';
}

/** 「利用者の増加、費用の削減、食材を使うことの３点」: the last of a list alone is a clause, or one among nouns. */
const points = /(?<=^|[。はが]、?)((?:[^、。はが]{3,24}(?:、|及び|並びに)){1,5}[^、。はが]{3,24})の[2-9２-９二三四五六七八九](?:点|つ)/g;

function* unevenPoints(body: string, offset: number): Generator<Slip> {
  for (const { index, 0: words, 1: list } of body.matchAll(points)) {
    const members = list!.split(/、|及び|並びに/);
    const clauses = members.filter((member) => /[うくすつぬむるぐぶ]こと$/.test(member)).length;
    const nouns = members.filter((member) => /の[一-龠]{2,5}$|^[一-龠ァ-ヶー]{3,}$/.test(member)).length;
    if (clauses > 0 && nouns > 0 && clauses + nouns === members.length) yield { start: offset + index, end: offset + index + words.length, message: '並べた語句に、「〜の（名詞）」と「〜すること」が混ざっています。形をそろえてください。' };
  }
}
