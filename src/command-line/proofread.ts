import { type Bundle, problemLine, readBundle } from '../documents/bundle/read-bundle.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import { type Finding, type FindingLevel, levelNames } from '../domain/proofreading/finding.ts';
import { manuscriptOf } from '../domain/proofreading/manuscript.ts';
import { proofread as findSlips } from '../domain/proofreading/proofread.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { loadTools } from '../proofreader/load-tools.ts';
import { dictionaryBeside } from './dictionary-beside.ts';

export interface ProofreadOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
  /** Fiscal year of the report; the newest without it. */
  readonly year?: string;
}

/**
 * Proofreads the newest report of a bundle and the plan, against the report of the year before where the bundle has it.
 * Exit code 0 with findings too, 1 where the bundle or its dictionary cannot be read, or with `strict` when something is wrong (level error).
 */
export async function proofread(path: string, { json = false, strict = false, year }: ProofreadOptions): Promise<number> {
  // What cannot be printed is a finding here, and no reason to stop.
  const read = await readBundle(path);
  const { read: dictionary } = await dictionaryBeside(path);
  const problems = [...(read.ok ? [] : read.problems), ...(dictionary.ok ? [] : dictionary.problems)];
  if (!read.ok || !dictionary.ok) {
    for (const problem of problems) console.error(problemLine(problem));
    console.error(`\n${problems.length}件の問題があるため、校閲できません。`);
    return 1;
  }
  const editions = editionsOf(read.value);
  const edition = year === undefined ? editions.at(-1) : editions.find(({ fiscalYear }) => String(fiscalYear) === year);
  if (!edition) {
    console.error(`${year}年度の報告がありません。`);
    return 1;
  }
  const findings = findingsOf(edition, editions, dictionary.value);
  console.log(json ? JSON.stringify(findings.map(asJson), null, 2) : inWords(findings));
  return strict && findings.some(({ level }) => level === 'error') ? 1 : 0;
}

function findingsOf(edition: Edition, editions: readonly Edition[], dictionary: Dictionary): Finding[] {
  const previous = editions.findLast(({ fiscalYear }) => fiscalYear < edition.fiscalYear) ?? null;
  return findSlips(manuscriptOf(edition, previous), loadTools(dictionary));
}

/** Every year's edition, oldest first; of a plan without a report, the plan alone. */
function editionsOf({ plan, reports }: Bundle): Edition[] {
  const none: YearReport = { planId: plan.id, fiscalYear: plan.period?.from ?? 2000, editionNumber: 1, issuedOn: null, correctionReason: null, preface: [], notes: [], measurements: [], reports: [], opinions: [], decisions: [] };
  return (reports.length > 0 ? reports : [none]).map((report) => buildEdition(plan, report));
}

/** The form for machines; its keys stay as they are and stand in this order. */
function asJson({ rule, level, message, quote, suggestion, places }: Finding) {
  return { rule, level, message, quote, ...(suggestion === undefined ? {} : { suggestion }), places: places.map(({ path, start, end }) => ({ path, start, end })) };
}

const levels: readonly FindingLevel[] = ['error', 'advice', 'note'];

function inWords(findings: readonly Finding[]): string {
  const sorted = findings.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const counts = levels.map((level) => `${levelNames[level]}${findings.filter((finding) => finding.level === level).length}件`).join('、');
  return [
    ...sorted.flatMap(({ rule, level, message, quote, suggestion, places }) => [
      `［${levelNames[level]}］「${quote}」${suggestion === undefined ? '' : `→「${suggestion}」`}　${message}（${rule}）`,
      ...places.map(({ path, start }) => `  ${path}:${start + 1}`),
    ]),
    findings.length === 0 ? '指摘はありません。' : `\n${findings.length}件の指摘があります（${counts}）。`,
  ].join('\n');
}
