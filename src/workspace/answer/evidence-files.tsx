import type { RequestDetail } from '../../database/request-store.ts';
import { evidenceExtensions, evidenceKindsInWords, inMegabytes } from '../../domain/round/evidence.ts';
import { Checkbox, type FieldProblem, FileField } from '../../ui/form.tsx';
import { timeOf } from './time-of.ts';

/** Whether the round asks for files beside this answer. */
export function asksEvidence({ subject, round, evidence }: RequestDetail): boolean {
  return subject.kind === 'node' && (round.asked.evidence !== 'not-asked' || evidence.length > 0);
}

/** 証拠資料: the files beside an answer. They are added and removed by the buttons of the form, together with the words that stand in it. */
export function EvidenceFiles({ request, writable, problems }: { request: RequestDetail; writable: boolean; problems: readonly FieldProblem[] }) {
  const { id, evidence, round } = request;
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">証拠資料</h2>
      {evidence.length === 0 ? <p>添えられたファイルはありません。</p> : (
        <ul class="list">
          {evidence.map((file) => (
            <li>
              <a href={`/workspace/requests/${id}/evidence/${file.id}`}><bdi>{file.name}</bdi></a>（{inMegabytes(file.size)}）
              <span class="note">{timeOf(file.addedAt)}　{file.personName}</span>
              {writable && <Checkbox name="removeEvidence" value={file.id} label={`「${file.name}」を、保存するときに削除する`} />}
            </li>
          ))}
        </ul>
      )}
      {writable && round.asked.evidence !== 'not-asked' && (
        <FileField name="evidence" label="ファイルを加える" accept={evidenceExtensions} required={round.asked.evidence === 'required'} problems={problems}
          hint={`選んだファイルは、下書きの保存か提出をしたときに、回答と一緒に保存します。${evidenceKindsInWords}。１ファイル10MB、合わせて20ファイル・50MBまで。公表はしません。`} />
      )}
    </section>
  );
}
