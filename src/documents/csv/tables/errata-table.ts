import { changeKindNames, type EditionChange } from '../../../domain/edition/edition-change.ts';
import type { Correction, Edition } from '../../../domain/edition/edition.ts';
import { type Table, tableOf } from './column.ts';

interface Erratum {
  readonly order: number;
  readonly corrects: Correction;
  readonly change: EditionChange;
}

const subjects = { node: '要素', indicator: '指標' } as const;

/** 正誤表: one row a correction. A first edition has none, and no such table. */
export function errataTables(edition: Edition): Table[] {
  const { corrects } = edition;
  if (!corrects) return [];
  const rows = corrects.changes.map((change, index): Erratum => ({ order: index + 1, corrects, change }));
  return [tableOf({ id: 'errata', title: '正誤表', description: '前の版からの訂正。１行が一つの訂正。' }, [
    { name: '順', type: 'integer', description: '正誤表の順。', value: ({ order }) => order },
    { name: '区分', type: 'text', description: '何の訂正か。', value: ({ change }) => changeKindNames[change.kind] },
    { name: '場所', type: 'text', description: '訂正した場所。', value: ({ change }) => change.place },
    { name: '誤', type: 'text', description: '訂正前の記載。空欄は記載なし。', value: ({ change }) => change.before },
    { name: '正', type: 'text', description: '訂正後の記載。空欄は記載なし。', value: ({ change }) => change.after },
    { name: '対象の種類', type: 'text', description: '要素か指標。空欄は、どちらにも属さない。', value: ({ change: { subject } }) => (subject === null ? null : subjects[subject.kind]) },
    { name: '対象のID', type: 'code', description: '要素か指標の識別子。空欄は、どちらにも属さない。', value: ({ change }) => change.subject?.id ?? null },
    { name: '段落ID', type: 'code', description: '取組状況の段落の識別子。空欄は、段落の訂正ではない。', value: ({ change }) => change.paragraph },
    { name: '訂正前の版番号', type: 'integer', description: '訂正した版の番号。', value: ({ corrects: { number } }) => number },
    { name: '訂正前の版のハッシュ値（SHA-256）', type: 'code', description: '訂正した版の内容から計算した値。', value: ({ corrects: { hash } }) => hash },
    { name: '訂正後の版番号', type: 'integer', description: 'この版の番号。', value: () => edition.number },
    { name: '訂正の理由', type: 'text', description: '訂正の理由。', value: () => edition.correctionReason },
    { name: '訂正日', type: 'date', description: 'この版を公表した日。空欄は記載なし。', value: () => edition.issuedOn },
  ], rows)];
}
