import { recordExport } from '../../commands/record-access.ts';
import { meetingPaperNames, type MeetingPaperKind } from '../../documents/meeting-pdf/meeting-data.ts';
import { writeMeetingPdf } from '../../documents/meeting-pdf/write-meeting-pdf.ts';
import { canWritePdf } from '../../documents/pdf/pdf-support.ts';
import { ReportPdfError } from '../../documents/pdf/report-pdf-error.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { PathChart } from '../../ui/path-chart.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceContext, WorkspaceParts } from '../workspace.ts';
import { section } from './headquarters-parts.ts';
import type { MeetingView } from './meeting-view.ts';

/** Papers or minutes as a file to keep and print, or the page that says why there is none. Made outside of any transaction. */
export async function answerWithPapers(context: WorkspaceContext, parts: WorkspaceParts, view: MeetingView, kind: MeetingPaperKind): Promise<Response> {
  const refused = (reason: string) => context.html(renderRefusal(parts, context.get('actor'), view, kind, reason), 422);
  if (!canWritePdf()) return refused('この種類のコンピューターでは、PDFを作ることができません。Linux（x64）で作ってください。');
  const { edition, meeting } = view;
  const charts = new Map(edition.indicators.map((indicator) => [
    indicator.id, String(<PathChart indicator={indicator} labelling={edition.municipality.fiscalYearLabels} font="Noto Sans JP" />),
  ]));
  try {
    const file = await writeMeetingPdf(view, { kind, charts });
    await recordExport(parts.db, context.get('actor'), kind, edition.plan.id, { meeting: meeting.id });
    const name = encodeURIComponent(`${meetingPaperNames[kind]}_${meeting.heldOn}.pdf`);
    return context.body(new Uint8Array(file), 200, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${kind}.pdf"; filename*=UTF-8''${name}` });
  } catch (error) {
    if (error instanceof ReportPdfError && error.cause === undefined) return refused(error.message);
    throw error;
  }
}

function renderRefusal({ assets, demo }: WorkspaceParts, actor: Actor, { meeting }: MeetingView, kind: MeetingPaperKind, reason: string): string {
  return renderWorkspacePage({ title: 'PDFを作成できません', assets, demo, actor, section }, (
    <div class="sheet">
      <h1>{meetingPaperNames[kind]}のPDFを作成できません</h1>
      <p>{reason}</p>
      <p><a href={`${section}/${meeting.id}`}>{meeting.title}</a></p>
    </div>
  ));
}
