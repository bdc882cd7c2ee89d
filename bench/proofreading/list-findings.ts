// Prints every finding on the sample with its surroundings, to be judged by hand. An argument limits the list to one rule.
import { isInCp932 } from '../../src/documents/characters/cp932.ts';
import { isInPdfFont } from '../../src/documents/characters/font-characters.ts';
import { loadTokenizer } from '../../src/documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../../src/domain/proofreading/manuscript.ts';
import { proofread } from '../../src/domain/proofreading/proofread.ts';
import { komae2020 } from './sample.ts';

const manuscript = manuscriptOf(komae2020());
const texts = new Map(manuscript.texts.map((text) => [text.path, text.text]));
const findings = proofread(manuscript, { tokenize: loadTokenizer(), exchangeable: isInCp932, printable: isInPdfFont }).filter(({ rule }) => !process.argv[2] || rule === process.argv[2]);
for (const [index, { rule, level, message, quote, suggestion, places }] of findings.entries()) {
  const { path, start, end } = places[0]!;
  const text = texts.get(path) ?? '';
  console.log(`${index + 1}. [${level}] ${rule}「${quote}」${suggestion === undefined ? '' : `→「${suggestion}」`}（${places.length}か所）${message}\n     ${path}: ${text.slice(Math.max(0, start - 25), start)}【${text.slice(start, end)}】${text.slice(end, end + 25)}`);
}
console.log(`${findings.length} findings`);
