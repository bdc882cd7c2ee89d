import type { Bundle } from '../documents/bundle/read-bundle.ts';
import { problemLine, readBundle } from '../documents/bundle/read-bundle.ts';
import { canPrint } from '../documents/pdf/report-fonts.ts';

/** The bundle, or null after every problem has been printed to standard error. */
export async function readCheckedBundle(path: string): Promise<Bundle | null> {
  const read = await readBundle(path, canPrint);
  if (read.ok) return read.value;
  for (const problem of read.problems) console.error(problemLine(problem));
  console.error(`\n${read.problems.length}件の問題があります。何も作成、変更していません。`);
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
