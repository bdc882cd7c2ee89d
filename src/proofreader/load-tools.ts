import { isInCp932 } from '../documents/characters/cp932.ts';
import { isInPdfFont } from '../documents/characters/font-characters.ts';
import { loadTokenizer } from '../documents/tokenizer/tokenizer.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import type { Tools } from '../domain/proofreading/reading.ts';
import { usualKana } from '../domain/proofreading/sentence/usual-kana.ts';
import { caseUsage } from '../domain/proofreading/usage/case-usage.ts';
import { countedUsage } from '../domain/proofreading/usage/counted-usage.ts';
import { wordUsage } from '../domain/proofreading/usage/word-usage.ts';

/** All that the rules are given. Loading takes half a second and 200 MB at the first call in a process. */
export function loadTools(dictionary: Dictionary): Tools {
  // Their tables are unpacked now, so that the first who asks does not wait for them.
  countedUsage();
  caseUsage();
  wordUsage();
  usualKana();
  return { tokenize: loadTokenizer(), exchangeable: isInCp932, printable: isInPdfFont, dictionary };
}
