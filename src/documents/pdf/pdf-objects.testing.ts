import { inflateSync } from 'node:zlib';

// Reads the objects of a PDF that our compiler wrote, from ISO 32000-1 and not from the compiler: for tests, which must not depend
// on programs of the host. It knows what such files hold: a classic cross-reference table, Flate, no encryption, no object streams.

export interface Reference { readonly object: number }
export interface Name { readonly name: string }
export type PdfValue = null | boolean | number | string | Name | Reference | PdfValue[] | PdfDictionary;
export interface PdfDictionary { readonly entries: ReadonlyMap<string, PdfValue> }

/** A PDF as its objects. Strings are decoded where they are texts; strings of glyphs are latin1. */
export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** Follows references until there is a value. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The value under a key of a dictionary, followed; null where there is none. */
  get(dictionary: PdfValue | undefined, key: string): PdfValue;
  /** The bytes of a stream, inflated, as latin1. */
  stream(reference: PdfValue | undefined): string;
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => typeof value === 'object' && value !== null && 'entries' in value;
export const isReference = (value: PdfValue | undefined): value is Reference => typeof value === 'object' && value !== null && 'object' in value;
/** The text of a name: /P is P. Null for anything else. */
export const nameOf = (value: PdfValue | undefined): string | null => (typeof value === 'object' && value !== null && 'name' in value ? value.name : null);

/** @throws where the file is not as ISO 32000-1 wants it, as far as it is read */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start));
  if (!table) throw new Error('The file has no classic cross-reference table.');
  const first = start + table[0].length;
  const offsets = Array.from({ length: Number(table[1]) }, (_, index) => Number(text.slice(first + index * 20, first + index * 20 + 10)));
  const trailerAt = text.indexOf('trailer', first);
  const trailer = new Tokens(text, trailerAt + 'trailer'.length).value();
  if (!isDictionary(trailer)) throw new Error('The file has no trailer.');
  const known = new Map<number, { readonly value: PdfValue; readonly end: number }>();
  const load = (object: number) => {
    let found = known.get(object);
    if (!found) {
      const head = new RegExp(`${object} 0 obj\\s`, 'y');
      head.lastIndex = offsets[object] ?? text.length;
      if (!head.test(text)) throw new Error(`Object ${object} is not where the table says.`);
      const tokens = new Tokens(text, head.lastIndex);
      known.set(object, (found = { value: tokens.value(), end: tokens.at }));
    }
    return found;
  };
  const resolve = (value: PdfValue | undefined): PdfValue => (isReference(value) ? resolve(load(value.object).value) : value ?? null);
  const get = (dictionary: PdfValue | undefined, key: string): PdfValue => {
    const whole = resolve(dictionary);
    return isDictionary(whole) ? resolve(whole.entries.get(key)) : null;
  };
  return {
    trailer, resolve, get,
    stream: (reference) => {
      if (!isReference(reference)) throw new Error('A stream is always an object of its own.');
      const { value, end } = load(reference.object);
      const begin = /\s*stream\r?\n/y;
      begin.lastIndex = end;
      if (!begin.test(text)) throw new Error(`Object ${reference.object} is no stream.`);
      const content = bytes.subarray(begin.lastIndex, begin.lastIndex + Number(get(value, 'Length')));
      return (get(value, 'Filter') === null ? Buffer.from(content) : inflateSync(content)).toString('latin1');
    },
  };
}

/** A text string of PDF: UTF-16 with its mark, else a byte a character. */
export function textString(bytes: string): string {
  return bytes.startsWith('\xfe\xff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes;
}

/** Values and operators one after the other, in a file or in the content of a page. */
export class Tokens {
  at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; an operator is given as a name that begins with a blank. Undefined at the end. */
  next(): PdfValue | undefined {
    this.#skip();
    return this.at < this.#text.length ? this.value() : undefined;
  }

  value(): PdfValue {
    this.#skip();
    const text = this.#text;
    const character = text[this.at];
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (character === '<') return Buffer.from(this.#take(/<([0-9A-Fa-f\s]*)>/y)[1]!.replace(/\s/g, ''), 'hex').toString('latin1');
    if (character === '(') return this.#string();
    if (character === '[') return this.#array();
    if (character === '/') return { name: this.#take(/\/([^\s()<>[\]{}/%]*)/y)[1]!.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) };
    const reference = /(\d+) \d+ R(?![A-Za-z])/y;
    reference.lastIndex = this.at;
    const found = reference.exec(text);
    if (found) {
      this.at = reference.lastIndex;
      return { object: Number(found[1]) };
    }
    const word = this.#take(/[^\s()<>[\]{}/%]+/y)[0];
    if (/^[-+]?[\d.]+$/.test(word)) return Number(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { name: ` ${word}` };
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.#skip(); !this.#text.startsWith('>>', this.at); this.#skip()) {
      const key = nameOf(this.value());
      if (key === null) throw new Error(`A key of a dictionary is no name, before ${this.at}.`);
      entries.set(key, this.value());
    }
    this.at += 2;
    return { entries };
  }

  #array(): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (this.#skip(); this.#text[this.at] !== ']'; this.#skip()) values.push(this.value());
    this.at += 1;
    return values;
  }

  /** Balanced brackets in a string need no escape. */
  #string(): string {
    const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };
    let depth = 0;
    let string = '';
    do {
      const character = this.#text[this.at] ?? '';
      if (character === '') throw new Error('A string does not end.');
      this.at += 1;
      if (character === '\\') {
        const escape = this.#take(/[0-7]{1,3}|[\s\S]/y)[0];
        string += /^[0-7]/.test(escape) ? String.fromCharCode(parseInt(escape, 8)) : named[escape] ?? escape;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth > 1 || (depth === 1 && character !== '(') || (depth === 1 && string !== '')) string += character;
    } while (depth > 0);
    return string;
  }

  #skip(): void {
    const blank = /(?:\s|\0|%[^\r\n]*)*/y;
    blank.lastIndex = this.at;
    blank.exec(this.#text);
    this.at = blank.lastIndex;
  }

  #take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (!found) throw new Error(`${JSON.stringify(this.#text.slice(this.at, this.at + 20))} is no value of PDF.`);
    this.at = pattern.lastIndex;
    return found;
  }
}
