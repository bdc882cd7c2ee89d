import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { licences } from '../../domain/plan/licence.ts';
import { firstDayOf, lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';

/** A published file, for a distribution of a dataset. */
export interface CatalogFile {
  /** report.xlsx, data/plan.csv. */
  readonly name: string;
  readonly bytes: number;
  readonly title: string;
}

export interface CatalogEntry {
  readonly published: PublishedEdition;
  /** Below the root of the site, ending with a slash: plans/x/2020/. */
  readonly address: string;
  readonly files: readonly CatalogFile[];
}

export interface CatalogOptions {
  /** Where the site stands on the web; null where nobody has said: then the addresses are relative to the catalogue. */
  readonly publicUrl: string | null;
  /** From the catalogue's place to the root of the site: ../ */
  readonly toRoot: string;
  /** Where the JSON Schema of edition.json stands, below the root. */
  readonly schemaPath: string;
}

const mediaTypes: Readonly<Record<string, readonly [media: string, format: string]>> = {
  csv: ['text/csv', 'CSV'], json: ['application/json', 'JSON'], pdf: ['application/pdf', 'PDF'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCX'], xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
};

const context = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', spdx: 'http://spdx.org/rdf/terms#', xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#', vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

const japanese = (text: string) => ({ '@value': text, '@language': 'ja' });
const language = { '@id': 'http://publications.europa.eu/resource/authority/language/JPN' };

/**
 * The catalogue of a city's open data: DCAT 2 in JSON-LD with the properties that DCAT-AP asks for, one dataset a plan and year,
 * one distribution a file. What the plan does not state (a licence, a day of publication) is left out and never assumed.
 */
export function writeCatalog(entries: readonly CatalogEntry[], options: CatalogOptions): string {
  const base = options.publicUrl === null ? options.toRoot : options.publicUrl.replace(/\/*$/, '/');
  const [first] = entries;
  if (!first) throw new Error('A catalogue is made of at least one edition.');
  const { code, name } = first.published.edition.municipality;
  const publisher = { '@id': `urn:jp-municipality:${code}`, '@type': 'foaf:Agent', 'foaf:name': japanese(name), 'dct:identifier': code };
  const days = entries.flatMap(({ published: { edition } }) => (edition.issuedOn === null ? [] : [edition.issuedOn])).toSorted();
  const catalog = {
    '@context': context,
    '@id': base,
    '@type': 'dcat:Catalog',
    'dct:title': japanese(`${name}の計画の進捗`),
    'dct:description': japanese(`${name}が公表した計画の進捗状況のデータです。`),
    'dct:publisher': publisher,
    'dct:language': language,
    ...(days.length > 0 ? { 'dct:modified': day(days.at(-1)!) } : {}),
    'foaf:homepage': { '@id': base },
    'dcat:dataset': entries.map((entry) => dataset(entry, base, publisher['@id'], options)),
  };
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

function dataset({ published, address, files }: CatalogEntry, base: string, publisher: string, { schemaPath }: CatalogOptions): object {
  const { edition, hash } = published;
  const page = base + address;
  const year = yearLabelOf(edition);
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${edition.municipality.code}-${edition.plan.id}-${edition.fiscalYear}`,
    'dct:title': japanese(`${edition.plan.title} ${year}の進捗状況`),
    'dct:description': japanese(`${edition.plan.title}に掲げた${edition.levels.at(-1)?.name ?? '取組'}、指標、部署及び${year}の取組状況です。`),
    'dct:publisher': { '@id': publisher },
    'dct:language': language,
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' },
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(firstDayOf(edition.fiscalYear)), 'dcat:endDate': day(lastDayOf(edition.fiscalYear)) },
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': edition.municipality.code },
    'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' },
    'dcat:keyword': [edition.plan.title, edition.municipality.name, '進捗状況', '計画', '指標'].map(japanese),
    ...(edition.issuedOn === null ? {} : { 'dct:issued': day(edition.issuedOn) }),
    'adms:version': String(edition.number),
    'adms:versionNotes': japanese(edition.correctionReason === null ? editionLabel(edition) : `${editionLabel(edition)}：${edition.correctionReason}`),
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'dct:description': japanese(`版のハッシュ値（SHA-256）：${hash}`) },
    'dcat:landingPage': { '@id': `${page}data/` },
    'dcat:distribution': files.map((file) => distribution(file, page, base + schemaPath, published)),
  };
}

function distribution({ name, bytes, title }: CatalogFile, page: string, schema: string, { edition: { municipality: { licence } }, hash }: PublishedEdition): object {
  const [media, format] = mediaTypes[name.split('.').at(-1) ?? ''] ?? ['application/octet-stream', ''];
  const file = { '@id': page + name };
  return {
    '@id': `${page}${name}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': japanese(title),
    'dct:format': format,
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${media}` },
    'dcat:accessURL': file,
    'dcat:downloadURL': file,
    ...(licence ? { 'dct:license': { '@id': licences[licence].address } } : {}),
    'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:decimal' },
    ...(name === 'edition.json' ? {
      'dct:conformsTo': { '@id': schema },
      'spdx:checksum': { '@type': 'spdx:Checksum', 'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' }, 'spdx:checksumValue': hash },
    } : {}),
  };
}

function day(date: string): object {
  return { '@value': date, '@type': 'xsd:date' };
}
