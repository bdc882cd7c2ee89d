import type { CorrectionResult } from '../../commands/correct-finding.ts';
import type { ProofreadingDraft } from '../../commands/draft-for-proofreading.ts';
import type { StoredDecision } from '../../database/proofreading-store.ts';
import { yearLabelOf } from '../../domain/edition/reading.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Finding, type FindingLevel, levelNames } from '../../domain/proofreading/finding.ts';
import { rules } from '../../domain/proofreading/rules.ts';
import { verdictNames } from '../../domain/round/finding-decision.ts';
import { visibleWords } from '../../ui/findings.tsx';
import { Button, ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import type { ReportFindings } from '../findings/proofread-edition.ts';
import { type NamedPlace, placeNamer, targetsOf } from './finding-places.ts';

export interface ReportPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly draft: ProofreadingDraft;
  readonly result: ReportFindings;
  readonly decisions: readonly StoredDecision[];
  readonly corrections: readonly CorrectionResult[];
  readonly problems: readonly FieldProblem[];
  readonly done?: string;
}

const levels: readonly FindingLevel[] = ['error', 'advice', 'note'];
const ruleTitles = new Map(rules.map(({ name, title }) => [name, title]));
/** Of more places than this the others are unfolded on demand. */
const shownPlaces = 3;

/** 校閲: everything that a proofreader would raise on the report before it is published, each with what can be done about it. */
export function renderReportPage({ frame, actor, draft, result, decisions, corrections, problems, done }: ReportPage): string {
  const { edition, waiting, requests } = draft;
  const address = addressOf(edition.plan.id, edition.fiscalYear);
  return renderWorkspacePage({ ...frame, actor, title: `${yearLabelOf(edition)}の校閲`, section: '/workspace/proofreading' }, (
    <>
      <h1>{yearLabelOf(edition)}の校閲　<small>{edition.plan.title}</small></h1>
      <ErrorSummary problems={problems} title="保存できませんでした" />
      {done && <p class="notice" role="status">{done}</p>}
      <Corrections corrections={corrections} draft={draft} />
      <p class="lead">所属長が承認した回答と、前文、注、計画の記述を校閲しています。{waiting > 0 && `承認前の回答${waiting}件（全${requests.size}件）は、まだ含まれていません。`}指摘が残っていても公表できます。</p>
      <p class="report-links"><a href={`${address}/dictionary`}>市の用字用語辞書を編集する</a>　<a href={`/workspace/publish/${encodeURIComponent(edition.plan.id)}/${edition.fiscalYear}`}>公表のページ</a></p>
      {result.state === 'found' ? <Found findings={result.findings} draft={draft} address={address} /> : <p class="notice warning">{silences[result.state]}<a href={address}>読み直す</a></p>}
      <Decisions decisions={decisions} address={address} />
    </>
  ));
}

const silences = {
  unavailable: '校閲を利用できません。システム管理者に知らせてください。公表には影響ありません。',
  later: '報告書の全体を校閲しています。',
} as const;

export function addressOf(planId: string, fiscalYear: number): string {
  return `/workspace/proofreading/${encodeURIComponent(planId)}/${fiscalYear}`;
}

function Found({ findings, draft, address }: { findings: readonly Finding[]; draft: ProofreadingDraft; address: string }) {
  const named = placeNamer(draft);
  const byLevel = Map.groupBy(findings, ({ level }) => level);
  const present = levels.filter((level) => byLevel.has(level));
  return (
    <>
      <dl class="board-counts">
        {levels.map((level) => <div><dt>{levelNames[level]}</dt><dd>{byLevel.has(level) ? <a href={`#${level}`}>{byLevel.get(level)?.length}件</a> : '0件'}</dd></div>)}
      </dl>
      {findings.length === 0 && <div class="sheet"><p>残っている指摘はありません。</p></div>}
      {present.map((level) => (
        <section class="sheet" aria-labelledby={level}>
          <h2 id={level}>{levelNames[level]}（{byLevel.get(level)?.length}件）</h2>
          <p class="hint">{levelMeanings[level]}</p>
          {byLevel.get(level)?.map((finding, index) => <OneFinding finding={finding} id={`${level}-${index + 1}`} draft={draft} named={named} address={address} />)}
        </section>
      ))}
    </>
  );
}

const levelMeanings: Readonly<Record<FindingLevel, string>> = {
  error: '誰が書いても誤りになるものです。', advice: '直すか、そのままにする理由を確かめたいものです。', note: '知っておくとよいものです。',
};

