import type { ErrorObject } from 'ajv';
import { keptValidator } from '../../compiled/kept-validator.ts';
import type { Path, Problem } from '../../domain/problem/problem.ts';

/** A compiled schema: every deviation of a raw value as a problem with its place. */
export type ShapeCheck = (raw: unknown) => Problem[];

/** Compiles a JSON Schema whose `description`s say in Japanese what to write. */
export function compileShape(schema: object): ShapeCheck {
  const validate = keptValidator(schema);
  return (raw) => (validate(raw) ? [] : withoutNoise(validate.errors ?? []).map(toProblem));
}

/** Of a choice (anyOf) only the choice itself is reported, not each way in which every branch failed. */
function withoutNoise(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const insideChoice = (error: ErrorObject) => choices.some((choice) =>
    error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath));
  return errors.filter((error) => !insideChoice(error));
}

function toProblem(error: ErrorObject): Problem {
  const path = pathOf(error.instancePath);
  const described = (error.parentSchema as { description?: string } | undefined)?.description;
  const name = path.at(-1) ?? '全体';
  const problem = (code: string, message: string, fix: string): Problem => ({ code, path, message, fix });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
      return { code: 'unknown-key', path: [...path, key], message: `「${key}」という項目はありません。`, fix: `使える項目は ${known.join('、')} です。綴りを直すか、削除してください。` };
    }
    case 'required': {
      const key = String(error.params['missingProperty']);
      return problem('missing-key', `必須の項目「${key}」がありません。`, described ?? `「${key}」を書き加えてください。`);
    }
    case 'type': return problem('wrong-type', `「${name}」の値の型が正しくありません（${typeName(error.data)}が書かれています）。`, described ?? `${expectedType(error.params['type'])}を書いてください。`);
    case 'minItems': return problem('too-few', `「${name}」に一つも書かれていません。`, described ?? '一つ以上書いてください。');
    case 'minLength': return problem('empty-text', `「${name}」が空です。`, described ?? '値を書いてください。');
    case 'maxLength': return problem('too-long', `「${name}」が長すぎます（${String(error.data).length.toLocaleString('ja-JP')}文字）。`, described ?? `${error.params['limit']}文字以内にしてください。`);
    default: return problem('wrong-value', `「${name}」の値（${shown(error.data)}）が正しくありません。`, described ?? '書き方を確かめてください。');
  }
}

function pathOf(pointer: string): Path {
  return pointer.split('/').slice(1).map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(key) ? Number(key) : key;
  });
}

function typeName(value: unknown): string {
  if (value === null) return '空の値';
  if (Array.isArray(value)) return '並び';
  return { string: '文字列', number: '数値', boolean: '真偽値', object: '項目の組' }[typeof value as string] ?? '別の型';
}

function expectedType(type: unknown): string {
  return { string: '文字列（数字だけのときは " " で囲んだもの）', number: '数値', integer: '整数', boolean: 'true か false', array: '「- 」で始まる並び', object: '「項目: 値」の組' }[String(type)] ?? '正しい型の値';
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
