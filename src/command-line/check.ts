import type { Bundle } from '../documents/bundle/read-bundle.ts';
import { problemLine, readBundle } from '../documents/bundle/read-bundle.ts';
import type { LocatedProblem } from '../documents/bundle/located-yaml.ts';
import { missingGlyphs } from '../documents/pdf/missing-glyphs.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';

/** The bundle, or null after every problem has been printed to standard error. */
export async function readCheckedBundle(path: string): Promise<Bundle | null> {
  const read = await readBundle(path);
  const problems = read.ok ? glyphProblems(read.value, path) : read.problems;
  if (read.ok && problems.length === 0) return read.value;
  for (const problem of problems) console.error(problemLine(problem));
  console.error(`\n${problems.length}件の問題があります。何も作成、変更していません。`);
  return null;
}

/** Prints every problem of a bundle, or that it has none. Exit code 1 when there is one. */
export async function check(path: string): Promise<number> {
  const bundle = await readCheckedBundle(path);
  if (!bundle) return 1;
  const { plan, reports } = bundle;
  const lowest = plan.levels.at(-1);
  const count = plan.nodes.filter(({ level }) => level === lowest?.id).length;
  console.log(`問題はありません。${plan.municipality.name}「${plan.title}」：${lowest?.name ?? '要素'}${count}件、指標${plan.indicators.length}件、報告${reports.length}年度分`);
  return 0;
}

/** Characters that the report could not print: found before anything is made, named with their places. */
function glyphProblems({ plan, reports }: Bundle, file: string): LocatedProblem[] {
  const found = new Map<string, LocatedProblem>();
  for (const report of reports) {
    for (const { character, codePoint, places } of missingGlyphs(buildEdition(plan, report))) {
      found.set(character, {
        code: 'missing-glyph', file, line: 0, column: 0, path: [],
        message: `文字「${character}」（${codePoint}）は、報告書の書体にないため印刷できません（${places.slice(0, 5).join('、')}）。`,
        fix: '印刷できる文字に直してください。',
      });
    }
  }
  return [...found.values()];
}
