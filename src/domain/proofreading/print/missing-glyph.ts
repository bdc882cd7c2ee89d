import { textRule } from '../rule.ts';
import { charactersNotIn, everyKind } from './characters.ts';

export const missingGlyph = textRule({
  name: 'missing-glyph', title: '印刷できない文字', family: 'print', level: 'error',
  catches: 'PDFに使う書体にない文字（絵文字、まれな異体字など）。',
  why: '一字でも書体にない文字があると、アクセシブルなPDF（PDF/UA）を作れないためです。',
  example: { wrong: '狛江😀サミット', right: '狛江☆サミット' },
}, ({ text }, { tools: { printable } }) => (printable ? charactersNotIn(text, printable, (name) => `${name}は、PDFの書体にない文字です。`) : []), everyKind);
