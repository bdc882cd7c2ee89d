import Type, { type Static } from 'typebox';
import type { Edition } from '../../domain/edition/edition.ts';

// The JSON Schema of edition.json, for those who take the data. What a field means is said to them in Japanese; parts of it are
// the answers of the API too, so that file and API cannot drift apart.

const closed = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T, description: string) => Type.Union([type, Type.Null()], { description });
const id = (description: string) => Type.String({ pattern: '^[a-z0-9][a-z0-9_-]*$', description });
const text = (description: string) => Type.String({ description });
const year = (description: string) => Type.Integer({ minimum: 1900, maximum: 2200, description });
const dayPattern = '^\\d{4}-\\d{2}-\\d{2}$';
const day = (description: string) => Type.String({ pattern: dayPattern, description });

export const printedVariantSchema = Type.Object({ place: text('印刷された場所'), title: text('印刷された題名') }, closed);

export const paragraphSchema = Type.Object({
  id: id('段落の識別子。要素の中で一意で、固定リンク（#p2）になる'),
  kind: Type.Union([Type.Literal('text'), Type.Literal('item')], { description: 'text は本文、item は箇条書の行' }),
  text: text('段落の文章。入力されたとおりの文字'),
  department: orNull(Type.String(), '執筆した部署の識別子。null は記載なし'),
}, closed);

export const reportedParagraphSchema = Type.Object({
  ...paragraphSchema.properties,
  approval: orNull(Type.Object({
    post: text('承認した職（政策室長など）。氏名は含まない'),
    byDeputy: Type.Boolean({ description: '代決者が承認したか（代決）' }),
    correctedAfter: Type.Boolean({ description: '承認の後に、事務局が文章を直したか' }),
  }, closed), '段落を承認した職。null は記載なし'),
}, closed);

const subject = orNull(Type.Object({
  kind: Type.Union([Type.Literal('node'), Type.Literal('indicator')], { description: 'node は体系の要素、indicator は指標' }), id: id('対象の識別子'),
}, closed), '対象。null は計画の全体');
const lines = (description: string) => Type.Array(Type.String(), { description });
const formerItem = { id: id('前の計画での識別子'), number: text('前の計画に印刷された番号'), title: text('前の計画に印刷された題名') };

export const planChangeSchema = Type.Object({
  id: id('計画の変更の識別子'),
  kind: Type.Enum(['added', 'merged', 'stopped', 'finished'], { description: 'added 追加、merged 統合、stopped 中止、finished 終了' }),
  fiscalYear: year('変更が効力を生じる年度（西暦）'),
  decidedOn: orNull(Type.String({ pattern: dayPattern }), '変更を決めた日。null は記載なし'),
  nodes: Type.Array(Type.String(), { description: '追加された要素、又は終わった要素の識別子' }),
  into: orNull(Type.String(), '統合のとき、残る要素の識別子'),
  reason: text('変更の理由'),
}, closed);

export const successionSchema = Type.Object({
  from: Type.Object({ id: id('前の計画の識別子'), title: text('前の計画の名称') }, closed),
  items: Type.Array(Type.Object({ node: id('この計画の要素の識別子'), from: Type.Array(Type.Object(formerItem, closed), { description: '引き継いだ前の計画の要素。空は新規' }) }, closed), { description: 'この計画の要素ごとの、前の計画との対応' }),
  ended: Type.Array(Type.Object({ ...formerItem, reason: text('引き継がなかった理由') }, closed), { description: '引き継がなかった前の計画の要素' }),
}, closed);

const namedDepartment = Type.Object({ id: id('部署の識別子'), name: text('その日の部署の名称') }, closed);

export const opinionSchema = Type.Object({
  id: id('意見の識別子。計画の中で一意'),
  fiscalYear: year('意見の対象とする年度（西暦）'),
  subject,
  body: Type.Enum(['advisory-council', 'assembly', 'external-reviewers'], { description: '意見を述べた機関の種類。advisory-council 審議会、assembly 議会、external-reviewers 外部評価委員' }),
  bodyName: orNull(Type.String(), '機関の名称。null は記載なし'),
  statedOn: day('意見が述べられた日'),
  paragraphs: lines('意見の文章。段落ごとに並ぶ'),
  responses: Type.Array(Type.Object({
    kind: Type.Enum(['response', 'follow-up'], { description: 'response 対応、follow-up その後の状況' }),
    department: namedDepartment, respondedOn: day('回答の日'), paragraphs: lines('文章。段落ごとに並ぶ'),
  }, closed), { description: '市の対応と、その後の状況。日付の順に並ぶ' }),
  decidedOn: day('公表を決めた日'),
}, closed);