function OneFinding({ finding, id, draft, named, address }: { finding: Finding; id: string; draft: ProofreadingDraft; named: ReturnType<typeof placeNamer>; address: string }) {
  const { rule, quote, suggestion, message, places } = finding;
  const key = JSON.stringify({ rule, quote, ...(suggestion === undefined ? {} : { suggestion }) });
  const targets = suggestion === undefined || quote === '' ? [] : targetsOf(finding, draft);
  const seen = places.map(named);
  const subject = `「${shortened(quote)}」`;
  return (
    <article class="finding" id={id}>
      <h3><mark>{shortened(quote)}</mark>{suggestion !== undefined && <>　→　{visibleWords(suggestion)}</>}<span class="visually-hidden">（{ruleTitles.get(rule) ?? rule}）</span></h3>
      <p>{message}<small class="level">　{ruleTitles.get(rule) ?? rule}</small></p>
      <Places places={seen.slice(0, shownPlaces)} />
      {seen.length > shownPlaces && <details><summary>ほか{seen.length - shownPlaces}か所</summary><Places places={seen.slice(shownPlaces)} /></details>}
      <div class="finding-actions">
        {targets.length > 0 && (
          <form method="post" action={`${address}/fix`}>
            <input type="hidden" name="finding" value={key} />
            <input type="hidden" name="versions" value={targets.map(({ requestId, version }) => `${requestId}:${version ?? ''}`).join(' ')} />
            <button class="link">{targets.length === 1 ? '直す' : `${targets.length}件の回答を直す`}<span class="visually-hidden">{subject}</span></button>
          </form>
        )}
        <details>
          <summary>直さない<span class="visually-hidden">{subject}</span></summary>
          <form method="post" action={`${address}/decide`}>
            <input type="hidden" name="finding" value={key} />
            <label>理由（任意）<input name="reason" autocomplete="off" maxlength={1000} /></label>
            <div class="finding-actions">
              <button class="link" name="verdict" value="not-an-error">誤りではない（今後この市では指摘しない）<span class="visually-hidden">{subject}</span></button>
              <button class="link" name="verdict" value="left-as-it-is">今回はこのまま公表する<span class="visually-hidden">{subject}</span></button>
            </div>
          </form>
        </details>
      </div>
    </article>
  );
}

function Places({ places }: { places: readonly NamedPlace[] }) {
  return (
    <ul class="list">
      {places.map(({ label, href, before, quote, after }) => <li>{href === null ? label : <a href={href}>{label}</a>}<br /><span class="note">{before}<mark>{quote === '' ? '' : shortened(quote)}</mark>{after}</span></li>)}
    </ul>
  );
}

/** What became of a correction in each answer, what went wrong first. */
function Corrections({ corrections, draft }: { corrections: readonly CorrectionResult[]; draft: ProofreadingDraft }) {
  if (corrections.length === 0) return null;
  return (
    <section class="sheet" aria-labelledby="corrections">
      <h2 id="corrections">修正の結果</h2>
      <div role="status"><ul class="list">
        {corrections.toSorted((a, b) => Number(a.done) - Number(b.done)).map(({ requestId, done, sentence }) => {
          const request = draft.requests.get(requestId);
          return <li><span aria-hidden="true">{done ? '✓' : '✕'}</span> <a href={`/workspace/requests/${requestId}`}>{request ? `${request.subject.kind === 'indicator' ? '指標' : ''}${request.number} ${request.title}（${request.departmentName}）` : '照会'}</a>　{done ? sentence : <b>{sentence}</b>}</li>;
        })}
      </ul></div>
    </section>
  );
}

function Decisions({ decisions, address }: { decisions: readonly StoredDecision[]; address: string }) {
  if (decisions.length === 0) return null;
  return (
    <details class="sheet" id="decisions">
      <summary>直さないと決めた指摘（{decisions.length}件）</summary>
      <div class="scroll" tabindex={0} role="region" aria-label="直さないと決めた指摘">
        <table>
          <thead><tr><th scope="col">指摘</th><th scope="col">決定</th><th scope="col">理由</th><th scope="col">決めた人</th><th scope="col">操作</th></tr></thead>
          <tbody>
            {decisions.map(({ id, quote, suggestion, rule, verdict, reason, personName, decidedAt }) => (
              <tr>
                <th scope="row">{shortened(quote)}{suggestion !== null && ` → ${visibleWords(suggestion)}`}<br /><small>{ruleTitles.get(rule) ?? rule}</small></th>
                <td>{verdictNames[verdict]}</td><td>{reason ?? '―'}</td><td>{personName}<br /><small>{new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium' }).format(new Date(decidedAt))}</small></td>
                <td><form method="post" action={`${address}/withdraw`}><input type="hidden" name="decision" value={id} /><Button kind="other">取り消す<span class="visually-hidden">（{shortened(quote)}）</span></Button></form></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A title that is doubled can be long; here it only names the finding. */
function shortened(text: string): string {
  const characters = [...(text === '' ? '（欠け）' : visibleWords(text))];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}
