import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { keepCompiled } from '../compiled/keep-compiled.ts';

/** A stylesheet, with the name under which it may be kept for ever. */
export interface Stylesheet {
  /** style-<hash>.css */
  readonly name: string;
  readonly css: string;
}

/**
 * Our rules with those design tokens of the Digital Agency that they use, and no others: a page must stay small.
 *
 * @throws when a rule uses a token that the package does not have
 */
export function stylesheet(file: 'style' | 'workspace' = 'style'): Stylesheet {
  const rules = readFileSync(new URL(`./${file}.css`, import.meta.url), 'utf8');
  const tokens = new Map(readFileSync(createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8')
    .matchAll(/^\s*(--[\w-]+):\s*(.+);$/gm).map(([, name = '', value = '']) => [name, value]));
  const local = new Set([...rules.matchAll(/[{;](--[\w-]+):/g)].map(([, name = '']) => name));
  const used = new Map<string, string>();
  // A token may be another one under a second name (semantic-error-2 is red-900): both are needed.
  const use = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)\)/g)) {
      if (local.has(name) || used.has(name)) continue;
      const value = tokens.get(name);
      if (value === undefined) throw new Error(`The design tokens have no ${name}.`);
      used.set(name, value);
      use(value);
    }
  };
  use(rules);
  const root = [...used].map(([name, value]) => `${name}:${value}`);
  const whole = `:root{${root.join(';')}}${rules}`;
  const { code } = keepCompiled('.css', [whole], (esbuild) => esbuild.transformSync(whole, { loader: 'css', minify: true }).code);
  return { name: `${file}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.css`, css: code };
}
