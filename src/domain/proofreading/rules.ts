import type { Rule } from './rule.ts';
import { dictionaryWord } from './consistency/dictionary-word.ts';
import { commaAfterModifier } from './sentence/comma-after-modifier.ts';
import { doubledPunctuation } from './sentence/doubled-punctuation.ts';
import { doubledShi } from './sentence/doubled-shi.ts';
import { droppedShi } from './sentence/dropped-shi.ts';
import { halfWidthPunctuation } from './sentence/half-width-punctuation.ts';
import { ikaComma } from './sentence/ika-comma.ts';
import { intransitiveWo } from './sentence/intransitive-wo.ts';
import { kotoNiTsutomeru } from './sentence/koto-ni-tsutomeru.ts';
import { mataRepeated } from './sentence/mata-repeated.ts';
import { missingFullStop } from './sentence/missing-full-stop.ts';
import { missingNi } from './sentence/missing-ni.ts';
import { missingNo } from './sentence/missing-no.ts';
import { missingWo } from './sentence/missing-wo.ts';
import { nenForNendo } from './sentence/nen-for-nendo.ts';
import { niTaishiteWo } from './sentence/ni-taishite-wo.ts';
import { noForNi } from './sentence/no-for-ni.ts';
import { noYori } from './sentence/no-yori.ts';
import { nounStopMata } from './sentence/noun-stop-mata.ts';
import { oyobiComma } from './sentence/oyobi-comma.ts';
import { parallelParticles } from './sentence/parallel-particles.ts';
import { pleonasm } from './sentence/pleonasm.ts';
import { quotedAnd } from './sentence/quoted-and.ts';
import { repeatedWord } from './sentence/repeated-word.ts';
import { sameRootObject } from './sentence/same-root-object.ts';
import { sameTopicTwice } from './sentence/same-topic-twice.ts';
import { sentenceAfterBracket } from './sentence/sentence-after-bracket.ts';
import { singleKanjiSuru } from './sentence/single-kanji-suru.ts';
import { startsWithPunctuation } from './sentence/starts-with-punctuation.ts';
import { supportRepeated } from './sentence/support-repeated.ts';
import { tameRepeated } from './sentence/tame-repeated.ts';
import { unbalancedBracket } from './sentence/unbalanced-bracket.ts';
import { unnaturalJisshi } from './sentence/unnatural-jisshi.ts';
import { verbalNounStop } from './sentence/verbal-noun-stop.ts';
import { woTwice } from './sentence/wo-twice.ts';
import { yoriAsFrom } from './sentence/yori-as-from.ts';

/** All rules in the order in which they have their word: where two would correct the same characters, the earlier one does. */
export const rules: readonly Rule[] = [
  dictionaryWord,
  doubledPunctuation, unbalancedBracket, repeatedWord, noYori, noForNi, missingNi, missingWo, droppedShi, doubledShi, singleKanjiSuru,
  woTwice, intransitiveWo, mataRepeated, tameRepeated,
  commaAfterModifier, halfWidthPunctuation, ikaComma, kotoNiTsutomeru, missingFullStop, missingNo, nenForNendo, niTaishiteWo, nounStopMata, oyobiComma, parallelParticles, pleonasm, quotedAnd, sameRootObject, sameTopicTwice, sentenceAfterBracket, startsWithPunctuation, supportRepeated, unnaturalJisshi, verbalNounStop, yoriAsFrom,
];
