import Type, { type Static } from 'typebox';
import type { PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';

// The published JSON Schemas of a bundle. The description of a part is what a clerk is told to write there.

const closed = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description: '識別子は、半角の英小文字、数字、ハイフンで書いてください（例：m1-d2）。' });
const line = Type.String({ minLength: 1, maxLength: 500, description: '500文字以内の文字列で書いてください。数字だけのときは " " で囲んでください。' });
const text = Type.String({ maxLength: 30_000, description: '30,000文字以内の文章で書いてください。' });
const year = Type.Integer({ minimum: 1900, maximum: 2200, description: '年度は西暦の整数で書いてください（令和２年度は2020）。' });
const day = Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], { description: '日付は "2021-03-31" のように " " で囲んで書き、記載がなければ null にしてください。' });
const monthOrDay = Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}(-\\d{2})?$' }), Type.Null()], { description: '"2021-01" か "2021-01-31" の形で書き、記載がなければ null にしてください。' });

const variants = Type.Array(Type.Object({ place: line, title: line }, closed), { description: '別の形で印刷された題名を、place（場所）と title（題名）の組で並べてください。' });
const department = Type.Optional(Type.Union([id, Type.Null()], { description: '書いた部署の識別子を書き、記載がなければ省いてください。' }));
const paragraph = Type.Union(
  [text, Type.Object({ text, id: Type.Optional(id), department }, closed), Type.Object({ item: text, id: Type.Optional(id), department }, closed)],
  { description: '段落は文章をそのまま、箇条書きの行は「item: 文章」と書いてください。' },
);
const paragraphs = Type.Array(paragraph, { description: '段落を並べてください。' });
const approval = Type.Optional(Type.Union([
  Type.Object({ post: line, byDeputy: Type.Optional(Type.Boolean()), correctedAfter: Type.Optional(Type.Boolean()) }, closed), Type.Null(),
], { description: '承認した職を post に書いてください（例：政策室長）。氏名は書かないでください。代決は byDeputy: true、承認の後に事務局が直した段落は correctedAfter: true としてください。' }));
const reportedParagraphs = Type.Array(Type.Union(
  [text, Type.Object({ text, id: Type.Optional(id), department, approval }, closed), Type.Object({ item: text, id: Type.Optional(id), department, approval }, closed)],
  { description: '段落は文章をそのまま、箇条書きの行は「item: 文章」と書いてください。' },
), { description: '段落を並べてください。' });
const lines = Type.Array(text, { minItems: 1, description: '文章を、段落ごとに並べて書いてください。' });
const aDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日付は "2021-03-31" のように " " で囲んで書いてください。' });
const subject = Type.Optional(Type.Union([Type.Object({ kind: Type.Union([Type.Literal('node'), Type.Literal('indicator')]), id }, closed), Type.Null()], {
  description: '対象が体系の要素のときは kind: node、指標のときは kind: indicator とし、id に識別子を書いてください。計画の全体のときは省いてください。',
}));
const namedDepartment = Type.Object({ id, name: line }, { ...closed, description: '部署の識別子と、その日の名称を書いてください。' });
const formerItem = { id, number: line, title: line };
const owner = Type.Union([id, Type.Object({ collective: line }, closed)], { description: '部署の識別子か、「collective: 関係各課」のように総称を書いてください。' });
const figure = Type.Object({ label: line, fiscalYear: year, printed: Type.String({ maxLength: 100, description: '印刷された値を " " で囲んで書いてください（例："90.0以下 ※３"）。' }), asOf: Type.Optional(day) }, closed);

const node = Type.Cyclic({
  Node: Type.Object({
    id, number: line, title: line,
    alsoPrinted: Type.Optional(variants),
    description: Type.Optional(paragraphs),
    responsible: Type.Optional(Type.Array(owner)),
    relistingOf: Type.Optional(Type.Union([id, Type.Null()], { description: '再掲の元の識別子を書いてください。' })),
    children: Type.Optional(Type.Array(Type.Ref('Node'))),
  }, closed),
}, 'Node');

