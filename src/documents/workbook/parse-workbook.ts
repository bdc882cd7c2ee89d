import type { Sheet } from '../../domain/plan-import/grid.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { delimiterNames, readDelimited } from './delimited-text.ts';
import { detectFormat, refuseOtherPackages } from './detect-format.ts';
import type { WorkbookLimits } from './limits.ts';
import { readNumberFormats } from './number-formats.ts';
import { Parts } from './read-part.ts';
import { readSheet } from './read-sheet.ts';
import { WorkbookRefused } from './refusal.ts';
import { readSharedStrings } from './shared-strings.ts';
import { decodeText } from './text-encoding.ts';
import { findWorkbookParts } from './workbook-parts.ts';
import { readZipDirectory } from './zip-directory.ts';

/** A foreign workbook as plain grids, or why it is not read. `notices` is what a clerk should know though nothing stands in the way. */
export type ReadWorkbook =
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly notices: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a workbook in this process. For bytes from outside use `readWorkbook`, which runs this in a child with limits.
 *
 * @param name names the one sheet of a text file
 */
export async function parseWorkbook(bytes: Uint8Array, name: string, limits: WorkbookLimits): Promise<ReadWorkbook> {
  try {
    if (bytes.length > limits.fileBytes) throw new WorkbookRefused('file-too-large', String(Math.ceil(bytes.length / 1_048_576)));
    return detectFormat(bytes) === 'zip' ? await parseXlsx(bytes, limits) : parseText(bytes, name, limits);
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

async function parseXlsx(bytes: Uint8Array, limits: WorkbookLimits): Promise<ReadWorkbook> {
  const entries = readZipDirectory(bytes, limits);
  refuseOtherPackages([...entries.keys()]);
  const parts = new Parts(entries, limits);
  await refuseMacroTypes(parts);
  const found = await findWorkbookParts(parts);
  const strings = await readSharedStrings(parts, found.sharedStrings);
  const formats = await readNumberFormats(parts, found.styles);
  const context = { strings, formats, date1904: found.date1904, counts: { written: 0, filled: 0, merges: 0 } };
  const sheets: Sheet[] = [];
  for (const sheet of found.sheets) sheets.push(await readSheet(parts, sheet, context));
  return { ok: true, sheets, notices: found.external ? [externalNotice] : [] };
}

/** A macro workbook is known by its declared type too, whatever its name and its parts are called. */
async function refuseMacroTypes(parts: Parts): Promise<void> {
  let macros = false;
  await parts.readXml('[Content_Types].xml', {
    open(_name, attribute) { if (/macroEnabled|vbaProject|macrosheet/i.test(attribute('ContentType') ?? '')) macros = true; },
    close() {}, text() {},
  });
  if (macros) throw new WorkbookRefused('macros');
}

const externalNotice: Problem = {
  code: 'external-links', path: [], message: 'ほかのブックやデータへのリンクがあります。リンク先は読まず、保存されていた値を使いました。',
  fix: 'リンクによる値が最新であるかを確かめてください。',
};

function parseText(bytes: Uint8Array, name: string, limits: WorkbookLimits): ReadWorkbook {
  const { text, encoding, doubtful } = decodeText(bytes);
  // Bytes that decode by chance are told from text by their control characters.
  const controls = text.slice(0, 100_000).match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f]/g)?.length ?? 0;
  if (controls > 0 && controls > text.length / 200) throw new WorkbookRefused('not-a-workbook');
  const { sheet, delimiter } = readDelimited(text, name, limits);
  const said = `文字コードは${encoding}、区切りは${delimiterNames[delimiter]}として読みました。`;
  const notice: Problem = {
    code: doubtful ? 'doubtful-encoding' : 'text-format', path: [], message: doubtful ? `${said}文字が少なく、文字コードを確実には判別できません。` : said,
    fix: '文字が正しく表示されているかを確かめてください。違うときは、Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。',
  };
  return { ok: true, sheets: [sheet], notices: [notice] };
}
