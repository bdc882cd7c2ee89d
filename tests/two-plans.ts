import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { makeNode, makeNodeReport, makePublished } from './factories.ts';
import { richPlan, richReport } from './rich-edition.ts';

const items = [{ id: 'a01', title: '窓口改革' }, { id: 'a02', title: '総合案内' }, { id: 'a03', title: '庁舎の清掃' }];

/** The first year of a plan that goes on from another, with opinions and decisions, and two years of that other plan. */
export function twoPlans(): PublishedEdition[] {
  return [makePublished({ plan: richPlan, report: richReport }), former(2018), former(2019)];
}

function former(fiscalYear: number): PublishedEdition {
  return makePublished({
    plan: { plan: { id: 'plan-0', title: '見本市前期推進計画' }, levels: [{ id: 'top', name: '項目' }], indicators: [], tree: items.map(({ id, title }) => makeNode({ id, number: id.slice(1), title, responsible: ['seisaku'] })) },
    report: { fiscalYear, measurements: [], notes: [], preface: [], reports: items.map(({ id }) => makeNodeReport({ initiative: id, responsiblePrinted: '政策室', paragraphs: [`${fiscalYear}年度に${id}を進めた。`] })) },
  });
}
