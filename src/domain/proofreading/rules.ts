import type { Rule } from './rule.ts';
import { dictionaryWord } from './consistency/dictionary-word.ts';
import { differenceFromPrevious } from './consistency/difference-from-previous.ts';
import { digitWidth } from './consistency/digit-width.ts';
import { directionOfChange } from './consistency/direction-of-change.ts';
import { enumeratedCount } from './consistency/enumerated-count.ts';
import { eraYear } from './consistency/era-year.ts';
import { impossibleDate } from './consistency/impossible-date.ts';
import { itemBullets } from './consistency/item-bullets.ts';
import { joinedWords } from './consistency/joined-words.ts';
import { kanjiNumber } from './consistency/kanji-number.ts';
import { katakanaSpelling } from './consistency/katakana-spelling.ts';
import { latinSpelling } from './consistency/latin-spelling.ts';
import { latinWidth } from './consistency/latin-width.ts';
import { lookalikeCharacters } from './consistency/lookalike-characters.ts';
import { nearSum } from './consistency/near-sum.ts';
import { officialNotation } from './consistency/official-notation.ts';
import { officialOkurigana } from './consistency/official-okurigana.ts';
import { okurigana } from './consistency/okurigana.ts';
import { partsOfWhole } from './consistency/parts-of-whole.ts';
import { periodLength } from './consistency/period-length.ts';
import { personCounter } from './consistency/person-counter.ts';
import { previousYear } from './consistency/previous-year.ts';
import { properNames } from './consistency/proper-names.ts';
import { quotedSpacing } from './consistency/quoted-spacing.ts';
import { reorderedName } from './consistency/reordered-name.ts';
import { resultTense } from './consistency/result-tense.ts';
import { reversedRange } from './consistency/reversed-range.ts';
import { sameCount } from './consistency/same-count.ts';
import { senHyaku } from './consistency/sen-hyaku.ts';
import { spellingVariants } from './consistency/spelling-variants.ts';
import { statedDifference } from './consistency/stated-difference.ts';
import { straySpace } from './consistency/stray-space.ts';
import { styleMixture } from './consistency/style-mixture.ts';
import { sumOfParts } from './consistency/sum-of-parts.ts';
import { symbolForms } from './consistency/symbol-forms.ts';
import { taigenDome } from './consistency/taigen-dome.ts';
import { thousandsSeparator } from './consistency/thousands-separator.ts';
import { unitWidth } from './consistency/unit-width.ts';
import { westernYear } from './consistency/western-year.ts';
import { wrongProduct } from './consistency/wrong-product.ts';
import { decomposedCharacter } from './print/decomposed-character.ts';
import { halfWidthKana } from './print/half-width-kana.ts';
import { invisibleCharacter } from './print/invisible-character.ts';
import { missingGlyph } from './print/missing-glyph.ts';
import { notInCp932 } from './print/not-in-cp932.ts';
import { privateCharacter } from './print/private-character.ts';
import { departmentNotResponsible } from './registry/department-not-responsible.ts';
import { departmentSilent } from './registry/department-silent.ts';
import { indicatorContradiction } from './registry/indicator-contradiction.ts';
import { indicatorUnit } from './registry/indicator-unit.ts';
import { listLength } from './registry/list-length.ts';
import { noteMarks } from './registry/note-marks.ts';
import { noteSubject } from './registry/note-subject.ts';
import { noteYear } from './registry/note-year.ts';
import { registeredNameMisspelt } from './registry/registered-name-misspelt.ts';
import { responsiblePrinted } from './registry/responsible-printed.ts';
import { sameParagraph } from './registry/same-paragraph.ts';
import { titleDiffers } from './registry/title-differs.ts';
import { unchangedSinceLastYear } from './registry/unchanged-since-last-year.ts';
import { adjectiveBeforeSuru } from './sentence/adjective-before-suru.ts';
import { attributiveBeforeVerb } from './sentence/attributive-before-verb.ts';
import { brokenEnding } from './sentence/broken-ending.ts';
import { brokenInflection } from './sentence/broken-inflection.ts';
import { brokenParallel } from './sentence/broken-parallel.ts';
import { commaAfterModifier } from './sentence/comma-after-modifier.ts';
import { doubledPunctuation } from './sentence/doubled-punctuation.ts';
import { doubledShi } from './sentence/doubled-shi.ts';
import { droppedShi } from './sentence/dropped-shi.ts';
import { eventAsSubject } from './sentence/event-as-subject.ts';
import { halfWidthPunctuation } from './sentence/half-width-punctuation.ts';
import { ikaComma } from './sentence/ika-comma.ts';
import { impossibleSequence } from './sentence/impossible-sequence.ts';
import { intransitiveWo } from './sentence/intransitive-wo.ts';
import { kanaSequence } from './sentence/kana-sequence.ts';
import { kanjiNonWord } from './sentence/kanji-non-word.ts';
import { karaKa } from './sentence/kara-ka.ts';
import { katakanaMisspelling } from './sentence/katakana-misspelling.ts';
import { kotoNiTsutomeru } from './sentence/koto-ni-tsutomeru.ts';
import { mataRepeated } from './sentence/mata-repeated.ts';
import { misconversion } from './sentence/misconversion.ts';
import { measureParticle } from './sentence/measure-particle.ts';
import { missingComma } from './sentence/missing-comma.ts';
import { missingFullStop } from './sentence/missing-full-stop.ts';
import { missingGa } from './sentence/missing-ga.ts';
import { missingNi } from './sentence/missing-ni.ts';
import { missingNo } from './sentence/missing-no.ts';
import { missingWo } from './sentence/missing-wo.ts';
import { muddledPredicate } from './sentence/muddled-predicate.ts';
import { nadoRepeated } from './sentence/nado-repeated.ts';
import { nearCompound } from './sentence/near-compound.ts';
import { needlessKa } from './sentence/needless-ka.ts';
import { nenForNendo } from './sentence/nen-for-nendo.ts';
import { niTaishiteWo } from './sentence/ni-taishite-wo.ts';
import { niYoriForYori } from './sentence/ni-yori-for-yori.ts';
import { noBeforeAdverb } from './sentence/no-before-adverb.ts';
import { noBeforeSuru } from './sentence/no-before-suru.ts';
import { noForNi } from './sentence/no-for-ni.ts';
import { noYori } from './sentence/no-yori.ts';
import { nounBeforeAdverb } from './sentence/noun-before-adverb.ts';
import { nounStopMata } from './sentence/noun-stop-mata.ts';
import { oForWo } from './sentence/o-for-wo.ts';
import { objectBecomes } from './sentence/object-becomes.ts';
import { objectInCompound } from './sentence/object-in-compound.ts';
import { oyobiComma } from './sentence/oyobi-comma.ts';
import { parallelParticles } from './sentence/parallel-particles.ts';
import { particleAfterKoto } from './sentence/particle-after-koto.ts';
import { particleAfterNumber } from './sentence/particle-after-number.ts';
import { passiveWithWo } from './sentence/passive-with-wo.ts';
import { pleonasm } from './sentence/pleonasm.ts';
import { quotedAnd } from './sentence/quoted-and.ts';
import { repeatedClause } from './sentence/repeated-clause.ts';
import { repeatedInCompound } from './sentence/repeated-in-compound.ts';
import { repeatedModifier } from './sentence/repeated-modifier.ts';
import { repeatedPhrase } from './sentence/repeated-phrase.ts';
import { repeatedWord } from './sentence/repeated-word.ts';
import { sameRootObject } from './sentence/same-root-object.ts';
import { sameTopicTwice } from './sentence/same-topic-twice.ts';
import { sentenceAfterBracket } from './sentence/sentence-after-bracket.ts';
import { singleKanjiSuru } from './sentence/single-kanji-suru.ts';
import { spokenForm } from './sentence/spoken-form.ts';
import { startsWithPunctuation } from './sentence/starts-with-punctuation.ts';
import { supportRepeated } from './sentence/support-repeated.ts';
import { swappedKanji } from './sentence/swapped-kanji.ts';
import { tameRepeated } from './sentence/tame-repeated.ts';
import { topicPredicate } from './sentence/topic-predicate.ts';
import { transposedParticle } from './sentence/transposed-particle.ts';
import { typingSlip } from './sentence/typing-slip.ts';
import { unbalancedBracket } from './sentence/unbalanced-bracket.ts';
import { unevenParallel } from './sentence/uneven-parallel.ts';
import { unnaturalJisshi } from './sentence/unnatural-jisshi.ts';
import { verbRepeated } from './sentence/verb-repeated.ts';
import { verbalNounStop } from './sentence/verbal-noun-stop.ts';
import { woBeforeIdiom } from './sentence/wo-before-idiom.ts';
import { woTwice } from './sentence/wo-twice.ts';
import { wrongParticle } from './sentence/wrong-particle.ts';
import { yoriAsFrom } from './sentence/yori-as-from.ts';

