/**
 * A text that the database and the log can carry: NUL and halves of surrogate pairs, which neither takes, become U+FFFD in
 * their place, and everything else stays. Line breaks are LF.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd').replace(/\r\n?/g, '\n');
}
