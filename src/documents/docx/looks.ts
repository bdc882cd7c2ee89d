import { bullets, styles } from './styles.ts';

/** What of a style decides how high a paragraph is and where it may break. Lengths in points. */
export interface Look {
  readonly size: number;
  /** Height of a line; all line heights of the document are exact. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  readonly left: number;
  /** Of the first line from `left`; negative where it hangs. */
  readonly first: number;
  /** Room that a line under the text takes. */
  readonly rule: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
}

type Described = NonNullable<(typeof styles)['paragraphStyles']>[number] | NonNullable<NonNullable<(typeof styles)['default']>['title']>;

const twips = (value: unknown) => Number(value ?? 0) / 20;
const standard = styles.default?.document;
const normal: Look = {
  size: Number(standard?.run?.size) / 2, line: twips(standard?.paragraph?.spacing?.line), before: 0, after: 0, left: 0, first: 0, rule: 0, keepNext: false, keepLines: false,
};

/** The bullet stands in the hanging indent, so that the text begins where the other lines do. */
const listed = twips(bullets.config[0]?.levels[0]?.style.paragraph.indent.left);

const looks = new Map<string, Look>([
  ['Normal', normal],
  ...Object.entries(styles.default ?? {}).flatMap(([name, style]): [string, Look][] => (
    name === 'document' ? [] : [[name.replace(/^(?:title|heading)/, (word) => word[0]!.toUpperCase() + word.slice(1)), look(style as Described)]]
  )),
  ...(styles.paragraphStyles ?? []).map((style): [string, Look] => [style.id, look(style)]),
]);

function look({ run, paragraph }: Described): Look {
  const bottom = paragraph?.border?.bottom;
  const { left, hanging, firstLine } = paragraph?.indent ?? {};
  return {
    size: run?.size === undefined ? normal.size : Number(run.size) / 2,
    line: paragraph?.spacing?.line === undefined ? normal.line : twips(paragraph.spacing.line),
    before: twips(paragraph?.spacing?.before), after: twips(paragraph?.spacing?.after),
    left: twips(left), first: hanging === undefined ? twips(firstLine) : -twips(hanging),
    // Thickness in eighths of a point, distance in points.
    rule: bottom ? (bottom.size ?? 0) / 8 + (bottom.space ?? 0) : 0,
    keepNext: paragraph?.keepNext === true, keepLines: paragraph?.keepLines === true,
  };
}

export function lookOf(style: string, inList: boolean): Look {
  const found = looks.get(style) ?? normal;
  return inList ? { ...found, left: listed, first: 0 } : found;
}
