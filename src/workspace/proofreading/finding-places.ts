import type { ProofreadingDraft } from '../../commands/draft-for-proofreading.ts';
import { nodeById, nodeLabel } from '../../domain/edition/reading.ts';
import type { Finding, Place } from '../../domain/proofreading/finding.ts';
import { textsOf } from '../../domain/proofreading/manuscript.ts';

/** One place of a finding as a person knows it. */
export interface NamedPlace {
  /** 取組項目05 ICT人財の育成　取組状況（職員課）. */
  readonly label: string;
  /** Where it can be changed by hand; null for what the plan itself says. */
  readonly href: string | null;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Words around a place. Characters. */
const around = 16;

/** Names the places of findings on one draft. */
export function placeNamer(draft: ProofreadingDraft): (place: Place) => NamedPlace {
  const texts = new Map(textsOf(draft.edition).map(({ path, text }) => [path, text]));
  const publish = `/workspace/publish/${encodeURIComponent(draft.edition.plan.id)}/${draft.edition.fiscalYear}`;
  return ({ path, start, end }) => {
    const text = texts.get(path) ?? '';
    const written = draft.written.get(path);
    const request = written && draft.requests.get(written.requestId);
    return {
      label: `${nameOf(path, draft)}${request ? `（${request.departmentName}）` : ''}`,
      href: request ? `/workspace/requests/${request.id}` : /^(preface\/|notes#)/.test(path) ? publish : null,
      quote: text.slice(start, end).toWellFormed(),
      before: `${start > around ? '…' : ''}${text.slice(Math.max(0, start - around), start).toWellFormed()}`,
      after: `${text.slice(end, end + around).toWellFormed()}${end + around < text.length ? '…' : ''}`,
    };
  };
}

/** The answers in which a finding can be mended, each with its places in ascending order. Relistings show the text of their original: it is mended once. */
export function targetsOf({ places }: Finding, { written }: ProofreadingDraft): { readonly requestId: string; readonly version: number | null; readonly field: 'text' | 'printed'; readonly starts: readonly number[] }[] {
  const found = places.flatMap((place) => {
    const at = written.get(place.path);
    return at ? [{ ...at, start: at.start + place.start }] : [];
  });
  return [...Map.groupBy(found, ({ requestId }) => requestId)].map(([requestId, starts]) => ({
    requestId, version: starts[0]!.version, field: starts[0]!.field, starts: [...new Set(starts.map(({ start }) => start))].toSorted((a, b) => a - b),
  }));
}

function nameOf(path: string, { edition }: ProofreadingDraft): string {
  const [place = '', part = ''] = path.split('#');
  const [kind, id = '', section] = place.split('/');
  if (kind === 'nodes') {
    const node = nodeById(edition, id);
    const words = section === 'report' ? '取組状況' : section === 'description' ? '計画の記述' : part === 'responsible' ? '推進部署' : '題名';
    return node ? `${nodeLabel(edition, node)} ${node.title}　${words}` : words;
  }
  if (kind === 'indicators') {
    const indicator = edition.indicators.find((candidate) => candidate.id === id);
    return `指標${indicator?.number ?? ''} ${indicator?.title ?? ''}　${indicatorParts[part] ?? ''}`;
  }
  if (kind === 'preface') return `前文「${edition.preface.find((candidate) => candidate.id === id)?.heading ?? ''}」`;
  return place === 'notes' ? `注 ${part}` : '計画の題名など';
}

const indicatorParts: Readonly<Record<string, string>> = { title: '題名', unit: '単位', definition: '説明', baseline: '基準値', target: '目標値', measurement: '値' };
