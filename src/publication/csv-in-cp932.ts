import { encodeCp932 } from '../documents/characters/encode-cp932.ts';
import type { EditionWithDocuments, OutputFile } from './build-outputs.tsx';

/** A character that CP932 has no place for, and the lines of the file in which it stands. */
export interface MissingCharacter {
  readonly character: string;
  /** U+20BB7 */
  readonly codePoint: string;
  readonly lines: readonly number[];
}

export type CsvInCp932 = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false; readonly missing: readonly MissingCharacter[] };

/** A CSV of ours in CP932, for programs that read nothing else. Nothing is replaced: it is made whole, or every missing character is named. */
export function csvInCp932(bytes: Uint8Array): CsvInCp932 {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const encoded = encodeCp932(text);
  if (encoded.ok) return encoded;
  const lines = text.split('\r\n');
  return {
    ok: false,
    missing: encoded.missing.map((character) => ({
      character, codePoint: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      lines: lines.flatMap((line, index) => (line.includes(character) ? [index + 1] : [])),
    })),
  };
}

/** 「𠮷」（U+20BB7、3行目と7行目）, for a person. */
export function missingInWords(missing: readonly MissingCharacter[]): string {
  return missing.map(({ character, codePoint, lines }) => `「${character}」（${codePoint}、${lines.slice(0, 5).map((line) => `${line}行目`).join('、')}${lines.length > 5 ? 'など' : ''}）`).join('、');
}

/**
 * The documents of editions with their CSV files in CP932 too, in data/cp932/. A file with a character that CP932 cannot carry is
 * left out, and `say` is told which and why.
 */
export function withCp932(editions: readonly EditionWithDocuments[], say: (sentence: string) => void): EditionWithDocuments[] {
  return editions.map(({ published, documents }) => ({
    published,
    documents: [...documents, ...documents.flatMap(({ path, bytes }): OutputFile[] => {
      const name = /^data\/([^/]+\.csv)$/.exec(path)?.[1];
      if (name === undefined) return [];
      const encoded = csvInCp932(bytes);
      if (encoded.ok) return [{ path: `data/cp932/${name}`, bytes: encoded.bytes }];
      say(`${published.edition.fiscalYear}年度の ${name} は、Shift_JIS（CP932）にない文字があるため、Shift_JISでは書き出しません：${missingInWords(encoded.missing)}`);
      return [];
    })],
  }));
}
