// The two files of the sample as they are written: read with no interpretation, so that the test compares what stands in them.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Paragraph = string | { item: string };
export type PrintedForm = { place: string; title: string };
export type Owner = string | { collective: string };

export type TreeNode = {
  id: string;
  number: string;
  title: string;
  alsoPrinted?: PrintedForm[];
  relistingOf?: string;
  responsible?: Owner[];
  description?: Paragraph[];
  children?: TreeNode[];
};

export type IndicatorEntry = {
  id: string;
  number: string;
  title: string;
  unit: string | null;
  definition: string;
  kind: string;
  baseline: { label: string; fiscalYear: number; printed: string };
  target: { label: string; fiscalYear: number; printed: string };
  related: string[];
};

export type PlanFile = {
  plan: { title: string; alsoPrinted: PrintedForm[]; headquarters: { name: string }; parents: { title: string }[] };
  levels: { id: string; name: string }[];
  departments: { id: string; name: string }[];
  tree: TreeNode[];
  indicators: IndicatorEntry[];
};

export type ReportFile = {
  fiscalYear: number;
  preface: { id: string; heading: string; paragraphs: Paragraph[] }[];
  notes: { mark: string; text: string }[];
  measurements: { indicator: string; label: string; printed: string; valueYear: number; standing: string | null }[];
  reports: { initiative: string; responsiblePrinted: string; reporters?: string[]; paragraphs: Paragraph[] }[];
};

const load = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

export const planFile = load('plan.yaml') as PlanFile;
export const reportFile = load('report-2020.yaml') as ReportFile;

export const textOf = (paragraph: Paragraph): string => (typeof paragraph === 'string' ? paragraph : paragraph.item);

/** All nodes in printed order, each with its depth (0 = 施策 … 3 = 取組項目). */
export const nodes: { node: TreeNode; depth: number }[] = [];
const visit = (node: TreeNode, depth: number): void => {
  nodes.push({ node, depth });
  for (const child of node.children ?? []) visit(child, depth + 1);
};
for (const root of planFile.tree) visit(root, 0);