export const planSchema = Type.Object({
  format: Type.Literal('ayumi-plan/1', { description: 'format: ayumi-plan/1 と書いてください。' }),
  municipality: Type.Object({
    code: Type.String({ pattern: '^\\d{6}$', description: '検査数字を含む６桁の全国地方公共団体コードを " " で囲んで書いてください（例："132195"）。' }),
    name: line,
    fiscalYearLabels: Type.Object({
      firstReiwaYear: Type.Union([Type.Literal('平成31年度'), Type.Literal('令和元年度')], { description: '2019年度の呼び方を「平成31年度」か「令和元年度」で書いてください。' }),
      digits: Type.Union([Type.Literal('single-full-width'), Type.Literal('full-width'), Type.Literal('half-width')], { description: '数字の幅を single-full-width（一桁は全角）、full-width、half-width のいずれかで書いてください。' }),
    }, closed),
    licence: Type.Optional(Type.Union([Type.Literal('PDL-1.0'), Type.Literal('CC-BY-4.0')], { description: '公表するデータの利用条件を PDL-1.0（公共データ利用規約第1.0版）か CC-BY-4.0 で書き、決めていなければ省いてください。' })),
  }, closed),
  plan: Type.Object({
    id, title: line,
    adopted: Type.Optional(monthOrDay),
    period: Type.Optional(Type.Union([Type.Object({ from: year, to: year }, closed), Type.Null()], { description: '計画期間を from と to の年度（西暦）で書き、記載がなければ null にしてください。' })),
    alsoPrinted: Type.Optional(variants),
    headquarters: Type.Optional(Type.Union([Type.Object({ name: line, chair: Type.Optional(Type.Union([line, Type.Null()])) }, closed), Type.Null()], { description: '本部の名称（name）と長（chair）を書き、なければ null にしてください。' })),
    parents: Type.Optional(Type.Array(Type.Object({ title: line, adopted: Type.Optional(monthOrDay) }, closed))),
  }, closed),
  levels: Type.Array(Type.Object({ id, name: line }, closed), { minItems: 1, maxItems: 8, description: '階層を上から順に、１から８まで並べてください。' }),
  departments: Type.Array(Type.Object({ id, name: line }, closed), { description: '部署を id と name の組で並べてください。' }),
  tree: Type.Array(node, { minItems: 1, description: '体系の一番上の階層の要素を並べてください。' }),
  indicators: Type.Array(Type.Object({
    id, number: line, title: line,
    unit: Type.Union([line, Type.Null()], { description: '単位を書き、記載がなければ null にしてください。' }),
    definition: Type.String({ maxLength: 2_000, description: '指標の説明を2,000文字以内で書いてください。' }),
    kind: Type.Union([Type.Literal('increase'), Type.Literal('decrease'), Type.Literal('keep-at-least'), Type.Literal('keep-at-most'), Type.Literal('range')], {
      description: '指標の種類を increase（増やす）、decrease（減らす）、keep-at-least（下回らない）、keep-at-most（上回らない）、range（範囲）から選んで書いてください。',
    }),
    series: Type.Optional(Type.Array(Type.Object({
      id, title: line, judged: Type.Optional(Type.Boolean()), from: Type.Optional(Type.Union([year, Type.Null()], { description: '系列の始まりの年度を西暦の整数で書いてください。' })),
    }, closed), { minItems: 1 })),
    baseline: figure, target: figure,
    related: Type.Optional(Type.Array(id)),
  }, closed), { description: '指標を並べてください。指標がなければ [] と書いてください。' }),
  changes: Type.Optional(Type.Array(Type.Object({
    id,
    kind: Type.Union([Type.Literal('added'), Type.Literal('merged'), Type.Literal('stopped'), Type.Literal('finished')], { description: '計画の変更の種類を added（追加）、merged（統合）、stopped（中止）、finished（終了）から選んで書いてください。' }),
    fiscalYear: year, decidedOn: Type.Optional(day),
    nodes: Type.Array(id, { minItems: 1, description: '追加した項目、又は統合・中止・終了となった項目の識別子を並べてください。' }),
    into: Type.Optional(Type.Union([id, Type.Null()], { description: '統合のとき、残る項目の識別子を書いてください。' })),
    reason: line,
  }, closed), { description: '計画期間中の項目の変更を、記録した順に並べてください。' })),
  succession: Type.Optional(Type.Union([Type.Object({
    from: Type.Object({ id, title: line }, { ...closed, description: '前の計画の識別子と名称を書いてください。' }),
    items: Type.Array(Type.Object({ node: id, from: Type.Optional(Type.Array(Type.Object(formerItem, closed), { description: '引き継いだ前の計画の項目を並べてください。新規の項目は省いてください。' })) }, closed), { description: 'この計画の項目ごとに、前の計画のどの項目から引き継いだかを書いてください。' }),
    ended: Type.Optional(Type.Array(Type.Object({ ...formerItem, reason: line }, closed), { description: '引き継がなかった前の計画の項目を、理由とともに並べてください。' })),
  }, closed), Type.Null()], { description: '前の計画から移行したときは、項目の対応を書いてください。' })),
}, { ...closed, $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'あゆみ 計画（ayumi-plan/1）' });

