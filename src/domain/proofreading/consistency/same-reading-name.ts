import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import type { Sentence } from '../reading.ts';
import type { Token } from '../token.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'same-reading-name', title: '読みが同じ名称', family: 'consistency', level: 'advice',
  catches: '「こども家庭センター」と「子供家庭センター」、「しおみ健康ポイント」と「汐見健康ポイント」のように、施設、制度、事業などの名称が、同じ読みで異なる字に書かれている箇所。',
  why: '同じものの名称が二通りに書かれていると、別のものと受け取られ、検索でも漏れるためです。',
  example: { wrong: 'こども家庭センターを設置した。／こども家庭センターで相談を受けた。／子供家庭センターで支援した。', right: 'こども家庭センターを設置した。／こども家庭センターで相談を受けた。／こども家庭センターで支援した。' },
};

interface Name { readonly text: ProofreadingText; readonly start: number; readonly name: string; readonly reading: string }

const formal = /(?:計画|方針|条例|要綱|大綱|構想|協定|センター|委員会|審議会|協議会|本部|会議|制度|システム|事業|ポイント|バス|公園|広場|会館|図書館|公民館|学校|保育所|保育園|児童館|体育館|ホール|クラブ|プラザ|教室|フェスタ|まつり|祭|基金|プロジェクト|プラン|アプリ|カード)$/;
/** Kana that say what the name is: a reading alone tells nothing of shorter ones. */
const shortest = 5;

export const sameReadingName = reportRule(description, ({ sentences }) => [...groupBy(sentences.flatMap(namesOf), ({ reading }) => reading)].flatMap(([, names]) => {
  const forms = [...groupBy(names, ({ name }) => name)].sort(([, a], [, b]) => b.length - a.length);
  const [right] = forms;
  return forms.slice(1).filter(([form]) => differs(form, right![0])).flatMap(([form, places]) => places.map(({ text, start }) => findingAt(description, text, {
    start, end: start + form.length, suggestion: right![0], message: `「${form}」は${places.length}か所、同じ読みの「${right![0]}」は${right![1].length}か所です。同じものであれば、書き方をそろえてください。`,
  })));
}));

/** A matter of width or of a long vowel has rules of its own. */
function differs(one: string, other: string): boolean {
  const bare = (name: string): string => name.normalize('NFKC').replaceAll(/[ー・]/g, '').toLowerCase();
  return bare(one) !== bare(other);
}

/** Runs of nouns that end as names do. */
function namesOf({ tokens, text }: Sentence): Name[] {
  const names: Name[] = [];
  let run: Token[] = [];
  const close = (): void => {
    const name = run.map(({ surface }) => surface).join('');
    if (run.length >= 2 && name.length >= shortest && name.length <= 40 && formal.test(name) && /\p{Script=Han}|[ァ-ヶ]/u.test(name)) names.push({ text, start: run[0]!.start, name, reading: run.map(readingOf).join('') });
    run = [];
  };
  let opened: Token[] | null = null;
  for (const token of tokens) {
    if (token.surface === '「') opened = [];
    else if (token.surface === '」' && opened) {
      const name = opened.map(({ surface }) => surface).join('');
      if (opened.length >= 2 && name.length >= shortest && name.length <= 24) names.push({ text, start: opened[0]!.start, name, reading: opened.map(readingOf).join('') });
      opened = null;
    } else opened?.push(token);
    if (/^(?:名詞|接頭詞|UNK)$/.test(token.pos) && token.detail !== '非自立' && token.detail !== '数') run.push(token);
    else close();
  }
  close();
  return names;
}

function readingOf({ reading, surface }: Token): string {
  return reading ?? surface.replaceAll(/[ぁ-ん]/g, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60));
}
