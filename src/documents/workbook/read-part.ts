import type { WorkbookLimits } from './limits.ts';
import { inflateEntry, InflationBudget } from './inflate-entry.ts';
import { WorkbookRefused } from './refusal.ts';
import { type XmlHandler, XmlReader } from './xml-reader.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The parts of a workbook, read one at a time under one budget. */
export class Parts {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly budget: InflationBudget;
  private readonly counted = { elements: 0 };
  readonly limits: WorkbookLimits;

  constructor(entries: ReadonlyMap<string, ZipEntry>, limits: WorkbookLimits) {
    this.entries = entries;
    this.limits = limits;
    this.budget = new InflationBudget(limits);
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** Names in lower case. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /** Reads a part as XML into the handler. @returns false when there is no such part */
  async readXml(path: string, handler: XmlHandler): Promise<boolean> {
    const entry = this.entries.get(path.toLowerCase());
    if (!entry) return false;
    const reader = new XmlReader(entry.name, handler, this.limits, this.counted);
    let decoder: TextDecoder | null = null;
    try {
      for await (const piece of inflateEntry(entry, this.budget)) {
        decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
        reader.feed(decoder.decode(piece, { stream: true }));
      }
      reader.feed(decoder?.decode() ?? '');
    } catch (error) {
      if (error instanceof TypeError) throw new WorkbookRefused('broken-workbook', `「${entry.name}」：文字コードが正しくありません`);
      throw error;
    }
    reader.end();
    return true;
  }
}

/** XML is UTF-8 unless its first bytes say UTF-16. */
function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}
