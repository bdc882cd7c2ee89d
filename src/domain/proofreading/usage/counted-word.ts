import type { Token } from '../token.ts';

/** A word of a sentence as the counts of official prose know it: what it is, not which word it is. */
export interface CountedWord {
  /** Its kind: particles and auxiliaries by themselves, other words by part of speech and inflection (「V:連用形」). */
  readonly kind: string;
  /** Its form, finer than the kind: words in kana by themselves, verbs by the kana that they end in (「Vり:連用形」). */
  readonly form: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** Verbs that stand in so many fixed phrases that they are counted by themselves. */
const countedVerbs = new Set(['する', 'ある', 'なる', 'できる', 'いる', 'よる', 'おる', '行う', '図る', 'つく', 'とる', 'みる']);

/** The words of a sentence in order. The figures of one number are one word. */
export function countedWords(tokens: readonly Token[]): CountedWord[] {
  const words: CountedWord[] = [];
  for (const token of tokens) {
    const kind = kindOf(token);
    const last = words.at(-1);
    if (kind === '#' && last?.kind === '#') words[words.length - 1] = { ...last, surface: last.surface + token.surface, end: token.end };
    else words.push({ kind, form: formOf(token, kind), surface: token.surface, start: token.start, end: token.end });
  }
  return words;
}

function kindOf({ surface, pos, detail, detail2, form, base }: Token): string {
  switch (pos) {
    case '助詞': return `P:${surface}${detail === '接続助詞' ? '接' : detail.startsWith('格') ? '' : detail[0]}`;
    case '助動詞': return `X:${base}:${form}`;
    case '動詞': return detail === '自立' ? `${countedVerbs.has(base) ? `V:${base}` : 'V'}:${form}${surface.length === 1 && form.startsWith('未然') ? '1' : ''}` : `v:${base}:${form}`;
    case '形容詞': return `${detail === '自立' && base !== 'ない' ? 'J' : `j:${base}`}:${form}`;
    case '名詞': return nounKind(surface, detail, detail2);
    case '接頭詞': return `p:${detail}`;
    case '副詞': return `A:${detail}`;
    case '連体詞': return 'R';
    case '接続詞': return 'C';
    case '感動詞': case 'フィラー': return 'I';
    case '記号': return detail === 'アルファベット' ? 'L' : `S:${surface}`;
    default: return unknownKind(surface);
  }
}

function nounKind(surface: string, detail: string, detail2: string): string {
  switch (detail) {
    case 'サ変接続': return /^[、。・（）「」]/.test(surface) ? `S:${surface}` : 'Ns';
    case '一般': return /^[一-龠々]$/.test(surface) ? 'N1' : 'N';
    case '形容動詞語幹': return 'Na';
    case '副詞可能': return 'Nd';
    case '数': return '#';
    case '固有名詞': return 'Np';
    case '代名詞': return 'Nq';
    case '接尾': return `f:${detail2 === '形容動詞語幹' ? surface : detail2}`;
    case '非自立': return `n:${surface}`;
    default: return `N:${detail}`;
  }
}

/** Words that the dictionary does not have, by their script. */
function unknownKind(surface: string): string {
  if (/^[ァ-ヶー]+$/.test(surface)) return 'Nk';
  if (/^[A-Za-zＡ-Ｚａ-ｚ]+$/.test(surface)) return 'L';
  if (/^[0-9０-９,.，．]+$/.test(surface)) return '#';
  if (/^[一-龠々]+$/.test(surface)) return 'Nu';
  return /^[ぁ-ん]+$/.test(surface) ? 'U:kana' : 'U';
}

function formOf({ surface, form }: Token, kind: string): string {
  if (kind.startsWith('S:')) return kind;
  if (/^[ぁ-ん]+$/.test(surface)) return `${surface}/${kind[0]}`;
  return kind.startsWith('V') ? `V${/[ぁ-ん]*$/.exec(surface)![0]}:${form}` : kind;
}
