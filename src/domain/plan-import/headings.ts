import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { ColumnRole } from './mapping.ts';
import { bareHeading } from './text-forms.ts';
import { readYearLabel } from './year-label.ts';

/** What a heading means by its words alone. */
export interface Suggestion {
  readonly role: ColumnRole | 'number' | 'year-figure';
  /** Name of the level, for the roles that have one. */
  readonly levelName?: string;
  readonly fiscalYear?: FiscalYear;
  readonly reason: string;
}

const levelWords = [
  'まちの姿', '将来像', '将来都市像', '基本目標', '重点目標', '政策目標', '政策分野', '分野', '政策', '大綱', '基本方針', '取組方針', '推進方針', '方針', '戦略', '基本戦略',
  '重点施策', '基本施策', '個別施策', '主要施策', '施策の方向性', '施策の方向', '施策の展開', '施策', '方向性', '取組の方向性', '重点プロジェクト', 'プロジェクト',
  '基本事業', '主要事業', '重点事業', '個別事業', '実施事業', '事務事業', '事業', '推進項目', '改革項目', '実施項目', '重点項目', '取組項目', '取組事項', '取組事業',
  '具体的な取組', '具体的取組', '主な取組', '主要な取組', '主要取組', '個別取組', '取組', 'アクションプラン', 'アクション', '大項目', '中項目', '小項目', '細項目', '大分類', '中分類', '小分類', '項目', '章', '節', '柱',
];
const levels = levelWords.toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll('取組', '取り?組み?')).join('|');
const levelTitle = new RegExp(`^(${levels})(名|名称|題名|タイトル|の名称|の名前)?$`);
const levelNumber = new RegExp(`^(${levels})(の)?(番号|No\\.?|№|コード|ID|連番)$`, 'i');
const relatedLevel = new RegExp(`^(関連|対応|該当)(する)?(${levels})(名|番号|No\\.?)?$`, 'i');
const numberAlone = /^((整理|項目|通し|管理)?番号|No\.?|№|#|項番|通番|連番|コード|ID)$/i;
const departments = /^(担当|所管|主管|所轄)$|^(主な?)?(推進|担当|所管|主管|関係|関連|責任|実施|主担当|主たる担当|取りまとめ|とりまとめ)?(部署|部課|部局|部課室|課室|課|所属|部|室|課\(室\)|課等|部・?課|主体|課\/?係)(名|名称|等|\(室\))?$/;
const indicatorWord = '(成果|活動|数値|評価|達成|管理)?(指標|KPI|目標指標|数値目標|成果目標)';
const indicatorTitle = new RegExp(`^${indicatorWord}(名|名称|の名称|項目|の内容)?(\\(.*\\))?$`, 'i');
const indicatorNumber = new RegExp(`^${indicatorWord}(番号|No\\.?|№)$`, 'i');
const definition = new RegExp(`^(${indicatorWord}の?(説明|定義|考え方|内訳|算出方法|出典))$|^(定義|算出(方法|根拠|式)|算定(方法|式)|計算(式|方法)|把握方法|測定方法|出典)$`, 'i');
const unit = new RegExp(`^(${indicatorWord}の?)?単位$`, 'i');
const baselineWords = /基準(値|年度値)?|現状(値)?$|現状値|時点値|当初値?|策定時|開始時|初期値/;
const measurementWords = /実績値|測定値|現在値|速報値|確定値/;
const report = /(取組|取り組み|進捗|実施|達成|推進)の?(状況|実績|結果|経過)|^実績$|実績内容|年度の?(取組|実績|成果)$|進捗$/;
const description = /^(.*の)?(概要|内容|説明|趣旨|目的|ねらい|狙い|取組内容|事業内容|事業概要|取組概要|取り組み内容|具体的な?(取組)?内容|実施内容|現状と課題|施策の概要)$/;
const rowLevel = /^(階層|区分|種別|レベル|体系区分|体系)$/;
const date = /^(基準日|時点|調査日|現在日|基準時点)$/;

/** Reads a heading; the rows of a heading are joined with ／. Null where its words say nothing. */
export function suggestRole(heading: string): Suggestion | null {
  const parts = heading.split('／').map(bareHeading).filter((part) => part !== '');
  if (parts.length === 0) return null;
  return byWords(parts.join('')) ?? (parts.length > 1 ? byWords(parts.at(-1)!) ?? byYear(heading, parts.join('')) : null);
}

function byWords(words: string): Suggestion | null {
  const reason = `見出し「${words}」から`;
  if (words.includes('再掲')) return { role: 'relisting', reason };
  if (relatedLevel.test(words)) return { role: 'related', reason };
  if (indicatorNumber.test(words)) return { role: 'indicator-number', reason };
  if (definition.test(words)) return { role: 'indicator-definition', reason };
  if (unit.test(words)) return { role: 'indicator-unit', reason };
  if (date.test(words)) return { role: 'indicator-date', reason };
  if (departments.test(words)) return { role: 'departments', reason };
  const numbered = levelNumber.exec(words);
  if (numbered) return { role: 'level-number', levelName: numbered[1]!, reason };
  const titled = levelTitle.exec(words);
  if (titled) return { role: 'level-title', levelName: titled[1]!, reason };
  const figure = byYear(words, words);
  if (figure) return figure;
  if (indicatorTitle.test(words)) return { role: 'indicator-title', reason };
  if (report.test(words)) return { role: 'report', ...yearOf(words), reason };
  if (description.test(words)) {
    const of = new RegExp(`^(${levels})の`).exec(words)?.[1] ?? new RegExp(`^(${levels})(概要|説明|内容)$`).exec(words)?.[1];
    return { role: 'description', ...(of !== undefined && { levelName: of }), reason };
  }
  if (rowLevel.test(words)) return { role: 'row-level', reason };
  if (numberAlone.test(words)) return { role: 'number', reason };
  if (/^(題名|名称|タイトル|件名|項目名|名)$/.test(words)) return { role: 'row-title', reason };
  return null;
}

/** Columns of figures: 令和６年度末目標値, 基準値（H30）, R2実績値; a year alone is a figure too. */
function byYear(heading: string, words: string): Suggestion | null {
  const year = readYearLabel(heading);
  const fiscalYear = year ? { fiscalYear: year.fiscalYear } : {};
  const reason = `見出し「${words}」から${year ? `（${year.fiscalYear}年度）` : ''}`;
  const figure = /値/.test(words) || words.length <= 16;
  if (!/^(数値目標|成果目標|目標指標)/.test(words) && figure && /目標/.test(words) && !/目標達成|達成状況|方針|基本目標|設定/.test(words)) return { role: 'indicator-target', ...fiscalYear, reason };
  if (figure && baselineWords.test(words)) return { role: 'indicator-baseline', ...fiscalYear, reason };
  if (figure && measurementWords.test(words)) return { role: 'indicator-measurement', ...fiscalYear, reason };
  if (year && /^[(]?(令和|平成|[RH]|20)[0-9元]+(年度|年)?(末|度末)?[)]?$/i.test(words)) return { role: 'year-figure', ...fiscalYear, reason };
  return null;
}

function yearOf(words: string): { fiscalYear?: FiscalYear } {
  const year = readYearLabel(words);
  return year ? { fiscalYear: year.fiscalYear } : {};
}

/** The word for a level with which a line begins, where a number follows it; the longest that fits. */
export function levelWordOf(text: string): string | null {
  const word = new RegExp(`^(${levels})(?=[0-9(①-⑳Ⅰ-Ⅻ一-十])`).exec(bareHeading(text))?.[1];
  return word ?? null;
}

/** The levels that the words of this product know by id, and the letter with which ids of their elements begin. */
export const knownLevels: Readonly<Record<string, { readonly id: string; readonly letter: string }>> = {
  施策: { id: 'measure', letter: 'm' }, 方向性: { id: 'direction', letter: 'd' }, 基本事業: { id: 'basic-project', letter: 'b' }, 取組項目: { id: 'initiative', letter: 'i' },
};
