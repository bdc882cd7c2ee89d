import { fieldNames } from '../round/round.ts';

/** The tables of a workbook; each has a sheet of its own. */
export type SurveyTable = 'orders' | 'progress' | 'effects' | 'indicators';

export const sheetNames: Readonly<Record<SurveyTable | 'guide' | 'identity', string>> = {
  guide: '記入要領', orders: '本部指示', progress: '取組状況', effects: '効果額', indicators: '指標', identity: '識別情報',
};

/** A column by its stable key. The department may move, rename or surround it: it is found by the key, or by its heading. */
export interface SurveyColumn {
  readonly key: string;
  readonly heading: string;
  /** Whether the department writes in it. */
  readonly answer: boolean;
}

const fixed = (key: string, heading: string): SurveyColumn => ({ key, heading, answer: false });
const answer = (key: string, heading: string): SurveyColumn => ({ key, heading, answer: true });
/** At the end of every table, hidden: the key of the row. A hidden column among those that stay in sight would shift them. */
const rowKey = fixed('key', '照会の識別子');
const department = fixed('department', '部署');

export const surveyColumns = {
  orders: [department, fixed('number', '番号'), fixed('title', '取組項目'), fixed('order', '本部指示'), answer('orderAnswer', '本部指示への回答'), rowKey],
  progress: [
    department, fixed('number', '番号'), fixed('title', '取組項目'), fixed('description', '計画の記述'), fixed('lastYear', '前の年度の報告'),
    answer('outcome', 'この年度にしたこと'), answer('text', fieldNames.progress), answer('selfAssessment', fieldNames.selfAssessment), answer('issues', fieldNames.issues),
    answer('nextYear', fieldNames.nextYear), fixed('state', '状態'), rowKey,
  ],
  effects: [department, fixed('number', '番号'), fixed('title', '取組項目'), answer('effectPrinted', '効果額'), answer('effectKind', '種類'), answer('effectMethod', '算出方法'), rowKey],
  indicators: [
    department, fixed('number', '番号'), fixed('title', '指標'), fixed('description', '説明'), fixed('baseline', '基準値'), fixed('target', '目標値'), fixed('lastYear', '前の年度の値'),
    answer('printed', 'この年度の値'), answer('series', '値の系列'), answer('alternative', '併記する値'), answer('alternativeSeries', '併記する値の系列'), answer('asOf', '値の時点'), answer('standing', '値の確かさ'), answer('note', '注'), fixed('state', '状態'), rowKey,
  ],
} as const satisfies Readonly<Record<SurveyTable, readonly SurveyColumn[]>>;

export const surveyTables = Object.keys(surveyColumns) as SurveyTable[];

/** Columns that only an indicator of so many series has. */
export const seriesColumns = { series: 2, alternative: 2, alternativeSeries: 3 } as const;

/** Effect amounts that can be added beside those that are there: rows of the sheet 効果額 an item. */
export const spareEffects = 2;

/** Stands in a cell whose text Excel has no room for; a cell that says so says nothing about the answer. */
export const tooLongForCell = '（文章が長いため、この表では編集できません。あゆみの画面で編集してください。）';
/** Characters (UTF-16) that a cell of Excel takes. */
export const longestCell = 32_767;

/** Texts are compared without regard to width, blanks and case where a heading or a choice is looked for; never to be kept. */
export function foldLabel(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}
