import Type from 'typebox';
import { textOfEdition } from '../documents/edition-json/edition-json.ts';
import { editionChangeSchema } from '../documents/edition-json/edition-schema.ts';
import { publishedEditionSchema } from '../documents/edition-json/edition-schema-text.ts';
import { correctionOf } from '../domain/edition/errata.ts';
import type { Edition, EditionIndicator, EditionNode, PublishedEdition } from '../domain/edition/edition.ts';
import { ancestorsOf, countInitiatives, indicatorsFor, initiativesOf, initiativesOfDepartment, nodeLabel, yearLabelOf } from '../domain/edition/reading.ts';
import { searchableTexts, searchTexts } from '../domain/edition/search-edition.ts';
import { statusWords } from '../domain/indicator/evaluation.ts';
import { yearAddress } from '../site/address.ts';
import {
  departmentAnswerSchema, editionDetailSchema, type EditionSummary, editionSummarySchema, indicatorAnswerSchema, nodeAnswerSchema, planSummarySchema, searchHitSchema,
} from './answers.ts';
import { type ApiState, editionsOf, planIds } from './api-state.ts';
import { type Endpoint, list, one } from './endpoint.ts';
import { NotFound } from './problem.ts';

const plan = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description: '計画の識別子。/plans で調べられます' });
const fiscalYear = Type.String({ pattern: '^(latest|[12]\\d{3})$', description: '年度（西暦4桁の数字）。latest は、公表した最も新しい年度' });
const number = Type.Optional(Type.Integer({ minimum: 1, maximum: 999, description: '版の番号。省くと、その年度の最新の版' }));
const ofEdition = { plan, fiscalYear, number };
const printedNumber = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z-]{0,19}$', description: '印刷されたとおりの番号（05）' });
const anId = (description: string) => Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description });
const inEdition = '/plans/{plan}/editions/{fiscalYear}';
const sample = '/plans/gyozaisei-6/editions/2020';

interface EditionParameters { plan: string; fiscalYear: string; number?: number }

