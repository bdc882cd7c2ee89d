import { isInCp932 } from '../documents/characters/cp932.ts';
import { isInPdfFont } from '../documents/characters/font-characters.ts';
import { loadTokenizer } from '../documents/tokenizer/tokenizer.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import type { Tools } from '../domain/proofreading/reading.ts';

/** All that the rules are given. Loading takes half a second and 200 MB at the first call in a process. */
export function loadTools(dictionary: Dictionary): Tools {
  return { tokenize: loadTokenizer(), exchangeable: isInCp932, printable: isInPdfFont, dictionary };
}
