/**
 * The header by which a browser keeps the file under its name: RFC 6266, with a plain name for old ones. What turns the direction of writing is left out: it hides the real extension.
 *
 * @param plain a name of letters, digits and hyphens without its extension
 */
export function asAttachment(name: string, plain: string): string {
  const shown = name.toWellFormed().replaceAll(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]/gu, '_');
  const encoded = encodeURIComponent(shown).replaceAll(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(shown)?.[0] ?? '';
  return `attachment; filename="${plain}${extension}"; filename*=UTF-8''${encoded}`;
}
