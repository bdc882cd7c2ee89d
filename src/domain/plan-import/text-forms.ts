/** Full-width letters, digits and signs to half-width, for reading only: what is kept is what was typed. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCodePoint(character.codePointAt(0)! - 0xfee0)).replaceAll('\u3000', ' ');
}

/** A heading without what is only there for looks: 「担　当\n課」 is 担当課. */
export function bareHeading(text: string): string {
  return foldWidth(text).replace(/\s+/g, '');
}

/** Whether a cell says 「as above」. */
export function isDitto(text: string): boolean {
  return /^[(「]?(〃|”|″|"|々|仝|同上|同前|上に同じ|上記に?同じ|↑)[)」]?$/.test(foldWidth(text).trim());
}

/** Whether a cell says 「as at left」. */
export function isDittoLeft(text: string): boolean {
  return /^[(]?(同左|左に同じ|←)[)]?$/.test(foldWidth(text).trim());
}

/** A dash in the place of a text. 「なし」 is an answer, a dash is none. */
export function isDash(text: string): boolean {
  return /^[-―—–ー－‐]+$/.test(foldWidth(text).trim());
}

/** Marks that say there is nothing here. */
export function isNothing(text: string): boolean {
  return /^[-―—–ー－‐ ・]*$/.test(foldWidth(text).trim()) || /^(なし|無し|該当なし|記載なし|未定)$/.test(text.trim());
}

/** How much two titles have in common, by their pairs of characters: 0 to 1. Source: the Dice coefficient. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const bare = bareHeading(text);
    return bare.length < 2 ? [bare] : Array.from({ length: bare.length - 1 }, (_, index) => bare.slice(index, index + 2));
  };
  const [first, second] = [pairs(a), pairs(b)];
  const rest = [...second];
  const common = first.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (first.length + second.length);
}

/** A text of one line: line breaks inside a title are there for looks. */
export function oneLine(text: string): string {
  return text.split('\n').map((line) => line.trim()).join('').trim();
}
