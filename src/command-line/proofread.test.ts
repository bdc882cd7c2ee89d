import { cpSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../tests/bundle-folder.ts';
import type { Finding } from '../domain/proofreading/finding.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'samples/komae-2020');

function ayumi(...parameters: string[]): { code: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/ayumi.mjs', 'proofread', ...parameters], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, error: stderr };
}

describe('ayumi proofread', () => {
  test('prints findings with all their places in a form that stays, and ends with 0', () => {
    const { code, out, error } = ayumi(sample, '--json');
    const findings = JSON.parse(out) as Finding[];
    expect([code, error]).toEqual([0, '']);
    expect(findings.length).toBeGreaterThan(20);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(['rule', 'level', 'message', 'quote', ...('suggestion' in finding ? ['suggestion'] : []), 'places']);
      for (const place of finding.places) expect(Object.keys(place)).toEqual(['path', 'start', 'end']);
    }
  });

  test('takes the spelling of the city from dictionary.yaml: 人財 is no slip', () => {
    const findings = JSON.parse(ayumi(sample, '--json').out) as Finding[];
    expect(findings.filter(({ quote }) => quote === '人財')).toEqual([]);
  });

  test('tells a reader in words, worst first, and ends with 1 on an error only where that was asked', () => {
    const { code, out } = ayumi(sample, '--strict');
    expect(out).toMatch(/^［誤り］「/);
    expect(out).toMatch(/件の指摘があります（誤り\d+件、助言\d+件、参考\d+件）。/);
    expect(code).toBe(1);
  });

  test('names every problem of the dictionary with its line, and every problem of a bundle', () => {
    const folder = makeFolder();
    cpSync(sample, folder, { recursive: true });
    writeFileSync(join(folder, 'dictionary.yaml'), 'rules:\n  - expected: 人財\n    pattern: /(/\n');
    const broken = ayumi(folder);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.error).toMatch(/dictionary\.yaml:2:/);
    expect(ayumi(join(folder, 'nothing-here')).code).toBe(1);
    expect(ayumi(sample, '--year', '1999').error).toContain('1999年度の報告がありません。');
  });
});
