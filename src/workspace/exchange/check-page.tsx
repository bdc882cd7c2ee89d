import type { JudgedAnswer, JudgedFile, TakingInPlan } from '../../commands/plan-taking-in.ts';
import { mostProblems } from '../../commands/plan-taking-in.ts';
import type { SheetProblem } from '../../domain/plan-import/understood.ts';
import type { Choice } from '../../domain/survey/judge-answer.ts';
import { Button, ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { CheckedAnswer } from './checked-answer.tsx';
import { type ExchangeFrame, sectionFor } from './exchange-page.tsx';
import type { ExchangeRound } from './exchange-round.ts';

interface CheckPage extends ExchangeFrame {
  readonly round: ExchangeRound;
  readonly plan: TakingInPlan;
  /** Of what is kept between the dry run and its application. */
  readonly key: string;
  readonly choices?: ReadonlyMap<string, Choice>;
  /** Why it is shown again. */
  readonly why?: 'changed' | 'problems' | 'choices';
  /** Requests without the choice that they need. */
  readonly missing?: readonly string[];
}

/** The dry run: file by file every problem with its place and its fix, and every change marked in the text. */
export function renderCheckPage({ frame, actor, round, plan, key, choices = new Map(), why, missing = [] }: CheckPage): string {
  const address = `${round.address}/check/${key}`;
  const answers = plan.files.flatMap((file) => file.answers);
  const count = (kind: JudgedAnswer['judgement']['kind']) => answers.filter(({ judgement }) => judgement.kind === kind).length;
  const blocking = plan.files.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'blocking').length;
  const problems = missing.map((id): FieldProblem => {
    const found = answers.find(({ request }) => request.requestId === id);
    return { field: `choice-${id}`, message: `「${found?.request.number} ${found?.request.title}」をどうするか、選んでください。` };
  });
  return renderWorkspacePage({ ...frame, actor, title: why ? '確認が必要です：取り込む内容の確認' : '取り込む内容の確認', section: sectionFor(actor) }, (
    <>
      <p class="eyebrow">{round.planTitle}　{round.yearLabel}の照会</p>
      <h1>取り込む内容の確認</h1>
      <ErrorSummary problems={problems} title="選んでいない項目があります" />
      {why === 'changed' && <p class="notice warning" role="alert">確認している間に、回答が書き換えられました。何も取り込んでいません。新しい内容を、もう一度確かめてください。</p>}
      <div class="sheet">
        <p>まだ何も取り込んでいません。</p>
        <dl class="board-counts">
          <div><dt>ファイル</dt><dd>{plan.files.length}個</dd></div>
          <div><dt>変更する項目</dt><dd>{count('change')}件</dd></div>
          <div><dt>両方に回答がある項目</dt><dd>{count('conflict')}件</dd></div>
          <div><dt>取り込めない項目</dt><dd>{count('refused')}件</dd></div>
          <div><dt>変更のない項目</dt><dd>{count('unchanged') + count('already-there')}件</dd></div>
          <div><dt>直すところ</dt><dd>{blocking}か所</dd></div>
        </dl>
        {blocking > 0 && <p class="notice warning">「必ず直す」と表示したところがある間は、どのファイルも取り込みません。Excelで直して選び直すか、そのファイルを除いてください。</p>}
      </div>
      <form method="post" action={`${address}/remove`} id="remove-file"></form>
      <form method="post" action={address} novalidate>
        <input type="hidden" name="seen" value={plan.seen} />
        {plan.files.map((file, index) => <CheckedFile file={file} index={index} round={round} choices={choices} problems={problems} several={plan.files.length > 1} />)}
        <div class="sheet">
          {plan.ready && <p>{sentence(count('change'), count('conflict'), count('refused'))}全てを一度に取り込みます。途中で失敗したときは、何も取り込みません。</p>}
          {!plan.ready && <p>{blocking > 0 ? 'このままでは取り込めません。' : '取り込む変更はありません。'}</p>}
          <div class="actions">
            {plan.ready && <Button>取り込む</Button>}
            <a href={round.address}>取り込まずに戻る</a>
          </div>
        </div>
      </form>
    </>
  ));
}

function sentence(changes: number, conflicts: number, refused: number): string {
  return [`${changes}件を変更し`, ...(conflicts > 0 ? [`両方に回答がある${conflicts}件は選んだとおりにし`] : []), ...(refused > 0 ? [`取り込めない${refused}件はそのままにし`] : [])].join('、') + 'ます。';
}

interface FileProps { readonly file: JudgedFile; readonly index: number; readonly round: ExchangeRound; readonly choices: ReadonlyMap<string, Choice>; readonly problems: readonly FieldProblem[]; readonly several: boolean }

function CheckedFile({ file, index, round, choices, problems, several }: FileProps) {
  const { name, departments, answers } = file;
  const shown = answers.filter(({ judgement: { kind } }) => kind === 'change' || kind === 'conflict' || kind === 'refused');
  const same = answers.length - shown.length;
  const readable = departments.length > 0;
  return (
    <section class="sheet" aria-labelledby={`file-${index}`}>
      <h2 id={`file-${index}`}><bdi>{name}</bdi></h2>
      {readable && <p>{departments.join('、')}　変更{shown.length}件{same > 0 && `、変更のない項目${same}件`}</p>}
      <Problems problems={file.problems} name={name} />
      {readable && shown.length === 0 && file.problems.every(({ severity }) => severity === 'warning') && <p>書き出したときから変わったところはありません。</p>}
      {shown.map((answer) => <CheckedAnswer answer={answer} round={round} choice={choices.get(answer.request.requestId)} problems={problems} />)}
      <p><button type="submit" class="button other small" form="remove-file" name="file" value={String(index)}>{several ? `「${name}」を除いて確認し直す` : 'このファイルをやめて選び直す'}</button></p>
    </section>
  );
}

function Problems({ problems, name }: { problems: readonly SheetProblem[]; name: string }) {
  if (problems.length === 0) return null;
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label={`${name}の直すところ`}>
        <table>
          <thead><tr><th scope="col">扱い</th><th scope="col">シート</th><th scope="col">セル</th><th scope="col">内容と直し方</th></tr></thead>
          <tbody>
            {problems.map(({ severity, sheet, cell, message, fix }) => (
              <tr>
                <td class="nb">{severity === 'blocking' ? <strong>必ず直す</strong> : '確認'}</td>
                <td class="nb">{sheet ?? '−'}</td>
                <td>{cell ?? '−'}</td>
                <td class="wrap-text">{message}<br /><span class="note">{fix}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length >= mostProblems && <p class="note">直すところが多いため、初めの{mostProblems}件を表示しています。</p>}
    </>
  );
}