export const reportSchema = Type.Object({
  format: Type.Literal('ayumi-report/1', { description: 'format: ayumi-report/1 と書いてください。' }),
  plan: id,
  fiscalYear: year,
  edition: Type.Object({
    number: Type.Integer({ minimum: 1, maximum: 999, description: '版の番号を１からの整数で書いてください。' }),
    issuedOn: Type.Optional(day),
    correctionReason: Type.Optional(Type.Union([line, Type.Null()], { description: '第２版からは、訂正の理由を500文字以内で書いてください。' })),
  }, closed),
  preface: Type.Optional(Type.Array(Type.Object({ id, heading: line, paragraphs }, closed))),
  notes: Type.Optional(Type.Array(Type.Object({ mark: Type.String({ pattern: '[0-9０-９]', maxLength: 10, description: '注の印を番号とともに書いてください（例：※１）。' }), text }, closed))),
  measurements: Type.Array(Type.Object({
    indicator: id, label: line,
    printed: Type.String({ maxLength: 100, description: '印刷された値を " " で囲んで書いてください（例："37.0（60.3）※１"）。' }),
    valueYear: Type.Optional(year), asOf: Type.Optional(day),
    standing: Type.Optional(Type.Union([Type.Literal('confirmed'), Type.Literal('provisional'), Type.Literal('reference'), Type.Null()], { description: 'confirmed（確定値）、provisional（速報値）、reference（参考値）のいずれかを書き、記載がなければ null にしてください。' })),
    series: Type.Optional(id), alternativeSeries: Type.Optional(Type.Union([id, Type.Null()], { description: '（）内の値の系列の識別子を書いてください。' })),
  }, closed)),
  reports: Type.Array(Type.Object({ initiative: id, responsiblePrinted: line, reporters: Type.Optional(Type.Array(id)), paragraphs: reportedParagraphs }, closed)),
  opinions: Type.Optional(Type.Array(Type.Object({
    id, fiscalYear: year, subject,
    body: Type.Union([Type.Literal('advisory-council'), Type.Literal('assembly'), Type.Literal('external-reviewers')], { description: '機関の種類を advisory-council（審議会）、assembly（議会）、external-reviewers（外部評価委員）から選んで書いてください。' }),
    bodyName: Type.Optional(Type.Union([line, Type.Null()], { description: '機関の名称を書いてください。氏名は書かないでください。' })),
    statedOn: aDay, paragraphs: lines, decidedOn: aDay,
    responses: Type.Optional(Type.Array(Type.Object({
      kind: Type.Union([Type.Literal('response'), Type.Literal('follow-up')], { description: 'response（対応）か follow-up（その後の状況）と書いてください。' }),
      department: namedDepartment, respondedOn: aDay, paragraphs: lines,
    }, closed), { description: '市の対応と、その後の状況を、日付の順に並べてください。' })),
  }, closed), { description: '公表する外部の意見を並べてください。' })),
  decisions: Type.Optional(Type.Array(Type.Object({
    id, subject, title: line, meeting: Type.Object({ title: line, heldOn: aDay }, closed), paragraphs: lines,
    assessment: Type.Optional(Type.Union([line, Type.Null()], { description: '評価の名称を書いてください。評価しなかったときは省いてください。' })),
    explanation: Type.Optional(Type.Array(text, { description: '評価の理由を、段落ごとに書いてください。' })),
    instructions: Type.Optional(Type.Array(Type.Object({ departments: Type.Array(namedDepartment), paragraphs: lines, answerIn: year }, closed), { description: '公表する本部指示を並べてください。' })),
  }, closed), { description: '公表する本部の決定を、議題の順に並べてください。' })),
}, { ...closed, $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'あゆみ 年次報告（ayumi-report/1）' });

// The schema and the domain's rows are one shape: either side that drifts stops the type check here.
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const planShapeAgrees: Same<Static<typeof planSchema>['indicators'], PlanBundle['indicators']> = true;
export const planChangesAgree: Same<Pick<Static<typeof planSchema>, 'changes' | 'succession'>, Pick<PlanBundle, 'changes' | 'succession'>> = true;
export const reportShapeAgrees: Same<Pick<Static<typeof reportSchema>, 'reports' | 'opinions' | 'decisions'>, Pick<ReportBundle, 'reports' | 'opinions' | 'decisions'>> = true;
