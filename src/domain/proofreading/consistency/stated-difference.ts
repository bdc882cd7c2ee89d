import { matchesOf, textRule, type Slip } from '../rule.ts';
import { amountPattern, amountValue } from './amount.ts';

const start = '(?<![0-9０-９.,，．億万])';
const amount = `${start}(${amountPattern})`;
const unit = '(％|%|千円|円|人|名|件|回|分|時間|日|校|団体|世帯|台|冊|か所|箇所|施設|点|本|トン|ｔ|t|kg|ｋｇ|社|店|戸|ポイント)';
const earlier = '(?:前年度|前年同月|前年同期|前年|昨年度|前回|前々年度|導入前|開始前|改定前)';
const turn = '(増|減|上昇|低下|短縮|長く|短く|縮|延び|伸び|多|少な|上回|下回)';
/** 「3億4,812万円で、前年度の2億9,640万円から5,172万円減少し」: now, then, difference. */
const nowThen = new RegExp(`${amount}${unit}(?:となった。|であった。|となり、|であり、|で、|と、|となりました。|でした。)[^。0-9０-９]{0,12}?${earlier}の${amount}${unit}(?:から|より|と比べて?|に比べて?|を)、?${amount}${unit}(?!へ|に|から)(?:の|も)?[^、。0-9０-９]{0,3}?${turn}`, 'g');
/** 「前年度の120件から30件増の160件となった」: then, difference, now. */
const thenNow = new RegExp(`${earlier}の${amount}${unit}(?:から|より|に比べて?|と比べて?)、?${amount}${unit}[^、。0-9０-９]{0,3}?${turn}[^。0-9０-９]{0,6}?(?:の|て、?|し、?|、)${amount}${unit}(?:と|で|に)`, 'g');
/** 「120件から160件へ、30件増加」: then, now, difference. */
const fromTo = new RegExp(`${amount}${unit}から、?${amount}${unit}(?:に|へ|へと|となり|まで)、?${amount}${unit}(?:の)?${turn}`, 'g');
/** 「160件（前年度比30件減、前年度120件）」 and 「160件（前年度120件）に減少」. */
const bracketed = new RegExp(`${amount}${unit}（${earlier}(?:は|：|の)?${amount}${unit}）(?:に|と|へ|で、)?[^、。0-9０-９]{0,3}?${turn}`, 'g');
/** 「160件（前年度120件）となり、30件増加」. */
const bracketedChange = new RegExp(`${amount}${unit}（${earlier}(?:は|：|の)?${amount}${unit}）[^。0-9０-９]{0,12}?${amount}${unit}(?:の)?[^、。0-9０-９]{0,3}?${turn}`, 'g');
/** 「目標の95％に対し92.4％で、上回った」. */
const against = new RegExp(`(?:目標|計画|見込み)[値額数]?(?:の|は|である)?${amount}${unit}に対し(?:て)?、?[^。0-9０-９]{0,10}${amount}${unit}(?:で|となり|であり|と)、?[^。0-9０-９]{0,10}?(上回|下回)(?=[っり])`, 'g');
/** 「前年度（120件）を下回る160件」. */
const crossed = new RegExp(`(?:${earlier}|目標|計画|見込み|予算|定員)[値額数]?（${amount}${unit}）を[^、。0-9０-９]{0,5}(上回|下回)[^、。0-9０-９]{1,4}${amount}${unit}`, 'g');
/** 「歳入が98億円、歳出が94億円で、差引額は３億円」. */
const balance = new RegExp(`歳?入[^、。0-9０-９]{0,6}[はが]${amount}(千?円)、[^、。0-9０-９]{0,6}出[^、。0-9０-９]{0,6}[はが]${amount}(千?円)[^0-9０-９]{0,6}差(?:引|し引)[^0-9０-９。]{0,8}${amount}(千?円)`, 'g');

const upward = /^(?:増|上昇|長く|延び|伸び|多|上回)$/;
const kindOf = (text: string): string => text.normalize('NFKC').replace('ポイント', '%');

export const statedDifference = textRule({
  name: 'stated-difference', title: '二つの数と差', family: 'consistency', level: 'error',
  catches: '「前年度の120件から30件増の160件」「120件から160件へ、30件増加」「前年度（120件）を下回る160件」「歳入が98億円、歳出が94億円で、差引額は３億円」のように、書かれた二つの数と、差又は増減の向きが合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、成果の意味が変わり、数の信頼を損なうためです。',
  example: { wrong: '前年度の120件から30件増の160件となった。', right: '前年度の120件から40件増の160件となった。' },
}, ({ text }) => statedDifferencesIn(text));

export function* statedDifferencesIn(text: string): Generator<Slip> {
  // Within one clause difference-from-previous says it.
  for (const match of matchesOf(text, nowThen)) if (/[。は億]/.test(match[0])) yield* compare(match, [1, 3, 5], match[7]!);
  for (const match of matchesOf(text, thenNow)) yield* compare(match, [6, 1, 3], match[5]!);
  for (const match of matchesOf(text, fromTo)) yield* compare(match, [3, 1, 5], match[7]!);
  for (const match of matchesOf(text, bracketed)) yield* compare(match, [1, 3, null], match[5]!);
  for (const match of matchesOf(text, crossed)) yield* compare(match, [4, 1, null], match[3]!);
  for (const match of matchesOf(text, bracketedChange)) yield* compare(match, [1, 3, 5], match[7]!);
  for (const match of matchesOf(text, against)) yield* compare(match, [3, 1, null], match[5]!);
  for (const match of matchesOf(text, balance)) yield* compare(match, [1, 3, 5], null);
}

type Places = readonly [now: number, then: number, difference: number | null];

/** What is wrong between the amounts at some groups of a match; the unit of each is the group after it. */
function* compare(match: RegExpExecArray, [nowAt, thenAt, differenceAt]: Places, turned: string | null): Generator<Slip> {
  const units = [nowAt, thenAt, ...(differenceAt === null ? [] : [differenceAt])].map((at) => kindOf(match[at + 1]!));
  const [now, then] = [amountValue(match[nowAt]!), amountValue(match[thenAt]!)];
  const difference = differenceAt === null ? null : amountValue(match[differenceAt]!);
  if (units.some((unitOf) => unitOf !== units[0]) || now === null || then === null || now === then) return;
  const wrongWay = turned !== null && upward.test(turned) !== now > then;
  // What is rounded to tenths differs by a tenth, and 万 with tenths likewise.
  const slack = /[.．]/.test(match[0]) ? 0.11 * (match[0].includes('万') ? 1e4 : 1) : 0;
  const wrongSize = difference !== null && Math.abs(Math.abs(now - then) - difference) > slack;
  if (!wrongWay && !wrongSize) return;
  const gap = Number(Math.abs(now - then).toFixed(2)).toLocaleString('ja');
  yield { start: match.index, end: match.index + match[0].length, message: `二つの数の差は${gap}${units[0]}${turned === null ? '' : `の${now > then ? '増' : '減'}`}です。数か語のどちらかが誤っていると思われます。` };
}
