import type { Parts } from './read-part.ts';
import { WorkbookRefused } from './refusal.ts';

/** The strings that cells point to. Readings above kanji (furigana) are left out: they are not part of the text. */
export async function readSharedStrings(parts: Parts, path: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  const rich = new RichText();
  let characters = 0;
  await parts.readXml(path, {
    open(name) {
      if (name === 'si') rich.begin();
      else rich.open(name);
    },
    close(name) {
      if (name !== 'si') {
        rich.close(name);
        return;
      }
      const text = rich.end();
      characters += text.length;
      if (strings.length >= parts.limits.sharedStrings) throw new WorkbookRefused('too-many-strings', `${parts.limits.sharedStrings.toLocaleString('ja-JP')}個`);
      if (characters > parts.limits.characters) throw new WorkbookRefused('too-many-strings', `${parts.limits.characters.toLocaleString('ja-JP')}文字`);
      strings.push(text);
    },
    text(text) { rich.text(text); },
  });
  return strings;
}

/** Gathers the text of `si` or `is`: its t, and the t of its runs, but not those of its readings (rPh). */
export class RichText {
  private pieces: string[] = [];
  private inText = false;
  private inReading = false;

  begin(): void {
    this.pieces = [];
    this.inText = false;
    this.inReading = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.inReading = true;
    else if (name === 't') this.inText = !this.inReading;
  }

  close(name: string): void {
    if (name === 'rPh') this.inReading = false;
    else if (name === 't') this.inText = false;
  }

  text(text: string): void {
    if (this.inText) this.pieces.push(text);
  }

  end(): string {
    return unescapeText(this.pieces.join(''));
  }
}

/** Excel writes characters that XML has no room for as _x000D_, and an underscore that looks like that as _x005F_. Line ends become \n. */
export function unescapeText(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
  return plain.replace(/\r\n?/g, '\n');
}
