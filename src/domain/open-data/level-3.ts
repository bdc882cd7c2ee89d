import { isMunicipalityCode } from '../plan/municipality.ts';
import { cellsOf, columnsWithCells, numberTypes } from './data-table.ts';
import { isFilled } from './level-2.ts';
import { exception, fails, holds, noneOf, notApplicable, type Rule } from './rule.ts';

/** レベル３: what a program needs to put data of several years and offices together. */
export const level3: readonly Rule[] = [
  {
    id: 'L3-01', statement: '１行目を項目名とし、２行目からデータを書く。',
    check: ({ tables, sheets }) => noneOf(
      [...tables, ...(sheets ?? [])].filter(({ header }) => header.length < 2 || header.some((name) => name === '')).map(({ name }) => name), '全てのファイルとシートが、項目名の行から始まります。', '項目名の行から始まらないもの：',
    ),
  },
  {
    id: 'L3-02', statement: '符号で書いた選択肢の意味を示す。',
    check: (data) => noneOf(
      columnsWithCells(data).filter(({ type, description, cells }) => type === '整数' && cells.length > 0 && cells.every((cell) => cell === '0' || cell === '1') && cells.includes('0') && !/０|の数/.test(description)).map(({ file, column }) => `${file}の「${column}」`),
      '選択肢は言葉で書いています。符号で書いた「括弧内」（１と０）の意味は、「列の説明」にあります。', '意味を示していない符号：',
    ),
  },
  {
    id: 'L3-03', statement: '数値の列に特殊な記号（秘匿など）を使うときは、意味を示す。',
    check: (data) => columnsWithCells(data).some(({ type, cells }) => numberTypes.includes(type) && cells.some((cell) => /[^\d.-]/.test(cell) || cell === '-'))
      ? fails('数値の列に記号があります。') : notApplicable('数値の列に、特殊な記号を使っていません。値がないときは空欄です。'),
  },
  {
    id: 'L3-04', statement: '数値の単位を示す。',
    check({ tables }) {
      const values = tables.find(({ name }) => name === 'measurements.csv');
      const indicators = tables.find(({ name }) => name === 'indicators.csv');
      if (!values || !indicators || indicators.records.length === 0) return notApplicable('単位のある数値はありません。');
      if (!values.header.includes('単位')) return fails('measurements.csv に単位の列がありません。');
      const titles = cellsOf(indicators, '指標名');
      const without = cellsOf(indicators, '単位').flatMap((unit, index) => (unit === '' ? [`「${titles[index] ?? ''}」`] : []));
      const shares = '割合の列は、項目名に（％）と書いています。';
      return without.length === 0 ? holds(`全ての指標の値に、単位の列があります。${shares}`)
        : exception(`単位の列があります。${shares}次の指標は、元の資料に単位が書かれていないため、空欄です：${without.slice(0, 5).join('、')}${without.length > 5 ? `ほか${without.length - 5}件` : ''}。`);
    },
  },
  {
    id: 'L3-05', statement: '時間を西暦で書くか、和暦に西暦を添える。',
    check: (data) => noneOf(
      [
        ...data.tables.filter((table) => !isFilled(table, '年度（西暦）') || cellsOf(table, '年度（西暦）').some((year) => !/^\d{4}$/.test(year))).map(({ name }) => name),
        ...data.tables.filter(({ header }) => header.some((column) => column.endsWith('（和暦）') && !header.includes(column.replace('（和暦）', '（西暦）')))).map(({ name }) => name),
        ...columnsWithCells(data).filter(({ type, cells }) => type.startsWith('日付') && cells.some((cell) => cell !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(cell))).map(({ file, column }) => `${file}の「${column}」`),
      ],
      '全てのファイルに、年度の西暦と和暦の列が並んでいます。日付は、西暦の年-月-日です。', '西暦がないもの：',
    ),
  },
  {
    id: 'L3-06', statement: '地域コードか、正式な地域名を書く。',
    check: ({ tables }) => noneOf(
      tables.filter((table) => !isFilled(table, '地方公共団体名') || !isFilled(table, '全国地方公共団体コード') || cellsOf(table, '全国地方公共団体コード').some((code) => !isMunicipalityCode(code))).map(({ name }) => name),
      '全ての行に、全国地方公共団体コード（検査数字を含む６桁）と地方公共団体名があります。', 'コードか名称がないもの：',
    ),
  },
  {
    id: 'L3-07', statement: '年によって、項目名や構造を大きく変えない。',
    check({ tables, otherYears }) {
      if (otherYears.length === 0) return notApplicable('公表した年度が一つのため、比べる年度がありません。');
      const changed = otherYears.flatMap(({ fiscalYear, headers }) => tables.filter(({ name, header }) => headers.has(name) && headers.get(name)?.join() !== header.join()).map(({ name }) => `${name}（${fiscalYear}年度と異なる）`));
      return noneOf(changed, `${otherYears.map(({ fiscalYear }) => fiscalYear).join('、')}年度と、全てのファイルの項目名と並びが同じです。`, '項目名が変わったもの：');
    },
  },
  {
    id: 'L3-08', statement: '項目の定義、更新の履歴、文字コードなどを示す。',
    check: ({ tables, dictionary }) => noneOf(
      [
        ...tables.filter(({ name }) => name !== 'columns.csv').flatMap(({ name, header }) => header.filter((column) => !dictionary.some((fact) => fact.file === name && fact.column === column && fact.description !== '')).map((column) => `${name}の「${column}」の説明`)),
        ...tables.filter(({ encoding }) => encoding !== 'utf-8-bom').map(({ name }) => `${name}の文字コード`),
        ...(tables.some(({ name, header }) => name === 'plan.csv' && ['版番号', '公表日', 'ハッシュ値（SHA-256）'].every((column) => header.includes(column))) ? [] : ['版の履歴']),
      ],
      '全ての列の定義を「列の説明」に、版番号、公表日及びハッシュ値を plan.csv に書いています。CSVの文字コードは、UTF-8（BOM付き）です。プログラムで扱うときは、英数字の項目名を持つ edition.json を使えます。', '示していないもの：',
    ),
  },
  {
    id: 'L3-09', statement: '時点や項目を列に並べず、値を１行に一つずつ書く（縦持ち）。',
    check: ({ tables }) => noneOf(
      tables.flatMap(({ name, header }) => header.filter((column) => /(?:19|20)\d\d|(?:昭和|平成|令和)[\d０-９元]/.test(column)).map((column) => `${name}の「${column}」`)),
      '年度は列ではなく行で表し、指標の値は measurements.csv に１行に一つずつ書いています。', '年度が列名に入っているもの：',
    ),
  },
];
