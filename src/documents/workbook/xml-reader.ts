import type { WorkbookLimits } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';

/** What a reader of XML is told, in order. Names come without their prefix. */
export interface XmlHandler {
  /** @param attribute gives an attribute by its local name */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads XML piece by piece without holding it. There are no document types and no entities of the file's own: a file that
 * declares any is refused, so that nothing can multiply.
 */
export class XmlReader {
  private rest = '';
  private readonly open: string[] = [];
  private started = false;
  private readonly handler: XmlHandler;
  private readonly limits: WorkbookLimits;
  private readonly part: string;
  private readonly counted: { elements: number };

  /**
   * @param part the name of the part, for the refusal
   * @param counted the elements of all parts so far
   */
  constructor(part: string, handler: XmlHandler, limits: WorkbookLimits, counted: { elements: number }) {
    this.counted = counted;
    this.part = part;
    this.handler = handler;
    this.limits = limits;
  }

  feed(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = this.endOfMarkup(text, start);
      if (end < 0) {
        // The text before the tag is whole; the tag is not.
        this.sayText(text.slice(at, start));
        at = start;
        break;
      }
      this.sayText(text.slice(at, start));
      this.markup(text.slice(start, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > this.limits.xmlToken) throw new WorkbookRefused('too-complex', `「${this.part}」の一つの値が長すぎます`);
  }

  end(): void {
    if (this.rest.trim() !== '' || this.open.length > 0 || !this.started) throw this.broken('途中で切れています');
  }

  /** Where the markup that begins at `start` ends, or -1 when it is not whole yet. */
  private endOfMarkup(text: string, start: number): number {
    const after = (mark: string, from: number) => {
      const found = text.indexOf(mark, from);
      return found < 0 ? -1 : found + mark.length;
    };
    const second = text[start + 1];
    if (second === '!') {
      if (text.startsWith('<!--', start)) return after('-->', start + 4);
      if (text.startsWith('<![CDATA[', start)) return after(']]>', start + 9);
      if (text.length - start < 9) return -1;
      throw new WorkbookRefused('entity-declaration', text.slice(start + 1, start + 9));
    }
    if (second === '?') return after('?>', start + 2);
    // A > may stand inside a quoted attribute.
    const marks = /[>"']/g;
    marks.lastIndex = start;
    for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
      if (mark[0] === '>') return marks.lastIndex;
      const closing = text.indexOf(mark[0], marks.lastIndex);
      if (closing < 0) return -1;
      marks.lastIndex = closing + 1;
    }
    return -1;
  }

  private markup(markup: string): void {
    if (markup.startsWith('<!--') || markup.startsWith('<?')) return;
    if (markup.startsWith('<![CDATA[')) {
      this.handler.text(markup.slice(9, -3));
      return;
    }
    if (markup.startsWith('</')) {
      const name = localName(markup.slice(2, -1).trim());
      if (this.open.pop() !== name) throw this.broken('タグが対応していません');
      this.handler.close(name);
      return;
    }
    const empty = markup.endsWith('/>');
    const inside = markup.slice(1, empty ? -2 : -1);
    const space = inside.search(/[\s]/);
    const name = localName(space < 0 ? inside : inside.slice(0, space));
    if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)) throw this.broken('タグの名前が正しくありません');
    if (this.started && this.open.length === 0) throw this.broken('根の要素が二つあります');
    this.started = true;
    this.counted.elements += 1;
    if (this.counted.elements > this.limits.xmlElements) throw new WorkbookRefused('too-complex', `部品が${this.limits.xmlElements.toLocaleString('ja-JP')}個を超えます`);
    if (this.open.length >= this.limits.xmlDepth) throw new WorkbookRefused('too-complex', `「${this.part}」の入れ子が深すぎます`);
    const attributes = space < 0 ? '' : inside.slice(space);
    this.handler.open(name, (wanted) => this.attribute(attributes, wanted));
    if (empty) this.handler.close(name);
    else this.open.push(name);
  }

  private attribute(attributes: string, wanted: string): string | undefined {
    for (let at = attributes.indexOf(wanted); at >= 0; at = attributes.indexOf(wanted, at + 1)) {
      const before = attributes[at - 1] ?? '';
      if (!/[\s:]/.test(before)) continue;
      const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + wanted.length));
      if (match) return this.withEntities(match[1] ?? match[2] ?? '');
    }
    return undefined;
  }

  private sayText(text: string): void {
    if (text === '') return;
    if (text.length > this.limits.xmlToken) throw new WorkbookRefused('too-complex', `「${this.part}」の一つの値が長すぎます`);
    if (text.includes('\u0000')) throw this.broken('使えない文字（NUL）があります');
    this.handler.text(this.withEntities(text));
  }

  private withEntities(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
      const known = entities[name];
      if (known !== undefined && whole.endsWith(';')) return known;
      const code = /^#x([0-9a-fA-F]+)$/.exec(name) ?? /^#(\d+)$/.exec(name);
      const point = code ? Number.parseInt(code[1]!, name[1] === 'x' ? 16 : 10) : 0;
      if (!whole.endsWith(';') || point === 0 || point > 0x10ffff) throw this.broken('文字の参照が正しくありません');
      return String.fromCodePoint(point);
    });
  }

  private broken(reason: string): WorkbookRefused {
    return new WorkbookRefused('broken-workbook', `「${this.part}」：${reason}`);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
