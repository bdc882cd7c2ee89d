import { foldWidth } from './text-forms.ts';

/** One owner as a cell names it. */
export interface NamedOwner {
  readonly kind: 'department' | 'collective';
  readonly name: string;
  /** Who stands in brackets behind a collective: who reported for it that year. */
  readonly members: readonly string[];
}

export interface ReadOwners {
  readonly owners: readonly NamedOwner[];
  /** What was done to the text beyond splitting it, as sentences. */
  readonly steps: readonly string[];
}

const unit = /(課|室|局|部|係|所|館|署|署所|センター|支所|事務所|学校|園|院|団|会|チーム|グループ|担当|本部|出張所|監)$/;
const collective = /^(関係|各|全|全て|すべて|庁内|該当|所管)(の)?(各)?(課|部|部署|部局|所属|課等|部課|室課|課室)(等)?$|^(全庁|庁内全体|全庁的取組|全部署|全職場)$|^(各|関係).{0,8}(所管課|所属|担当課|各課|施設)$/;

/**
 * Reads who is responsible: 「政策室／総務課」「子育て・健康課、関係各課（政策室・財政課）」. A ・ parts departments only where both
 * sides are names of departments: くらし・協働課 is one.
 */
export function readOwners(text: string): ReadOwners {
  const steps: string[] = [];
  const owners: NamedOwner[] = [];
  for (const raw of splitOutsideBrackets(text, /[／/、，,\n;；]/)) {
    for (const piece of splitMiddleDots(raw, steps)) {
      const owner = readOwner(piece, steps);
      if (owner && !owners.some(({ name, kind }) => name === owner.name && kind === owner.kind)) owners.push(owner);
      else if (owner) steps.push(`「${owner.name}」は二度書かれている`);
    }
  }
  return { owners, steps };
}

function readOwner(piece: string, steps: string[]): NamedOwner | null {
  const trimmed = piece.trim();
  const bare = trimmed.replace(/^[◎○●◯・＊*※☆★■□]\s*|^(主|副|正)[:：]\s*/, '').replace(/(ほか|他|等)$/, (suffix) => (unit.test(trimmed.slice(0, -suffix.length)) ? '' : suffix));
  if (bare !== trimmed) steps.push(`「${trimmed}」の印を除いて「${bare}」とした`);
  const match = /^([^（(]+)[（(]([^）)]*)[）)]$/.exec(bare);
  const name = squeeze(match ? match[1]! : bare, steps);
  if (name === '') return null;
  const inside = match ? [...splitOutsideBrackets(match[2]!, /[／/、，,\n;；]/)].flatMap((part) => splitMiddleDots(part, [])).map((part) => squeeze(part, steps)).filter((part) => part !== '') : [];
  if (isCollective(name)) {
    if (inside.length > 0) steps.push(`「${name}」の括弧の中（${inside.join('、')}）は、その年度に回答した部署と読んだ`);
    return { kind: 'collective', name, members: inside };
  }
  if (match) steps.push(`「${name}」の括弧の中（${match[2]!}）も部署の名前に含めた`);
  return { kind: 'department', name: match ? squeeze(bare, []) : name, members: [] };
}

export function isCollective(name: string): boolean {
  return collective.test(foldWidth(name).replace(/\s/g, ''));
}

/** 「総　務　課」 is 総務課: blanks between single characters are there for looks. */
function squeeze(name: string, steps: string[]): string {
  const trimmed = name.trim();
  const words = trimmed.split(/[\s\u3000]+/);
  if (words.length < 2 || !words.every((word) => [...word].length === 1)) return trimmed;
  steps.push(`「${trimmed}」の空白を除いて「${words.join('')}」とした`);
  return words.join('');
}

function splitMiddleDots(text: string, steps: string[]): string[] {
  const byDot = splitOutsideBrackets(text, /[・･]/);
  const bySpace = text.trim().split(/[\s\u3000]+/);
  const named = (parts: readonly string[]) => parts.length > 1 && parts.every((part) => unit.test(bareName(part)) || isCollective(bareName(part)));
  if (named(byDot)) return byDot;
  if (!/[（(]/.test(text) && named(bySpace)) return bySpace;
  if (byDot.length > 1 && byDot[0]!.trim() !== '') steps.push(`「${text.trim()}」は一つの部署の名前と読んだ（「・」で分けていない）`);
  return [text];
}

function bareName(part: string): string {
  return part.trim().replace(/[（(].*$/s, '').trim();
}

function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    if (/[（(]/.test(character)) depth += 1;
    if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(character)) {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece].filter((part) => part.trim() !== '');
}