/** All rules in the order in which they have their word: where two would correct the same characters, the earlier one does. */
export const rules: readonly Rule[] = [
  dictionaryWord,
  // What the registry knows is surer than what the words alone show.
  titleDiffers, registeredNameMisspelt, noteMarks,
  doubledPunctuation, unbalancedBracket, repeatedPhrase, repeatedWord, repeatedClause, transposedParticle, swappedKanji, oForWo, noYori, noForNi, noBeforeAdverb, niYoriForYori, noBeforeSuru, attributiveBeforeVerb, adjectiveBeforeSuru, eventAsSubject, missingNi, missingWo, woBeforeIdiom, particleAfterKoto, nounBeforeAdverb, missingGa, objectInCompound, particleAfterNumber, misconversion, nearCompound, kanjiNonWord, katakanaMisspelling, droppedShi, brokenEnding, brokenInflection, kanaSequence, typingSlip, impossibleSequence, doubledShi, singleKanjiSuru, lookalikeCharacters,
  missingNo, woTwice, measureParticle, intransitiveWo, objectBecomes, passiveWithWo, wrongParticle, pleonasm, repeatedModifier, sameRootObject, supportRepeated, verbRepeated, nadoRepeated, kotoNiTsutomeru, unnaturalJisshi, niTaishiteWo, verbalNounStop,
  nounStopMata, karaKa, unevenParallel, brokenParallel, parallelParticles, sameTopicTwice, topicPredicate, muddledPredicate, mataRepeated, tameRepeated, spokenForm, quotedAnd, nenForNendo, yoriAsFrom, missingFullStop, startsWithPunctuation,
  repeatedInCompound, needlessKa, missingComma, oyobiComma, ikaComma, sentenceAfterBracket, commaAfterModifier, halfWidthPunctuation,
  impossibleDate, reversedRange, westernYear, periodLength, wrongProduct, differenceFromPrevious, statedDifference, enumeratedCount, sumOfParts, partsOfWhole, nearSum, directionOfChange, listLength, eraYear, previousYear,
  properNames, reorderedName, quotedSpacing, okurigana, officialNotation, spellingVariants, officialOkurigana, latinSpelling, katakanaSpelling, latinWidth, digitWidth,
  kanjiNumber, senHyaku, thousandsSeparator, unitWidth, symbolForms, joinedWords, itemBullets, straySpace, sameCount, personCounter, styleMixture, taigenDome, resultTense,
  responsiblePrinted, departmentNotResponsible, departmentSilent, sameParagraph, unchangedSinceLastYear, noteSubject, noteYear, indicatorUnit, indicatorContradiction,
  invisibleCharacter, privateCharacter, decomposedCharacter, halfWidthKana, missingGlyph, notInCp932,
];