/** Every address of the API, in the order in which it is explained. */
export const endpoints: readonly Endpoint[] = [
  list({
    id: 'listPlans', path: '/plans', summary: '計画の一覧', description: '版を公表した計画を、最新の版とともに返します。', example: '/plans',
    parameters: Type.Object({}), answers: planSummarySchema,
    answer: (state) => planIds(state).map((id) => planSummary(state, id)),
  }),
  one({
    id: 'getPlan', path: '/plans/{plan}', summary: '計画', description: '一つの計画を、最新の版とともに返します。', example: '/plans/gyozaisei-6',
    parameters: Type.Object({ plan }), answers: planSummarySchema,
    answer: (state, parameters) => planSummary(state, parameters.plan),
  }),
  list({
    id: 'listEditions', path: '/plans/{plan}/editions', summary: '版の一覧', description: '計画の全ての版を、新しい年度から順に返します。訂正される前の版も含みます。', example: '/plans/gyozaisei-6/editions',
    parameters: Type.Object({ plan }), answers: editionSummarySchema,
    answer: (state, parameters) => knownEditions(state, parameters.plan).map((published) => summaryOf(state, published)),
  }),
  one({
    id: 'getEdition', path: inEdition, summary: '版', description: '版の概要、階層、件数及び注を返します。', example: sample,
    parameters: Type.Object(ofEdition), answers: editionDetailSchema,
    answer(state, parameters) {
      const published = find(state, parameters);
      const { edition } = published;
      const { printed, relisted } = countInitiatives(edition);
      return {
        ...summaryOf(state, published), planTitle: edition.plan.title, municipality: edition.municipality, levels: edition.levels,
        counts: { initiatives: printed, relisted, indicators: edition.indicators.length, departments: edition.departments.length }, notes: edition.notes,
      };
    },
  }),
  one({
    id: 'getEditionDocument', path: `${inEdition}/document`, summary: '版の全体', description: '版の全体を、公表した edition.json と同じ内容で返します。', example: `${sample}/document`,
    parameters: Type.Object(ofEdition), answers: publishedEditionSchema,
    // As it was sealed: who hashes it finds the hash of the edition.
    answer: (state, parameters) => JSON.parse(textOfEdition(find(state, parameters))) as Edition,
  }),
  list({
    id: 'listErrata', path: `${inEdition}/errata`, summary: '正誤表', description: '訂正した版について、前の版からの訂正を返します。第１版では空です。', example: `${sample}/errata`,
    parameters: Type.Object(ofEdition), answers: editionChangeSchema,
    answer: (state, parameters) => correctionOf(find(state, parameters), editionsOf(state, parameters.plan))?.changes ?? [],
  }),
  list({
    id: 'listNodes', path: `${inEdition}/nodes`, summary: '体系の要素の一覧', description: '体系の要素を、印刷された順に返します。上位の要素が先に並びます。', example: `${sample}/nodes?level=basic-project`,
    parameters: Type.Object({ ...ofEdition, level: Type.Optional(anId('この階層の要素に限ります（階層の識別子）')), parent: Type.Optional(anId('この要素の直下に限ります（要素の識別子）')) }), answers: nodeAnswerSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      return edition.nodes.filter(({ level, parentId }) => level === (parameters.level ?? level) && (parameters.parent === undefined || parentId === parameters.parent)).map((node) => nodeAnswer(edition, node));
    },
  }),
  one({
    id: 'getNode', path: `${inEdition}/nodes/{id}`, summary: '体系の要素', description: '一つの要素を、計画の記述とこの年度の報告とともに返します。', example: `${sample}/nodes/i05`,
    parameters: Type.Object({ ...ofEdition, id: anId('要素の識別子') }), answers: nodeAnswerSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      return nodeAnswer(edition, found(edition.nodes.find(({ id }) => id === parameters.id), `要素「${parameters.id}」は、この版にありません。`));
    },
  }),
  list({
    id: 'listInitiatives', path: `${inEdition}/initiatives`, summary: '取組の一覧', description: '一番下の階層の要素（取組項目など）を、印刷された順に返します。再掲も含みます。', example: `${sample}/initiatives?department=shokuin`,
    parameters: Type.Object({ ...ofEdition, department: Type.Optional(anId('この部署が推進部署であるか、この年度に報告したものに限ります（部署の識別子）')) }), answers: nodeAnswerSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      const { department } = parameters;
      const { owned, reported } = initiativesOfDepartment(edition, department ?? '');
      return initiativesOf(edition).filter((node) => department === undefined || owned.includes(node) || reported.includes(node)).map((node) => nodeAnswer(edition, node));
    },
  }),
  one({
    id: 'getInitiative', path: `${inEdition}/initiatives/{initiative}`, summary: '取組', description: '一つの取組を、番号により返します。', example: `${sample}/initiatives/05`,
    parameters: Type.Object({ ...ofEdition, initiative: printedNumber }), answers: nodeAnswerSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      return nodeAnswer(edition, found(initiativesOf(edition).find(({ number }) => number === parameters.initiative), `番号「${parameters.initiative}」の取組は、この版にありません。`));
    },
  }),
  list({
    id: 'listIndicators', path: `${inEdition}/indicators`, summary: '指標の一覧', description: '指標を、基準値、この年度の値、目標値、判定及び判定に用いた値とともに返します。', example: `${sample}/indicators`,
    parameters: Type.Object(ofEdition), answers: indicatorAnswerSchema,
    answer: (state, parameters) => find(state, parameters).edition.indicators.map(indicatorAnswer),
  }),
  one({
    id: 'getIndicator', path: `${inEdition}/indicators/{indicator}`, summary: '指標', description: '一つの指標を、番号により返します。', example: `${sample}/indicators/1`,
    parameters: Type.Object({ ...ofEdition, indicator: printedNumber }), answers: indicatorAnswerSchema,
    answer: (state, parameters) => indicatorAnswer(found(find(state, parameters).edition.indicators.find(({ number }) => number === parameters.indicator), `番号「${parameters.indicator}」の指標は、この版にありません。`)),
  }),
  list({
    id: 'listDepartments', path: `${inEdition}/departments`, summary: '部署の一覧', description: '部署を、推進部署となっている取組と、この年度に報告した取組の番号とともに返します。', example: `${sample}/departments`,
    parameters: Type.Object(ofEdition), answers: departmentAnswerSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      return edition.departments.map(({ id }) => departmentAnswer(edition, id));
    },
  }),
  one({
    id: 'getDepartment', path: `${inEdition}/departments/{id}`, summary: '部署', description: '一つの部署を返します。', example: `${sample}/departments/seisaku`,
    parameters: Type.Object({ ...ofEdition, id: anId('部署の識別子') }), answers: departmentAnswerSchema,
    answer: (state, parameters) => departmentAnswer(find(state, parameters).edition, parameters.id),
  }),
  list({
    id: 'search', path: `${inEdition}/search`, summary: '検索', description: '全ての言葉を含む記述を、印刷された順に返します。１文字から探せ、全角と半角、大文字と小文字を区別しません。', example: `${sample}/search?q=ICT`,
    parameters: Type.Object({ ...ofEdition, q: Type.String({ minLength: 1, maxLength: 200, description: '探す言葉。空白で区切ると、全てを含むものを探します' }) }), answers: searchHitSchema,
    answer(state, parameters) {
      const { edition } = find(state, parameters);
      return searchTexts(searchableTexts(edition), parameters.q).map(({ heading, text, ranges, target }) => ({ heading, text, ranges: ranges.map(([start, end]) => [start, end]), page: `/${yearAddress(edition)}${target}` }));
    },
  }),
];

