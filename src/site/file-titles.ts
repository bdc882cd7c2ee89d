import type { Edition } from '../domain/edition/edition.ts';

const titles: Readonly<Record<string, string>> = {
  'report.pdf': '報告書（PDF/UA-1。読み上げに対応）',
  'report-archive.pdf': '報告書（PDF/A-2a。長期保存用）',
  'summary.pdf': '概要（議会などの会議用の１枚。PDF/UA-1）',
  'leaflet.pdf': 'ちらし（やさしい日本語。PDF/UA-1）',
  'report.docx': '報告書（Word）',
  'report.xlsx': '一覧表（Excel）',
  'edition.json': '版の全体（JSON）',
};

const csvTitles: Readonly<Record<string, string>> = {
  plan: '計画と版の概要', parents: '上位の計画等', nodes: '計画の体系', paragraphs: '段落（前文、説明、取組状況）', indicators: '指標', measurements: '指標の値',
  'measurement-notes': '指標の値に付いた注', 'indicator-links': '指標と関連する要素', departments: '部署', responsibilities: '推進部署と報告した部署', notes: '指標の注', reorganisations: '組織改正',
  'plan-changes': '計画の変更', succession: '前の計画からの移行', decisions: '本部の決定', opinions: '外部の意見', errata: '正誤表', columns: '列の説明',
};

/** What a file of an edition is, for readers: 報告書（Word）, 取組項目（CSV）. */
export function fileTitle(name: string, { levels }: Pick<Edition, 'levels'>): string {
  if (titles[name]) return titles[name];
  const table = name.replace(/^.*\/|\.csv$/g, '');
  const what = table === 'initiatives' ? (levels.at(-1)?.name ?? '取組') : (csvTitles[table] ?? name);
  return `${what}（${name.startsWith('data/cp932/') ? 'CSV、Shift_JIS' : 'CSV'}）`;
}
