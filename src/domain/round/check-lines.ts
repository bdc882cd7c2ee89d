import type { Problem } from '../problem/problem.ts';
import { checkText } from '../report/parse-paragraphs.ts';

/** No paragraph of a report is longer; a pasted book is a mistake. Characters. */
export const longestText = 30_000;

/** What keeps the lines of a field from being printed: its length, and characters that no page can show. */
export function checkLines(text: string, field: string, problems: Problem[]): void {
  if (text.length > longestText) problems.push({ code: 'too-long', path: [field], message: `文章が長すぎます（${text.length.toLocaleString('ja-JP')}文字）。`, fix: `${longestText.toLocaleString('ja-JP')}文字以内にしてください。` });
  for (const line of text.split(/\r\n|\r|\n/)) if (line.trim() !== '') checkText(line.replaceAll('\t', ' '), [field], problems);
}