export const decisionSchema = Type.Object({
  id: id('決定の識別子。計画の中で一意'),
  subject,
  title: text('議題'),
  meeting: Type.Object({ title: text('会議の名称'), heldOn: day('会議の日') }, closed),
  paragraphs: lines('決定の文章。段落ごとに並ぶ'),
  assessment: orNull(Type.String(), '本部の評価。null は評価していない'),
  explanation: lines('評価の理由。空は記載なし'),
  instructions: Type.Array(Type.Object({ departments: Type.Array(namedDepartment), paragraphs: lines('指示の文章'), answerIn: year('回答を求める照会の年度') }, closed), { description: '部署への指示（本部指示）。空は、指示がないか、公表していない' }),
}, closed);

export const ownerSchema = Type.Union([
  Type.Object({ department: text('部署の識別子') }, closed),
  Type.Object({ collective: text('総称（関係各課など）') }, closed),
], { description: '推進部署。部署か、構成する部署を計画が定めていない総称' });

export const departmentSchema = Type.Object({ id: id('部署の識別子'), name: text('部署の名称。この版の時点のもの') }, closed);
export const levelSchema = Type.Object({ id: id('階層の識別子'), name: text('階層の名称（取組項目など）') }, closed);
export const noteSchema = Type.Object({ mark: text('印刷されたとおりの注の印（※１）'), text: text('注の文章') }, closed);

export const municipalitySchema = Type.Object({
  code: Type.String({ pattern: '^\\d{6}$', description: '全国地方公共団体コード（検査数字を含む６桁の文字列）' }),
  name: text('地方公共団体の名称'),
  fiscalYearLabels: Type.Object({
    firstReiwaYear: Type.Union([Type.Literal('平成31年度'), Type.Literal('令和元年度')], { description: '2019年度の呼び方' }),
    digits: Type.Union([Type.Literal('single-full-width'), Type.Literal('full-width'), Type.Literal('half-width')], { description: '年度の数字の幅' }),
  }, { ...closed, description: '年度の和暦による書き方' }),
  licence: Type.Optional(Type.Enum(['PDL-1.0', 'CC-BY-4.0'], { description: '公表するデータの利用条件。PDL-1.0 は公共データ利用規約（第1.0版）。ないときは、記載なし' })),
}, closed);

export const sectionSchema = Type.Object({ id: id('章の識別子'), heading: text('見出し'), paragraphs: Type.Array(paragraphSchema) }, closed);

export const nodeReportSchema = Type.Object({
  nodeId: id('要素の識別子'),
  responsiblePrinted: text('この年度の報告に印刷されたとおりの推進部署'),
  reporters: Type.Array(Type.String(), { description: '総称の部署のうち、この年度に報告した部署の識別子' }),
  paragraphs: Type.Array(reportedParagraphSchema, { description: '取組状況' }),
}, closed);

export const nodeSchema = Type.Object({
  id: id('要素の識別子。番号や題名が変わっても変わらない'),
  level: id('階層の識別子'),
  parentId: orNull(Type.String(), '一つ上の要素の識別子。null は一番上'),
  number: text('印刷されたとおりの番号'),
  title: text('印刷されたとおりの題名'),
  alsoPrinted: Type.Array(printedVariantSchema, { description: '同じ文書の中で別の形で印刷された題名' }),
  description: Type.Array(paragraphSchema, { description: '計画の記述' }),
  responsible: Type.Array(ownerSchema, { description: '計画が定める推進部署' }),
  relistingOf: orNull(Type.String(), '再掲のとき、元の要素の識別子。合計では一件と数える'),
  report: orNull(nodeReportSchema, 'この年度の報告。null は、報告を求めない階層か、報告がない'),
}, closed);

const figureProperties = {
  label: text('印刷されたとおりの欄の見出し'),
  fiscalYear: year('掲載した年度（西暦）'),
  asOf: orNull(Type.String({ pattern: dayPattern }), '値を集計した日。null は年度の末日'),
  printed: text('印刷されたとおりの値'),
  value: orNull(Type.Number(), '印刷された値を数値として読み取ったもの。null は値がない（未確定など）。0は値である'),
  upper: orNull(Type.Number(), '範囲で印刷されたときの上限'),
  alternative: orNull(Type.Number(), '（）内に印刷された別の系列の値'),
  comparator: orNull(Type.Union([Type.Literal('at-least'), Type.Literal('at-most'), Type.Literal('more-than'), Type.Literal('less-than'), Type.Literal('about')]), '以上、以下、超、未満、程度'),
  unit: orNull(Type.String(), '値に付けて印刷された単位'),
  notes: Type.Array(Type.String(), { description: '値に付いた注の印' }),
};
const standing = orNull(Type.Union([Type.Literal('confirmed'), Type.Literal('provisional'), Type.Literal('reference')]), 'confirmed 確定値、provisional 速報値、reference 参考値。null は記載なし');

