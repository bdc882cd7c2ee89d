import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, TextArea } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { addressOf } from './report-page.tsx';

interface DictionaryPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly source: string;
  /** What was stored when the page was made. */
  readonly before: string;
  readonly problems: readonly FieldProblem[];
}

/** The city's own words as YAML; every problem with its line. */
export function renderDictionaryPage({ frame, actor, planId, fiscalYear, source, before, problems }: DictionaryPage): string {
  const address = addressOf(planId, fiscalYear);
  return renderWorkspacePage({ ...frame, actor, title: '用字用語辞書', section: '/workspace/proofreading' }, (
    <>
      <p><a href={address}>校閲に戻る</a></p>
      <h1>市の用字用語辞書</h1>
      <ErrorSummary problems={problems} title="保存できませんでした" />
      <form class="sheet" method="post" action={`${address}/dictionary`} novalidate>
        <p>ここに書いた語は、校閲のどの規則よりも優先されます。expected の語は誤りとして指摘されず、pattern の語は expected に直すよう指摘されます。全ての計画と年度に適用されます。</p>
        <details><summary>書き方の例</summary><pre class="paper">{example}</pre></details>
        <input type="hidden" name="before" value={before} />
        <TextArea name="source" label="用字用語辞書（prh形式のYAML）" value={source} rows={20} problems={problems} />
        <div class="actions"><Button>保存する</Button></div>
      </form>
    </>
  ));
}

const example = `version: 1
rules:
  # 「人財」は誤りではない
  - expected: 人財
  # 「ホームページ」は「市ホームページ」と書く
  - expected: 市ホームページ
    pattern: /(?<!市)ホームページ/
    prh: 市のウェブサイトの呼び方です。`;
