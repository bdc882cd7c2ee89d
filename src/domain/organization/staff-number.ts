/**
 * The staff number (職員番号) that somebody typed, in the form in which it is kept: full-width letters and digits become
 * half-width, blanks around it go. Nothing when it cannot be a staff number.
 */
export function parseStaffNumber(typed: string): string | null {
  const narrow = typed.replaceAll(/[！-～]/g, (character) => String.fromCodePoint(character.codePointAt(0)! - 0xfee0)).replaceAll('　', ' ').trim();
  return /^[0-9A-Za-z._-]{1,30}$/.test(narrow) ? narrow : null;
}