export const figureSchema = Type.Object(figureProperties, closed);
export const measurementSchema = Type.Object({
  ...figureProperties,
  indicatorId: id('指標の識別子'),
  valueYear: year('値が実際に属する年度。掲載した年度と異なることがある'),
  standing,
  series: text('値の系列の識別子'),
  alternativeSeries: orNull(Type.String(), '（）内の値の系列の識別子'),
}, closed);

const statuses = ['achieved', 'ahead', 'slightly-behind', 'behind', 'receding', 'missed', 'kept', 'not-kept', 'withheld'] as const;
const reasons = ['not-measured', 'no-figure-yet', 'reference-value', 'other-series', 'no-baseline', 'no-target', 'no-way', 'way-against-kind', 'no-time-elapsed', 'no-period', 'no-range'] as const;

export const evaluationSchema = Type.Object({
  status: Type.Enum(statuses, { description: '判定。withheld は判定を保留' }),
  reason: orNull(Type.Enum(reasons), '判定を保留した理由'),
  provisional: Type.Boolean({ description: '速報値による判定か' }),
  meetsTarget: orNull(Type.Boolean(), '値が目標を満たすか。null は言えない'),
  sentence: text('判定を説明する文'),
  inputs: Type.Object({
    series: text('判定に用いた系列の識別子'),
    baseline: Type.Object({ value: Type.Union([Type.Number(), Type.Null()]), day: day('基準値の時点') }, closed),
    target: Type.Object({ value: Type.Union([Type.Number(), Type.Null()]), upper: Type.Union([Type.Number(), Type.Null()]), day: day('目標値の時点') }, closed),
    current: orNull(Type.Object({
      value: Type.Number(), printed: Type.String(), fromAlternative: Type.Boolean({ description: '（）内に印刷された値か' }), fiscalYear: year('掲載した年度'), valueYear: year('値が属する年度'),
      asOf: Type.Union([Type.String({ pattern: dayPattern }), Type.Null()]), standing, day: day('値の時点'),
    }, closed), '判定に用いた値'),
    achieved: orNull(Type.Number(), '基準値から目標値までの道のりのうち、進んだ割合（1が全部）。誤解を招くときは null'),
    elapsed: orNull(Type.Number(), '期間のうち、経過した割合（1が全部）'),
    bands: Type.Object({ onLine: Type.Number(), slightlyBehind: Type.Number() }, { ...closed, description: '順調、やや遅れとする目安' }),
  }, { ...closed, description: '判定に用いた値と方法' }),
}, closed);

export const indicatorSchema = Type.Object({
  id: id('指標の識別子'),
  number: text('印刷されたとおりの番号'),
  title: text('印刷されたとおりの名称'),
  unit: orNull(Type.String(), '単位。null は印刷されていない'),
  definition: text('印刷されたとおりの説明'),
  kind: Type.Enum(['increase', 'decrease', 'keep-at-least', 'keep-at-most', 'range'], { description: '値をどう動かす指標か。increase 増やす、decrease 減らす、keep-at-least 下回らない、keep-at-most 上回らない、range 範囲に収める' }),
  series: Type.Array(Type.Object({
    id: id('系列の識別子'), title: text('系列の名称'), judged: Type.Boolean({ description: '判定に用いる系列か' }), from: orNull(Type.Integer(), '系列の最初の年度'),
  }, closed), { description: '値の数え方（系列）。異なる系列の値は比べられない' }),
  baseline: figureSchema,
  target: figureSchema,
  related: Type.Array(Type.String(), { description: '関連する要素の識別子' }),
  measurement: orNull(measurementSchema, 'この年度の値'),
  evaluation: evaluationSchema,
}, closed);

const changeKinds = ['plan', 'preface', 'structure', 'title', 'description', 'responsible', 'paragraph', 'indicator', 'figure', 'judgement', 'note', 'department', 'plan-change', 'succession', 'opinion', 'decision'] as const;

