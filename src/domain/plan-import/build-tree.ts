import { addOnRow } from './add-on-row.ts';
import { cellName } from './grid.ts';
import type { ImportMapping } from './mapping.ts';
import { newNode, type NodeDraft, walk } from './node-draft.ts';
import { foldNumber, hasSeveralForms, type ItemNumber, type NumberForm, numberFormOf, readNumber, splitNumber } from './numbering.ts';
import type { MappedColumn, ReadText, RowReader } from './read-rows.ts';
import { bareHeading, foldWidth, isDitto, likeness, oneLine } from './text-forms.ts';
import type { Findings, Place } from './understood.ts';

/** Below this two titles under one number are two elements and not two spellings of one. */
const sameEnough = 0.4;

/** The number and title of one level in one row. */
interface Named { readonly number: ItemNumber | null; readonly title: string; readonly key: string; readonly place: Place; readonly numberPlace: Place | null; readonly source: ReadText }

/** Puts the elements of the plan together, row by row and table by table. */
export class TreeBuilder {
  readonly roots: NodeDraft[] = [];
  private readonly levels: ImportMapping['levels'];
  private readonly findings: Findings;
  private current: (NodeDraft | null)[] = [];

  constructor(levels: ImportMapping['levels'], findings: Findings) {
    this.levels = levels;
    this.findings = findings;
  }

  /** Takes a table. @returns the deepest element of every row, for what else stands in the row */
  takeTable(reader: RowReader): Map<number, NodeDraft | null> {
    this.current = this.levels.map(() => null);
    const forms = new Map(reader.columns.map((column) => [column, this.formOf(reader, column)]));
    const deepest = new Map<number, NodeDraft | null>();
    for (const row of reader.table.rows) {
      const node = reader.of('row-title').length > 0 ? this.takeRowByLevel(reader, row) : this.takeRow(reader, row, forms);
      deepest.set(row, node);
      if (node) addOnRow(reader, row, node, this.current, this.levels, this.findings);
    }
    return deepest;
  }

  private formOf(reader: RowReader, column: MappedColumn): NumberForm | null {
    const { role, level } = column.mapping;
    if (role !== 'level-title' || reader.of('level-number', level).length > 0) return null;
    const name = this.levels.find(({ id }) => id === level)?.name ?? '';
    const texts = reader.texts(column).filter((text) => !isDitto(text));
    const form = numberFormOf(texts, name);
    if (form !== null && hasSeveralForms(texts, name, form)) {
      this.findings.problem('several-forms', { sheet: reader.table.sheet, row: reader.table.headerRows.at(-1) ?? 0, column: Math.max(0, column.column) }, `列「${column.heading}」に、形の異なる番号（１、(1)、①など）が混ざっています。一つの列に複数の階層があるように見えます。`, '階層ごとに列を分けるか、同じ階層であるかを確かめてください。', 'warning');
    }
    return form;
  }

  private takeRow(reader: RowReader, row: number, forms: ReadonlyMap<MappedColumn, NumberForm | null>): NodeDraft | null {
    let last: NodeDraft | null = null;
    for (const [depth, level] of this.levels.entries()) {
      const [column] = reader.of('level-title', level.id);
      if (!column) continue;
      const title = reader.read(row, column);
      if (!title) {
        const [numbered] = reader.of('level-number', level.id);
        const number = numbered && reader.read(row, numbered);
        if (number && !this.current[depth]?.number?.printed.includes(number.text)) this.findings.problem('number-without-title', number.place, `番号「${number.text}」に題名がありません。`, `${level.name}の題名を入力するか、番号を削除してください。`);
        continue;
      }
      const named = this.named(reader, row, depth, title, forms.get(column) ?? null);
      last = this.place(named, depth, reader) ?? last;
    }
    if (last) {
      this.sayFilledDown(reader, row, last);
      return last;
    }
    const going = this.current.findLast((node) => node !== null) ?? null;
    if (going && reader.of('level-title').length > 0) {
      const column = reader.of('level-title').at(-1)!.column;
      this.findings.read({ sheet: reader.table.sheet, row, column }, '', '続き', '', going.title, ['題名が空欄のため、上の行の要素の続きとした']);
    }
    return going;
  }

  /** Upper levels that are written once and left blank below. */
  private sayFilledDown(reader: RowReader, row: number, node: NodeDraft): void {
    for (let parent = node.parent; parent; parent = parent.parent) {
      const [column] = reader.of('level-title', this.levels[parent.depth]!.id);
      if (column && !reader.read(row, column)) this.findings.read({ sheet: reader.table.sheet, row, column: column.column }, column.heading, `${this.levels[parent.depth]!.name}の題名`, '', parent.title, ['空欄のため、上の行と同じとした']);
    }
  }

  /** A table whose column says the level of each row. */
  private takeRowByLevel(reader: RowReader, row: number): NodeDraft | null {
    const column = reader.of('row-title')[0]!;
    const title = reader.read(row, column);
    const levelCell = reader.of('row-level').map((one) => reader.read(row, one))[0];
    if (!title) return this.current.findLast((node) => node !== null) ?? null;
    const depth = this.levels.findIndex(({ name }) => name === oneLine(levelCell?.text ?? ''));
    if (depth < 0) {
      this.findings.problem('unknown-level', levelCell?.place ?? title.place, levelCell ? `「${levelCell.text}」という階層はありません。` : 'この行の階層が空欄です。', `階層（${this.levels.map(({ name }) => name).join('、')}）のいずれかを入力してください。`);
      return null;
    }
    return this.place(this.named(reader, row, depth, title, null), depth, reader);
  }

