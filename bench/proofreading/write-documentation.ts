// Writes docs/proofreading/rules.md out of the rules; with --check it only compares and fails where they differ.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { proofreadingPage } from '../../src/domain/proofreading/documentation.ts';
import { rules } from '../../src/domain/proofreading/rules.ts';

const page = new URL('../../docs/proofreading/rules.md', import.meta.url);
const text = proofreadingPage(rules);
if (process.argv.includes('--check')) {
  if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/proofreading/rules.md が規則と異なります。node bench/proofreading/write-documentation.ts で作り直してください。');
    process.exitCode = 1;
  }
} else {
  mkdirSync(new URL('.', page), { recursive: true });
  writeFileSync(page, text);
}
