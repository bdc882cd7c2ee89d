import { type FindingLevel, levelNames } from '../domain/proofreading/finding.ts';

/** A finding in one field of an answer, with its places in that field. */
export interface FieldFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly message: string;
  readonly quote: string;
  readonly suggestion?: string;
  /** Offsets in UTF-16 code units, ascending. */
  readonly starts: readonly number[];
  /** The words around the first place. */
  readonly before: string;
  readonly after: string;
}

/** What became of proofreading a field: done; not to be had; or not done yet, and nobody waits for it. */
export type FieldFindings = { readonly state: 'found'; readonly findings: readonly FieldFinding[] } | { readonly state: 'unavailable' | 'later' };

/** What the buttons beside a finding send. The script in the browser reads the same. */
export interface FixOrder { readonly field: string; readonly quote: string; readonly suggestion: string; readonly starts: readonly number[] }
export interface DismissOrder { readonly rule: string; readonly quote: string; readonly suggestion?: string; readonly reason: string }

interface BoxProps {
  readonly field: string;
  /** Name of the field, for those who hear the page. */
  readonly label: string;
  readonly result: FieldFindings;
  /** Where the buttons send the form without a script: /workspace/requests/12/proofreading. */
  readonly address: string;
}

/** Below a text that is being written: what a proofreader would raise, and a button that mends it. */
export function FindingsBox(props: BoxProps) {
  return <section class="proofreading" data-field={props.field} aria-label={`校閲（${props.label}）`}><FindingsContent {...props} /></section>;
}

/** The inside of the box, which the script replaces. */
export function FindingsContent({ field, result, address }: BoxProps) {
  if (result.state !== 'found') return <p><b>校閲</b>　{sentences[result.state]}</p>;
  if (result.findings.length === 0) return null;
  return (
    <>
      <p class="visually-hidden" role="status">校閲の指摘が{result.findings.length}件あります。</p>
      <ul>
        {result.findings.map((finding, index) => {
          const { rule, quote, suggestion, starts, before, after } = finding;
          const reason = `proofreading-reason-${field}-${index}`;
          const dismiss: DismissOrder = { rule, quote, ...(suggestion === undefined ? {} : { suggestion }), reason };
          return (
            <li>
              <p><b>校閲</b>　<FindingSentence finding={finding} /></p>
              <div class="finding-actions">
                {suggestion !== undefined && quote !== '' && (
                  <button type="submit" class="link" name="fix" formaction={`${address}/fix`} value={JSON.stringify({ field, quote, suggestion, starts } satisfies FixOrder)}>
                    {starts.length > 1 ? `${starts.length}か所を直す` : '直す'}<span class="visually-hidden">（{before}{quote}{after}）</span>
                  </button>
                )}
                <details>
                  <summary>誤りではない<span class="visually-hidden">（{before}{quote}{after}）</span></summary>
                  <label>理由（任意）<input id={reason} name={reason} autocomplete="off" maxlength={1000} /></label>
                  <button type="submit" class="link" name="dismiss" formaction={`${address}/dismiss`} value={JSON.stringify(dismiss)}>今後この指摘をしない<span class="visually-hidden">（{quote}）</span></button>
                </details>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** For somebody who reads and does not write. */
export function FindingsToRead({ results }: { results: readonly { readonly label: string; readonly result: FieldFindings }[] }) {
  const findings = results.flatMap(({ label, result }) => (result.state === 'found' ? result.findings.map((finding) => ({ label, finding })) : []));
  const [silent] = results.filter(({ result }) => result.state !== 'found');
  if (findings.length === 0 && !silent) return null;
  return (
    <section class="proofreading" aria-label="校閲">
      {silent && silent.result.state !== 'found' && <p><b>校閲</b>　{sentences[silent.result.state]}</p>}
      {findings.length > 0 && <p><b>校閲の指摘</b>（{findings.length}件）</p>}
      <ul>{findings.map(({ label, finding }) => <li><p>{results.length > 1 && `${label}　`}<FindingSentence finding={finding} /></p></li>)}</ul>
    </section>
  );
}

/** 「費用対効果などついて」→「などについて」：助詞「に」が抜けているようです。 */
function FindingSentence({ finding: { level, quote, suggestion, message, starts, before, after } }: { finding: FieldFinding }) {
  return (
    <>
      「{before}<mark>{visibleWords(quote)}</mark>{after}」{suggestion !== undefined && <>→「{visibleWords(suggestion)}」</>}：{message}
      {starts.length > 1 && `（${starts.length}か所）`}{level !== 'advice' && <small class="level">［{levelNames[level]}］</small>}
    </>
  );
}

/** Words that can be seen: a blank, a character without a shape, or nothing at all is named. */
export function visibleWords(text: string): string {
  if (text === '') return '（削除）';
  if (text.trim() === '') return '（空白）';
  return /^[\s\p{C}]+$/u.test(text) ? '（見えない文字）' : text;
}

const sentences = {
  unavailable: '校閲を利用できません。文章の保存と提出には影響ありません。',
  later: '校閲しています。結果は、ページを読み直すと表示されます。',
} as const;
