import { explainImport, importPlan } from '../commands/import-plan.ts';
import { publishEdition } from '../commands/publish-edition.ts';
import { problemLine } from '../documents/bundle/read-bundle.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import { editionLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { readCheckedBundle } from './check.ts';
import { dictionaryBeside } from './dictionary-beside.ts';
import { withHomeDatabase } from './home-database.ts';

/** Takes a bundle into the database, and publishes its years if asked. Exit code 1, and nothing changed, when anything is wrong. */
export async function importBundle(path: string, { publish }: { readonly publish?: boolean }): Promise<number> {
  const bundle = await readCheckedBundle(path);
  if (!bundle) return 1;
  const { source: dictionary, read } = await dictionaryBeside(path);
  if (!read.ok) {
    for (const problem of read.problems) console.error(problemLine(problem));
    console.error(`\n${read.problems.length}件の問題があります。何も作成、変更していません。`);
    return 1;
  }
  return withHomeDatabase(async (db) => {
    const imported = await importPlan(db, { ...bundle, dictionary, actor: 'command-line' });
    const sentences = explainImport(imported, bundle.plan);
    if (imported.outcome === 'refused') {
      for (const sentence of sentences) console.error(sentence);
      return 1;
    }
    for (const sentence of sentences) console.log(sentence);
    let code = 0;
    for (const { fiscalYear } of publish ? bundle.reports : []) {
      const published = await publishEdition(db, { planId: bundle.plan.id, fiscalYear, actor: 'command-line', hashOf: sealingOf });
      if (published.outcome === 'refused') {
        console.error(published.refusal.message + published.refusal.fix);
        code = 1;
        continue;
      }
      const { edition, hash } = published.edition;
      const done = published.outcome === 'published' ? '公表しました。' : '同じ内容で公表済みです。';
      console.log(`${yearLabelOf(edition)} ${editionLabel(edition)}：${done}（ハッシュ値 ${hash}）`);
    }
    return code;
  });
}
