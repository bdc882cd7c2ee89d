import { yearAddress } from './address.ts';
import type { DownloadFile, EditionSite } from './site-page.tsx';

const main: readonly { readonly name: string; readonly title: string }[] = [
  { name: 'report.pdf', title: '報告書（PDF）' },
  { name: 'summary.pdf', title: '概要（PDF）' },
  { name: 'leaflet.pdf', title: 'やさしい日本語のちらし（PDF）' },
  { name: 'report.docx', title: 'Word' },
  { name: 'report.xlsx', title: 'Excel' },
];

/** The documents of an edition, with their sizes, and the way to the data. */
export function Downloads({ site, link }: { site: EditionSite; link: (to: string) => string }) {
  const base = yearAddress(site.published.edition);
  const found = main.flatMap(({ name, title }) => {
    const file = site.files.find((candidate) => candidate.name === name);
    return file ? [{ ...file, title }] : [];
  });
  return (
    <ul class="files">
      {found.map((file) => <li><a href={link(base + file.name)}>{file.title}<small>{sizeOf(file)}</small></a></li>)}
      <li><a href={link(`${base}data/`)}>CSV・JSON</a></li>
    </ul>
  );
}

/** A size in words: 0.9MB, 12KB. Kilobytes are of 1,000 bytes. */
export function sizeOf({ bytes }: Pick<DownloadFile, 'bytes'>): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1000))}KB`;
}
