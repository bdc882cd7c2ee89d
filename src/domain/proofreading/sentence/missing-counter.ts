import { matchesOf, sentenceRule } from '../rule.ts';

/** 「登録児童は512であった」: a topic, a bare number and the end. */
const bareNumber = /([一-龠々ァ-ヶー]{2,})[はが](?:、|約|延べ|およそ|計|合計)?([0-9０-９][0-9０-９,，]*(?:万|億|千)?)(?=(?:であった|であり|で[、。あ]|となった|となり|だった|にとどまった|に達した|に上った|でした|となりました))/g;
/** Figures that have no counter: ratios, indexes, scores, and years of calendars. */
const pure = /(?:率|比|指数|係数|倍率|比率|割合|平均|点|得点|スコア|値|番号|順位|年|密度|出生率|収支|ＩＳ|数)$/;
/** What is counted in yen. */
const money = /(?:額|費|料|金|予算|決算|経費|費用|歳入|歳出|収入|支出|税|残高|単価)$/;

/** 「施設は88であった」 is said; people are counted with 人. */
const people = /(?:[者員人民童生客]|児童|生徒|学生|職員|住民|市民|会員)$/;

export const missingCounter = sentenceRule({
  name: 'missing-counter', title: '数に付く単位の脱落', family: 'sentence', level: 'advice',
  catches: '「登録児童は512であった」「交付額は1,080万であった」のように、人や円の単位が抜けている箇所。率や指数のように単位のないものは対象になりません。',
  why: '何を数えたのかが分からず、表に移したときに誤るおそれがあるためです。',
  example: { wrong: '交付額は1,080万であった。', right: '交付額は1,080万円であった。' },
}, function* ({ body, start }) {
  for (const { index, 0: words, 1: topic, 2: number } of matchesOf(body, bareNumber)) {
    const yen = money.test(topic!);
    if (pure.test(topic!) || !(yen ? /[万億千]$/.test(number!) : people.test(topic!))) continue;
    const from = start + index + words.length - number!.length;
    yield { start: from, end: from + number!.length, message: `「${number}」の後に、「${yen ? '円' : '人'}」などの単位が抜けていると思われます。` };
  }
});