function planSummary(state: ApiState, id: string) {
  const [newest] = knownEditions(state, id);
  const { edition } = newest!;
  const { code, name } = edition.municipality;
  return { id, title: edition.plan.title, municipality: { code, name }, newest: summaryOf(state, newest!) };
}

function knownEditions(state: ApiState, planId: string): PublishedEdition[] {
  const editions = editionsOf(state, planId);
  if (editions.length === 0) throw new NotFound(`計画「${planId}」は公表されていません。/plans で計画の識別子を確かめてください。`);
  return editions;
}

function find(state: ApiState, { plan: planId, fiscalYear: asked, number: wanted }: EditionParameters): PublishedEdition {
  const editions = knownEditions(state, planId);
  const year = asked === 'latest' ? editions[0]!.edition.fiscalYear : Number(asked);
  const edition = editions.find((published) => published.edition.fiscalYear === year && published.edition.number === (wanted ?? published.edition.number));
  return found(edition, `計画「${planId}」の${year}年度${wanted === undefined ? '' : `の第${wanted}版`}は公表されていません。/plans/${planId}/editions で版を確かめてください。`);
}

function found<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new NotFound(sentence);
  return value;
}

function summaryOf(state: ApiState, published: PublishedEdition): EditionSummary {
  const { edition, hash } = published;
  const { fiscalYear: year, number: own, issuedOn, correctionReason } = edition;
  return {
    plan: edition.plan.id, fiscalYear: year, fiscalYearLabel: yearLabelOf(edition), number: own, newest: state.editions.includes(published), issuedOn, correctionReason, sha256: hash, page: `/${yearAddress(edition)}`,
  };
}

function nodeAnswer(edition: Edition, node: EditionNode) {
  return {
    ...node, levelName: edition.levels.find(({ id }) => id === node.level)?.name ?? nodeLabel(edition, node),
    ancestors: ancestorsOf(edition, node).map(({ id, level, number: own, title }) => ({ id, level, number: own, title })),
    indicators: indicatorsFor(edition, node).map((indicator) => indicator.number),
  };
}

function indicatorAnswer(indicator: EditionIndicator) {
  return { ...indicator, statusLabel: statusWords[indicator.evaluation.status] };
}

function departmentAnswer(edition: Edition, departmentId: string) {
  const department = found(edition.departments.find(({ id }) => id === departmentId), `部署「${departmentId}」は、この版にありません。`);
  const { owned, reported } = initiativesOfDepartment(edition, departmentId);
  return { ...department, owns: owned.map((node) => node.number), reported: reported.map((node) => node.number) };
}
