// node bench/proofreading/recall-of-reading.ts [--missed] : how much of an independent reading of the sample the findings touch.
import { readFileSync } from 'node:fs';
import { isInCp932 } from '../../src/documents/characters/cp932.ts';
import { isInPdfFont } from '../../src/documents/characters/font-characters.ts';
import { loadTokenizer } from '../../src/documents/tokenizer/tokenizer.ts';
import type { Finding, Place } from '../../src/domain/proofreading/finding.ts';
import { type Manuscript, manuscriptOf } from '../../src/domain/proofreading/manuscript.ts';
import { proofread } from '../../src/domain/proofreading/proofread.ts';
import { komae2020 } from './sample.ts';
import { wilson } from './wilson.ts';

type Weight = 'must' | 'should' | 'nice';
interface Entry { kind: string; where: string; quote: string; suggestion: string; comment: string; weight: Weight }

const { entries } = JSON.parse(readFileSync(new URL('reading-komae-2020.json', import.meta.url), 'utf8')) as { entries: Entry[] };
const manuscript = manuscriptOf(komae2020());
const findings = proofread(manuscript, { tokenize: loadTokenizer(), exchangeable: isInCp932, printable: isInPdfFont });

/** Places of a quotation; the level's name before a title and an ellipsis in the middle are not in the text itself. */
function placesOf({ texts }: Manuscript, quote: string): Place[] {
  const bare = quote.replace(/^(?:施策|方向性|基本事業|取組項目|指標)[0-9０-９]+\s*/, '');
  const parts = [quote, bare, ...bare.split(/[…／]|\.\.\./)].map((part) => part.trim()).filter((part) => part.length >= 2);
  for (const part of parts) {
    const places = texts.flatMap(({ path, text }) => {
      const start = text.indexOf(part);
      return start === -1 ? [] : [{ path, start, end: start + part.length }];
    });
    if (places.length > 0) return places;
  }
  return [];
}

const overlaps = (a: Place, b: Place): boolean => a.path === b.path && a.start < b.end && b.start < a.end;
const read = entries.map((entry) => {
  const places = placesOf(manuscript, entry.quote);
  return { entry, places, touching: findings.filter((finding) => finding.places.some((place) => places.some((own) => overlaps(own, place)))) };
});

/** The other side of a pair: 「呼び掛け」 was raised, and the finding stands on 「呼びかけ」, with 「呼び掛け」 for its suggestion. */
const isOtherSide = ({ quote, suggestion, comment }: Entry): boolean => findings.some((finding) => finding.suggestion !== undefined && finding.suggestion.length >= 2 && quote.includes(finding.suggestion) && `${suggestion} ${comment}`.includes(finding.quote));

for (const weights of [['must'], ['should'], ['nice'], ['must', 'should']] as Weight[][]) {
  const of = read.filter(({ entry, places }) => weights.includes(entry.weight) && places.length > 0);
  const found = of.filter(({ touching }) => touching.length > 0).length;
  const paired = of.filter(({ entry, touching }) => touching.length > 0 || isOtherSide(entry)).length;
  console.log(`${weights.join(' + ').padEnd(14)} ${found} of ${of.length}（${wilson(found, of.length)}）、with the other side of a pair ${paired}（${wilson(paired, of.length)}）、not in the sample's texts: ${read.filter(({ entry, places }) => weights.includes(entry.weight) && places.length === 0).length}`);
}
const heaviest = (finding: Finding): Weight | null => (['must', 'should', 'nice'] as const).find((weight) => read.some(({ entry, touching }) => entry.weight === weight && touching.includes(finding))) ?? null;
const judged = Map.groupBy(findings, heaviest);
console.log(`Findings: ${findings.length}; on must or should ${(judged.get('must')?.length ?? 0) + (judged.get('should')?.length ?? 0)}, on nice ${judged.get('nice')?.length ?? 0}, on nothing that the reader raised ${judged.get(null)?.length ?? 0}`);
if (process.argv.includes('--missed')) {
  for (const { entry, places, touching } of read) if (touching.length === 0 && entry.weight !== 'nice') console.log(`  ${places.length > 0 ? '-' : '?'} ${entry.weight} ${entry.kind}「${entry.quote}」→「${entry.suggestion}」`);
}
if (process.argv.includes('--unraised')) for (const { rule, level, quote, suggestion } of judged.get(null) ?? []) console.log(`  [${level}] ${rule}「${quote}」${suggestion === undefined ? '' : `→「${suggestion}」`}`);
