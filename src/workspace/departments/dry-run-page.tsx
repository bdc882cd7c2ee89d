import { endOnly, type MovingPost, type MovingRequest, type ReorganisationEffects } from '../../commands/reorganisation-effects.ts';
import type { ReorganisationPlan } from '../../commands/reorganise.ts';
import { stateNames } from '../../domain/approval/transitions.ts';
import { dateLabel, type FiscalYearLabelling, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { type Actor, roleNames } from '../../domain/organization/post.ts';
import { Button, ErrorSummary } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { inWords, section } from './departments-page.tsx';
import { HiddenReorganisation } from './reorganisation-form.tsx';

export interface DryRunView {
  readonly actor: Actor;
  readonly form: ReorganisationForm;
  readonly plan: ReorganisationPlan & { readonly ok: true };
  readonly labels: FiscalYearLabelling;
  /** Whether something moved since the page was shown last. */
  readonly changed: boolean;
}

/** The dry run (予行): everything that the reorganisation leads to, with the successors to choose; nothing is stored yet. */
export function dryRunPage({ assets, demo }: WorkspaceParts, { actor, form, plan, labels, changed }: DryRunView): string {
  const { reorganisation, effects, standing, seen } = plan;
  const nameOf = (id: string | null) => effects.departments.find((department) => department.id === id)?.name ?? id ?? 'なし';
  const after = (id: string | null) => reorganisation.after.find((department) => department.id === id)?.name ?? nameOf(id);
  const problems = standing.map(({ message, fix }) => ({ field: '', message: `${message}${fix}` }));
  return renderWorkspacePage({ title: '組織改正の予行', assets, actor, demo, section }, (
    <>
      <h1>組織改正の予行</h1>
      {changed && <p class="notice warning" role="alert">予行を表示した後に、回答か役割が変わりました。もう一度確かめてから実施してください。</p>}
      <ErrorSummary problems={problems} title="このままでは実施できません" />
      <div class="sheet">
        <dl class="facts">
          <div><dt>改正日</dt><dd>{dateLabel(reorganisation.day, labels)}</dd></div>
          <div><dt>内容</dt><dd>{inWords(reorganisation)}</dd></div>
          <div><dt>理由</dt><dd>{reorganisation.reason}</dd></div>
        </dl>
        <p>まだ何も変わっていません。公表した版は、実施しても変わりません。</p>
      </div>
      <form method="post" action={`${section}/dry-run`} novalidate>
        <HiddenReorganisation form={form} />
        <input type="hidden" name="seen" value={seen} />
        <Requests effects={effects} labels={labels} after={after} nameOf={nameOf} />
        <Owners effects={effects} after={after} nameOf={nameOf} />
        <Posts effects={effects} after={after} nameOf={nameOf} labels={labels} />
        <div class="sheet">
          <h2>本部指示</h2>
          {effects.instructions.length === 0 ? <p>なくなる部署への、回答の終わっていない本部指示はありません。</p> : (
            <ul class="bullets">{effects.instructions.map(({ text, answerIn, from, successors }) => <li>{nameOf(from)}への指示「{text}」（{fiscalYearLabel(answerIn, labels)}の照会で回答）：{successors.length > 0 ? `${successors.map(after).join('、')}が引き継ぎます。` : '引き継ぐ部署がありません。'}</li>)}</ul>
          )}
        </div>
        <div class="actions">
          <Button kind="other">選び直した内容で予行し直す</Button>
          {standing.length === 0 && <button type="submit" class="button danger" formaction={`${section}/apply`}>この内容で組織改正を実施する</button>}
          <a href={section}>やめる</a>
        </div>
      </form>
    </>
  ));
}

interface Part {
  readonly effects: ReorganisationEffects;
  readonly after: (id: string | null) => string;
  readonly nameOf: (id: string | null) => string;
}

function Chooser({ name, label, to, successors, after, end = false }: { readonly name: string; readonly label: string; readonly to: string | null; readonly successors: readonly string[]; readonly after: Part['after']; readonly end?: boolean }) {
  if (successors.length < 2 && !end) return <>{to === null ? '引き継ぐ部署なし' : after(to)}</>;
  return (
    <select name={name} aria-label={label}>
      {successors.map((id) => <option value={id} selected={id === to}>{after(id)}</option>)}
      {end && <option value={endOnly} selected={to === null}>役割を終える</option>}
    </select>
  );
}

function Requests({ effects: { requests }, labels, after, nameOf }: Part & { readonly labels: FiscalYearLabelling }) {
  const merged = requests.filter(({ mergedInto }) => mergedInto !== null).length;
  const title = ({ request: { subject, number, title: name } }: MovingRequest) => `${subject.kind === 'indicator' ? '指標' : ''}${number} ${name}`;
  return (
    <div class="sheet">
      <h2>移る照会</h2>
      {requests.length === 0 ? <p>移る照会はありません。</p> : (
        <>
          <p>終了していない照会が{requests.length - merged}件、回答と履歴と共に移ります。受理した回答は、書いた部署のままです。{merged > 0 && `同じ取組を照会していた${merged}件は、もう一方の照会に統合します。書かれた回答は、履歴に残します。`}</p>
          <div class="scroll" tabindex={0} role="region" aria-label="移る照会">
            <table>
              <thead><tr><th scope="col">年度</th><th scope="col">取組・指標</th><th scope="col">状態</th><th scope="col">いまの部署</th><th scope="col">移る部署</th></tr></thead>
              <tbody>
                {requests.map((entry) => (
                  <tr>
                    <td>{fiscalYearLabel(entry.request.fiscalYear, labels)}</td><th scope="row">{title(entry)}</th><td>{stateNames[entry.request.state]}</td><td>{nameOf(entry.from)}</td>
                    <td><Chooser name={entry.key} label={`${title(entry)}を引き継ぐ部署`} to={entry.to} successors={entry.successors} after={after} />{entry.mergedInto !== null && '（もう一方の照会に統合）'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

function Owners({ effects: { owners, requests }, after, nameOf }: Part) {
  const chosenAbove = new Set(requests.map(({ key }) => key));
  return (
    <div class="sheet">
      <h2>計画の推進部署</h2>
      {owners.length === 0 ? <p>なくなる部署を推進部署とする取組はありません。</p> : (
        <>
          <p>計画の{owners.length}か所で、次の部署が推進部署を引き継ぎます。計画と公表した版の記載はそのままで、これからの照会と版に引き継いだ部署が載ります。</p>
          <div class="scroll" tabindex={0} role="region" aria-label="計画の推進部署">
            <table>
              <thead><tr><th scope="col">計画</th><th scope="col">取組など</th><th scope="col">いまの部署</th><th scope="col">引き継ぐ部署</th></tr></thead>
              <tbody>
                {owners.map(({ key, planTitle, number, title, from, to, successors }) => (
                  <tr>
                    <td>{planTitle}</td><th scope="row">{number} {title}</th><td>{nameOf(from)}</td>
                    <td>{chosenAbove.has(key) ? `${after(to)}（照会と同じ）` : <Chooser name={key} label={`${number} ${title}の推進部署`} to={to} successors={successors} after={after} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </div>
  );
}

function Posts({ effects: { posts }, after, nameOf, labels }: Part & { readonly labels: FiscalYearLabelling }) {
  const ends = ({ until, from, to }: MovingPost) => (from === to ? 'そのまま' : until === null ? '取り消す' : `${dateLabel(until, labels)}まで`);
  return (
    <div class="sheet">
      <h2>終わる役割と、新しい役割</h2>
      {posts.length === 0 ? <p>変わる役割はありません。</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label="終わる役割と、新しい役割">
          <table>
            <thead><tr><th scope="col">氏名</th><th scope="col">いまの役割</th><th scope="col">終わる日</th><th scope="col">新しい部署</th></tr></thead>
            <tbody>
              {posts.map((entry) => (
                <tr>
                  <th scope="row">{entry.person.name}（{entry.person.staffNumber}）</th><td>{nameOf(entry.from)}　{roleNames[entry.post.role]}</td><td>{ends(entry)}</td>
                  <td>
                    <Chooser name={entry.key} label={`${entry.person.name}さんの新しい部署`} to={entry.to} successors={entry.successors} after={after} end />
                    {entry.from !== entry.to && entry.to !== null && (entry.newFrom === null ? '（既に同じ役割があります）' : `（${dateLabel(entry.newFrom, labels)}から）`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
