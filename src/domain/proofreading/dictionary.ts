import { type Parsed, parsedUnless, type Problem } from '../problem/problem.ts';

/** One word of the city's dictionary: the form that is right here, and the forms that are to be replaced by it. */
export interface DictionaryEntry {
  readonly expected: string;
  /** Global patterns of the forms that are wrong here; empty where the entry only says that a form is right. */
  readonly patterns: readonly RegExp[];
  /** Why, in the city's words. */
  readonly reason: string | null;
}

/** The city's own dictionary in the format of prh (proofread-helper), read. */
export interface Dictionary {
  readonly entries: readonly DictionaryEntry[];
}

export const emptyDictionary: Dictionary = { entries: [] };

/** Longest pattern that is accepted. Characters. */
const longestPattern = 200;

/**
 * A document in the format of prh (version 1) to a dictionary, or every problem in it: `rules` with `expected`,
 * `pattern` or `patterns` (a word or /regular expression/), `prh` (the reason) and `specs` (from, to), which must come true.
 */
export function parseDictionary(document: unknown): Parsed<Dictionary> {
  const problems: Problem[] = [];
  const rules = isRecord(document) ? (document['rules'] ?? []) : null;
  if (!Array.isArray(rules)) {
    problems.push({ code: 'dictionary-shape', path: ['rules'], message: '用字用語辞書の形になっていません。', fix: 'rules の下に、expected（正しい語）と pattern（直す語）を並べて書いてください。' });
    return { ok: false, problems };
  }
  const entries = rules.flatMap((rule, index) => parseEntry(rule, index, problems));
  return parsedUnless(problems, () => ({ entries }));
}

function parseEntry(rule: unknown, index: number, problems: Problem[]): DictionaryEntry[] {
  const path = ['rules', index];
  const row: Record<string, unknown> = typeof rule === 'string' ? { expected: rule } : isRecord(rule) ? rule : {};
  const expected = row['expected'];
  if (typeof expected !== 'string' || expected === '') {
    problems.push({ code: 'dictionary-expected', path, message: `用字用語辞書の${index + 1}番目の語に、正しい形（expected）がありません。`, fix: 'expected に正しい形を書いてください。' });
    return [];
  }
  const given = [row['pattern'], row['patterns']].flat().filter((pattern) => typeof pattern === 'string');
  const patterns = given.flatMap((pattern) => {
    const read = readPattern(pattern);
    if (read === null) problems.push({ code: 'dictionary-pattern', path, message: `用字用語辞書の「${expected}」の型「${pattern}」を読み取れません。`, fix: '直す語をそのまま書くか、/ と / の間に正規表現を書いてください。繰返しの中の繰返しは使えません。' });
    return read === null ? [] : [read];
  });
  const reason = row['prh'];
  const entry = { expected, patterns, reason: typeof reason === 'string' ? reason : null };
  for (const spec of Array.isArray(row['specs']) ? row['specs'] : []) {
    if (isRecord(spec) && typeof spec['from'] === 'string' && applyEntry(entry, spec['from']) !== spec['to']) {
      problems.push({ code: 'dictionary-spec', path, message: `用字用語辞書の「${expected}」の例「${spec['from']}」が「${String(spec['to'])}」になりません。`, fix: '型（pattern）か例（specs）を直してください。' });
    }
  }
  return [entry];
}

/** The text with the wrong forms of one entry replaced. */
export function applyEntry({ expected, patterns }: DictionaryEntry, text: string): string {
  return patterns.reduce((result, pattern) => result.replace(pattern, expected), text);
}

function readPattern(text: string): RegExp | null {
  if (text === '' || text.length > longestPattern) return null;
  const written = /^\/(.+)\/([a-z]*)$/.exec(text);
  if (!written) return new RegExp(RegExp.escape(text), 'gu');
  // A repetition inside a repetition can take exponential time on a text that anybody may write.
  if (/[+*}][^()]*\)[+*{]/.test(written[1]!)) return null;
  try {
    return new RegExp(written[1]!, [...new Set(`gu${written[2]!.replace(/[^im]/g, '')}`)].join(''));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