export const editionChangeSchema = Type.Object({
  kind: Type.Enum(changeKinds, { description: '何の違いか。plan 計画、preface 前文、structure 体系、title 題名、description 計画の記述、responsible 推進部署、paragraph 取組状況、indicator 指標、figure 指標の値、judgement 判定、note 指標の注、department 部署、plan-change 計画の変更、succession 前の計画からの移行、opinion 外部の意見、decision 本部の決定' }),
  subject: orNull(Type.Object({
    kind: Type.Union([Type.Literal('node'), Type.Literal('indicator')], { description: 'node 体系の要素、indicator 指標' }), id: id('要素か指標の識別子'),
  }, closed), '違いがある要素か指標。null は、どれにも属さない'),
  paragraph: orNull(Type.String(), '取組状況の段落の識別子。null は、段落の違いではない'),
  place: text('場所を示す言葉'),
  before: orNull(Type.String(), '誤（訂正前の記載）。null は記載なし'),
  after: orNull(Type.String(), '正（訂正後の記載）。null は記載なし'),
}, closed);

const reorganisationSchema = Type.Object({
  day: day('新しい組織になった日'),
  kind: Type.Enum(['establish', 'rename', 'split', 'merge', 'abolish'], { description: 'establish 新設、rename 名称変更、split 分割、merge 統合、abolish 廃止' }),
  before: Type.Array(departmentSchema, { description: '改正前の部署' }),
  after: Type.Array(departmentSchema, { description: '改正後の部署。引き継ぐ順に並ぶ' }),
}, closed);

export const editionSchema = Type.Object({
  format: Type.Literal('ayumi-edition/1', { description: 'この形式の名称と版。互換のない変更をしたときに数字が増える' }),
  municipality: municipalitySchema,
  plan: Type.Object({
    id: id('計画の識別子'), title: text('計画の名称'), alsoPrinted: Type.Array(printedVariantSchema),
    adopted: orNull(Type.String({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$' }), '策定した年月又は年月日'),
    period: orNull(Type.Object({ from: year('最初の年度'), to: year('最後の年度') }, closed), '計画期間。null は記載なし'),
    headquarters: orNull(Type.Object({ name: text('本部の名称'), chair: orNull(Type.String(), '本部の長') }, closed), '進捗管理を行う本部'),
    parents: Type.Array(Type.Object({ title: text('名称'), adopted: orNull(Type.String(), '策定の年月又は年月日') }, closed), { description: '上位の計画など。上から順に並ぶ' }),
  }, closed),
  fiscalYear: year('報告の対象とする年度（西暦）。2020は2020年４月１日から2021年３月31日まで'),
  number: Type.Integer({ minimum: 1, description: '版の番号。訂正したときは、番号が一つ大きい版を作る' }),
  issuedOn: orNull(Type.String({ pattern: dayPattern }), '公表した日。null は記載なし'),
  correctionReason: orNull(Type.String(), '前の版を訂正した理由。第１版は null'),
  corrects: Type.Optional(Type.Object({
    number: Type.Integer({ minimum: 1, description: '訂正した版の番号' }),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$', description: '訂正した版のハッシュ値（SHA-256）' }),
    changes: Type.Array(editionChangeSchema, { description: '正誤表' }),
  }, { ...closed, description: '訂正した版と、その版からの違いの全て。第１版にはない' })),
  levels: Type.Array(levelSchema, { minItems: 1, description: '階層を上から順に並べたもの' }),
  departments: Type.Array(departmentSchema),
  reorganisations: Type.Optional(Type.Array(reorganisationSchema, { description: 'この版の部署に関わる組織改正。行われた順に並ぶ。ないときは項目を省く' })),
  preface: Type.Array(sectionSchema, { description: '体系の前に置かれた章' }),
  nodes: Type.Array(nodeSchema, { description: '体系の要素。印刷された順で、上位の要素が先に並ぶ' }),
  indicators: Type.Array(indicatorSchema),
  notes: Type.Array(noteSchema, { description: '指標の注' }),
  planChanges: Type.Array(planChangeSchema, { description: 'この年度までの計画の変更（項目の追加、統合、中止、終了）' }),
  succession: orNull(successionSchema, '前の計画からの移行。null は、前の計画がないか、記録がない'),
  opinions: Type.Array(opinionSchema, { description: '公表する外部の意見' }),
  decisions: Type.Array(decisionSchema, { description: '公表する本部の決定。評価の記載がないものは、評価していない' }),
}, {
  ...closed, $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'あゆみ 公表版（ayumi-edition/1）',
  description: 'edition.json の形式。このファイルのSHA-256は、正規化したJSON（RFC 8785）のバイト列から計算した版のハッシュ値と一致する。',
});

// The schema and the domain's value are one shape: either side that drifts stops the type check here.
type Same<A, B> = [A, B] extends [B, A] ? true : never;
type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
export const editionShapeAgrees: Same<Frozen<Static<typeof editionSchema>>, Frozen<Edition>> = true;
