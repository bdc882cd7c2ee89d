import { levelNames } from './finding.ts';
import type { Rule, RuleFamily } from './rule.ts';

const families: Readonly<Record<RuleFamily, { readonly title: string; readonly about: string }>> = {
  sentence: { title: '文の中の誤り', about: '一つの文又は段落だけを見て分かるものです。' },
  consistency: { title: '報告書全体での不ぞろい', about: '同じ語や数字の書き方を報告書全体で数え、少ない方を示すものと、公用文の書き方や計算、日付と照らすものです。' },
  registry: { title: '計画の登録との食い違い', about: '計画に登録された表題、部署、指標、注、前年度の報告と照らすものです。' },
  print: { title: '印刷とデータ交換', about: 'PDFやCSVにしたときに失われる文字です。' },
};

/** The page on all rules, made of the rules themselves. */
export function proofreadingPage(rules: readonly Rule[]): string {
  const sections = (Object.keys(families) as RuleFamily[]).map((family) => {
    const own = rules.filter((rule) => rule.family === family);
    return `## ${families[family].title}（${own.length}）\n\n${families[family].about}\n\n${own.map(sectionOf).join('\n')}`;
  });
  return `# 校閲で調べること

このページは、規則（\`src/domain/proofreading/\`）から自動で作ったものです。直すときは規則を直し、\`node bench/proofreading/write-documentation.ts\` で作り直してください。

規則は${rules.length}あります。指摘の強さは次の三つです。

- **${levelNames.error}**：誰が書いても誤りであるもの。
- **${levelNames.advice}**：直すか、理由を確かめた方がよいもの。
- **${levelNames.note}**：知っておくとよいもの。

指摘は確定した誤りではありません。市の用字用語辞書（prh形式）で正しいとした語は、どの規則でも指摘しません。
「書きながら」とある規則は、段落を書いている間にも働きます。「全体で」とある規則は、報告書全体を調べるときにだけ働きます。

${sections.join('\n')}
## 規則を加えるには

1. \`src/domain/proofreading/\` の下の \`sentence\`、\`consistency\`、\`registry\`、\`print\` のいずれかに、誤りの名前を付けたファイルを一つ作ります。文だけを見る規則は \`sentenceRule\`、一つの文章を見る規則は \`textRule\`、全体を見る規則は \`reportRule\` で作ります。
2. 書く前に、その規則が見付けるべき別の文を十、見付けてはならない文を十考えます。一つの文にしか当てはまらない規則は加えません。
3. 同じ場所の \`.test.ts\` に、誤った文と正しい文を書きます。\`example\` の誤った例と正しい例も検査されます。
4. \`rules.ts\` の一覧に加えます。同じ文字を二つの規則が直そうとするときは、一覧で先にある規則が優先します。
5. \`npm run bench:proofreading\` で、正しい文章への誤った指摘が増えていないことを確かめます。
6. \`node bench/proofreading/write-documentation.ts\` で、このページを作り直します。

何が誤りかではなく、何が普通かで判断する規則（普通には続かない語の並び、その動詞に普通は付かない助詞など）は、公用文を数えた表（\`usage/\`）を使い、\`givesWay\` を付けます。ほかの規則が指摘した場所では、何も言いません。表は \`node bench/proofreading/count-usage.ts\` で作り直します（\`docs/decisions/0023-counted-usage.md\`）。
`;
}

function sectionOf({ name, title, level, scope, catches, why, example }: Rule): string {
  return `### ${title}

\`${name}\` ・ ${levelNames[level]} ・ ${scope === 'paragraph' ? '書きながら' : '全体で'}

- 見付けるもの：${catches}
- 理由：${why}
- 例：✕ ${visible(example.wrong)}
- 　　○ ${visible(example.right)}
`;
}

/** Characters that nobody sees are written as their code. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u3099\u309a]/gu, (character) => `［U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}］`);
}
