import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type YAMLError, type YAMLWarning, visit } from 'yaml';
import type { Path, Problem } from '../../domain/problem/problem.ts';

/** A problem with the file and the place in it that a clerk can go to. */
export interface LocatedProblem extends Problem {
  readonly file: string;
  /** From 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
}

export interface LocatedYaml {
  /** Plain values; undefined when the text is broken. */
  readonly raw: unknown;
  readonly problems: readonly LocatedProblem[];
  /** Gives a problem of the raw value its place in the text. */
  locate(problem: Problem): LocatedProblem;
}

/** Parses YAML (or JSON, which is YAML) and keeps where everything stood. All syntax errors are reported, not the first one. */
export function parseLocatedYaml(text: string, file: string): LocatedYaml {
  const lineCounter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const broken = (problems: readonly LocatedProblem[]): LocatedYaml => ({ raw: undefined, problems, locate: (problem) => ({ ...problem, file, line: 0, column: 0 }) });
  const whole = (code: string, message: string, fix: string): LocatedProblem => ({ code, message, fix, path: [], file, line: 0, column: 0 });
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true, strict: true, logLevel: 'error' });
    // A warning is a thing that the parser would leave out in silence, such as a tag that it does not know.
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) return broken(faults.map((fault) => ({ ...syntaxProblem(fault), file, ...at(fault.pos[0]) })));
    const circles = circularAliases(document);
    if (circles.length > 0) return broken(circles.map((offset) => ({ ...circular, file, ...at(offset) })));
    const raw: unknown = document.toJS({ maxAliasCount: 50 });
    if (raw === null || raw === undefined) return broken([whole('empty-file', 'ファイルに内容がありません。', 'docs/data-format.md の書き方に沿って内容を書いてください。')]);
    return { raw, problems: [], locate: (problem) => ({ ...problem, file, ...at(offsetOf(document, problem.path)) }) };
  } catch (error) {
    // Deep nesting overflows the parser's stack and alias bombs exceed its count: refusals like any other.
    if (error instanceof RangeError || error instanceof ReferenceError) return broken([whole('too-complex', '入れ子や参照が複雑すぎるため、読み取れません。', 'アンカー（&、*）や深い入れ子を使わずに書いてください。')]);
    throw error;
  }
}

const circular: Problem = { code: 'circular-alias', path: [], message: '参照（*）が、自分を含むところを指しています。', fix: '参照を使わずに、内容をそのまま書いてください。' };

/** Offsets of the aliases that stand inside of what they refer to: a value without end. */
function circularAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_key, alias, path) {
      const target = alias.resolve(document);
      if (target && path.includes(target)) offsets.push(rangeStart(alias) ?? 0);
    },
  });
  return offsets;
}

/** Offset of the deepest part of the path that exists; for an unknown key, of the key itself. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else {
      const items: unknown[] = (node as { items?: unknown[] } | null)?.items ?? [];
      if (typeof key !== 'number' || items[key] === undefined) break;
      node = items[key];
      offset = rangeStart(node) ?? offset;
    }
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0];
}

const syntaxMessages: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  DUPLICATE_KEY: ['同じ項目が二度書かれています。', '一方を削除してください。'],
  TAB_AS_INDENT: ['字下げにタブが使われています。', 'タブを半角の空白に直してください。'],
  BAD_INDENT: ['字下げがそろっていません。', '同じ並びの行の字下げをそろえてください。'],
  MISSING_CHAR: ['括弧、引用符又は「:」が足りません。', '閉じる記号や「: 」を補ってください。'],
  BAD_ALIAS: ['参照（*）の書き方が正しくありません。', '「*」で始まる値は " " で囲んでください。'],
  BLOCK_AS_IMPLICIT_KEY: ['項目の書き方が正しくありません。', '「: 」を含む値は " " で囲んでください。'],
  MULTILINE_IMPLICIT_KEY: ['項目の名前が複数の行にわたっています。', '「項目: 値」を一行に書いてください。'],
  MULTIPLE_DOCS: ['一つのファイルに複数の文書（---）があります。', '一つの文書にまとめるか、ファイルを分けてください。'],
  TAG_RESOLVE_FAILED: ['「!」で始まる型の指定は使えません。', '「!」で始まる値は " " で囲むか、型の指定を削除してください。'],
  BAD_DQ_ESCAPE: ['" " の中の「\\」の使い方が正しくありません。', "「\\」を使う値は ' ' で囲んでください。"],
};

function syntaxProblem(error: YAMLError | YAMLWarning): Problem {
  const [message, fix] = syntaxMessages[error.code] ?? ['YAMLとして読み取れません。', 'この行と前の行の字下げ、引用符、「: 」を確かめてください。'];
  return { code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`, path: [], message, fix };
}
