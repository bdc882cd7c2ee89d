import { amountPattern, amountValue } from './amount.ts';

/** A number with its counter, as it stands in a text. */
export interface Quantity {
  readonly value: number;
  /** 箇所 for か所, 人 for 名. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const units = '人|名|件|回|か所|箇所|カ所|ヶ所|校|社|団体|世帯|組|台|基|冊|枚|店舗|店|本|館|園|施設|業務|事業|路線|項目|区画|筆|点|棟|戸|通|者|班|品目|品|種類|区分|分野|課|市町村|市町|市|町|村|地区|橋|公園|千円|百万円|円|㎡|平方メートル|ヘクタール|ha|トン|ｔ|キロメートル|メートル|㎞|km|ｍ|時間|分|日間|か月間|か月|年間|ポイント|％|%|パーセント|割|科目|講座|コース|会場|言語|か国|クラス|学級|チーム|隊|頭|羽|匹|株|便|系統|期|号|票|票|室|床|席|錠|着|食|杯|袋|箱|セット|kWh|kW|kg|ｋｇ';
const kanjiDigits = '一二三四五六七八九';
/** Bounded on both sides, so that a text of nothing but digits is read in linear time. */
const quantity = new RegExp(`(?:(?<![0-9０-９.,，．億万第～〜])(${amountPattern})|(?<![一二三四五六七八九十百千第数何幾])([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]))(${units})(?![目間制以])`, 'g');
const sameAs: Readonly<Record<string, string>> = { 名: '人', か所: '箇所', カ所: '箇所', ヶ所: '箇所', '%': '％', パーセント: '％', ha: 'ヘクタール', ｔ: 'トン', '㎞': 'キロメートル', km: 'キロメートル', ｍ: 'メートル', ｋｇ: 'kg' };

/** Every quantity of a text, in its order. What is counted in kanji (二校) counts with 一 to 九十九. */
export function quantitiesIn(text: string, offset = 0): Quantity[] {
  return [...text.matchAll(quantity)].flatMap(({ index, 0: words, 1: digits, 2: kanji, 3: unit }) => {
    const value = digits === undefined ? kanjiValue(kanji!) : amountValue(digits);
    return value === null || Number.isNaN(value) ? [] : [{ value, unit: sameAs[unit!] ?? unit!, start: offset + index, end: offset + index + words.length }];
  });
}

function kanjiValue(kanji: string): number {
  const [tens, ones] = kanji.includes('十') ? kanji.split('十') : ['', kanji];
  const digit = (letter: string | undefined): number => (letter ? kanjiDigits.indexOf(letter) + 1 : 0);
  return (kanji.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0) + digit(ones);
}

/** Whether the numbers differ in one digit of the same place, as a slip of the fingers leaves them. */
export function isOneDigitOff(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  return a.length === b.length && a.length >= 3 && [...a].filter((digit, at) => digit !== b[at]).length === 1;
}
