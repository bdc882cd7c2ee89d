import type { ParagraphRow, ReportedParagraphRow } from '../plan/plan-bundle.ts';
import type { Path, Problem } from '../problem/problem.ts';
import type { Paragraph, ReportedParagraph } from './paragraph.ts';

/**
 * Rows of text to paragraphs with ids. Text is kept as typed; what cannot be printed or kept as one line is a problem.
 *
 * @param departments ids that exist, for the author of a paragraph
 */
export function parseParagraphs(rows: readonly (ParagraphRow | ReportedParagraphRow)[], departments: ReadonlySet<string>, path: Path, problems: Problem[]): Paragraph[] {
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const place = [...path, index];
    const given = typeof row === 'string' ? { text: row } : row;
    const kind = 'item' in given ? 'item' : 'text';
    const text = 'item' in given ? given.item : given.text;
    const id = ('id' in given && given.id) || `p${index + 1}`;
    const department = ('department' in given && given.department) || null;
    checkText(text, place, problems);
    if (seen.has(id)) problems.push({ code: 'duplicate-paragraph', path: place, message: `段落の識別子「${id}」が重複しています。`, fix: '段落ごとに異なる識別子を付けてください。' });
    seen.add(id);
    if (department && !departments.has(department)) problems.push(unknownDepartment(department, [...place, 'department']));
    return { id, kind, text, department };
  });
}

/** The same for what was reported in a year: a paragraph may name the post that approved it. */
export function parseReportedParagraphs(rows: readonly ReportedParagraphRow[], departments: ReadonlySet<string>, path: Path, problems: Problem[]): ReportedParagraph[] {
  return parseParagraphs(rows, departments, path, problems).map((paragraph, index) => {
    const row = rows[index];
    const approval = (typeof row === 'object' && row.approval) || null;
    if (!approval) return { ...paragraph, approval: null };
    checkText(approval.post, [...path, index, 'approval', 'post'], problems);
    return { ...paragraph, approval: { post: approval.post, byDeputy: approval.byDeputy ?? false, correctedAfter: approval.correctedAfter ?? false } };
  });
}

/** Refuses empty text and characters that no document can carry; everything else is kept as typed. */
export function checkText(text: string, path: Path, problems: Problem[]): void {
  if (text.trim() === '') problems.push({ code: 'empty-text', path, message: '本文が空です。', fix: '文章を記入するか、この行を削除してください。' });
  checkCharacters(text, path, problems);
}

/** The same for a text that may be empty: a definition, a unit, a label. */
export function checkCharacters(text: string, path: Path, problems: Problem[]): void {
  // Newlines separate paragraphs; the other controls, the directional overrides and lone surrogates never belong in a report.
  const match = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (!match) return;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const isBreak = /[\n\r]/.test(match[0]);
  problems.push({
    code: isBreak ? 'line-break' : 'control-character', path,
    message: isBreak ? `${match.index + 1}文字目に改行があります。` : `${match.index + 1}文字目に印刷できない制御文字（U+${code}）があります。`,
    fix: isBreak ? '段落を分けて書いてください。' : 'その文字を削除してください。',
  });
}

/** The problem of a department that the plan does not list. */
export function unknownDepartment(id: string, path: Path): Problem {
  return { code: 'unknown-department', path, message: `部署「${id}」は部署一覧（departments）にありません。`, fix: '部署一覧に加えるか、識別子を直してください。' };
}
