/** One difference between two editions: where it stands, what was printed, what is printed now. Null where there was or is nothing. */
export interface EditionChange {
  /** What kind of text or number it is, for tables and for machines. */
  readonly kind: ChangeKind;
  /** The node or indicator that it belongs to, or null. */
  readonly subject: { readonly kind: 'node' | 'indicator'; readonly id: string } | null;
  /** Id of the paragraph of a year's report that it belongs to (p2), part of its permanent address; null elsewhere. */
  readonly paragraph: string | null;
  /** As a reader looks it up: 取組項目05 ICT人財の育成　段落2. */
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type ChangeKind = 'plan' | 'preface' | 'structure' | 'title' | 'description' | 'responsible' | 'paragraph' | 'indicator' | 'figure' | 'judgement' | 'note' | 'department' | 'plan-change' | 'succession' | 'opinion' | 'decision';

/** Names for readers. */
export const changeKindNames: Readonly<Record<ChangeKind, string>> = {
  plan: '計画', preface: '前文', structure: '体系', title: '題名', description: '計画の記述', responsible: '推進部署', paragraph: '取組状況',
  indicator: '指標', figure: '指標の値', judgement: '判定', note: '指標の注', department: '部署',
  'plan-change': '計画の変更', succession: '前の計画からの移行', opinion: '外部の意見', decision: '本部の決定',
};