  private named(reader: RowReader, row: number, depth: number, read: ReadText, form: NumberForm | null): Named {
    const level = this.levels[depth]!;
    const byRow = reader.of('row-title').length > 0;
    const numberColumn = (byRow ? reader.of('row-number') : reader.of('level-number', level.id))[0];
    const number = numberColumn ? reader.read(row, numberColumn) : null;
    const steps = [...read.steps];
    let title = oneLine(read.text);
    if (title !== read.text) steps.push('改行を除いた');
    let itemNumber: ItemNumber | null = null;
    let numberPlace: Place | null = null;
    if (number) {
      itemNumber = this.numberOf(number, level.name);
      numberPlace = number.place;
    } else if (form !== null) {
      const parts = splitNumber(title, level.name, form);
      if (parts) {
        itemNumber = parts.number;
        title = parts.title;
        numberPlace = read.place;
        steps.push(`番号「${parts.number.printed}」と題名に分けた`);
      } else this.findings.problem('no-number-in-title', read.place, `「${title}」の前に番号がありません（同じ列のほかのセルにはあります）。`, '番号を付けるか、そのままでよいかを確かめてください。', 'warning');
    }
    this.findings.read(read.place, read.heading, `${level.name}の題名`, read.text, title, steps);
    return { number: itemNumber, title, key: bareHeading(title), place: read.place, numberPlace, source: read };
  }

  private numberOf(read: ReadText, levelName: string): ItemNumber {
    const steps = [...read.steps];
    const text = oneLine(read.text);
    const bare = foldWidth(text).startsWith(foldWidth(levelName)) && text.length > levelName.length ? text.slice(levelName.length).trim() : text;
    if (bare !== text) steps.push(`「${levelName}」を除いた`);
    const number = readNumber(bare);
    if (read.source.kind === 'date') {
      this.findings.problem('date-for-number', read.place, `番号の列に日付「${read.text}」があります。Excelが「1-1」のような番号を日付に変えたものと思われます。`, 'セルの書式を「文字列」にしてから、番号を入力し直してください。');
    }
    this.findings.read(read.place, read.heading, `${levelName}の番号`, read.text, number.printed, steps);
    return number;
  }

  /** Finds the element that is meant, or makes it under its parent. */
  private place(named: Named, depth: number, reader: RowReader): NodeDraft | null {
    const parent = depth === 0 ? null : (this.current[depth - 1] ?? null);
    if (depth > 0 && !parent) return this.placeElsewhere(named, depth, reader);
    const siblings = parent ? parent.children : this.roots;
    const found = siblings.find((node) => this.isSame(node, named));
    const node = found ?? newNode(depth, parent, named.number, named.title, named.place, named.numberPlace);
    if (!found) siblings.push(node);
    this.arriveAt(node);
    return node;
  }

  private isSame(node: NodeDraft, { number, title, key, place }: Named): boolean {
    const numbers = [node.number, number].map((one) => one && (one.folded ?? one.printed));
    if (node.key === key) return numbers[0] === numbers[1] || numbers.includes(null);
    if (numbers[0] === null || numbers[0] !== numbers[1] || likeness(node.title, title) < sameEnough) return false;
    if (node.alsoPrinted.some((variant) => variant.title === title)) return true;
    node.alsoPrinted.push({ place: `${place.sheet} ${cellName(place.row, place.column)}`, title });
    this.findings.problem('title-differs', place, `同じ番号の題名が${cellName(node.place.row, node.place.column)}では「${node.title}」、ここでは「${title}」です。`, 'どちらが正しいかを確かめてください。そのままでは前者を題名、後者を別の表記として取り込みます。', 'warning');
    return true;
  }

  /** An element whose parent this row does not name: one that another table has, under the same ancestors as far as they are named. */
  private placeElsewhere(named: Named, depth: number, reader: RowReader): NodeDraft | null {
    const ancestor = this.current.slice(0, depth).findLast((node) => node !== null) ?? null;
    const candidates = [...walk(ancestor ? ancestor.children : this.roots)].filter((node) => node.depth === depth);
    const number = named.number && (named.number.folded ?? named.number.printed);
    const matching = candidates.filter((node) => node.key === named.key);
    const exact = matching.filter((node) => number === null || foldNumber(node.number?.printed ?? '') === number);
    const found = exact.length === 1 ? exact[0]! : matching.length === 1 ? matching[0]! : null;
    const above = this.levels[depth - 1]!.name;
    if (!found) {
      const reason = reader.of('level-title', this.levels[depth - 1]!.id).length > 0 || reader.of('row-title').length > 0 ? `${above}が空欄です` : `${above}の列がなく、ほかの表にもこの題名がありません`;
      this.findings.problem('no-parent', named.place, `${this.levels[depth]!.name}「${named.title}」がどの${above}に属するか分かりません（${reason}）。`, `${above}を入力するか、題名をほかの表と同じにしてください。`);
      return null;
    }
    this.findings.read(named.place, named.source.heading, `${this.levels[depth]!.name}の題名`, named.title, found.title, [`ほかの表の${cellName(found.place.row, found.place.column)}と同じ要素とした`]);
    this.arriveAt(found);
    return found;
  }

  private arriveAt(node: NodeDraft): void {
    if (this.current[node.depth] !== node) for (let depth = node.depth; depth < this.levels.length; depth += 1) this.current[depth] = null;
    for (let one: NodeDraft | null = node; one; one = one.parent) this.current[one.depth] = one;
  }
}
