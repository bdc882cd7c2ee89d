// Lets Node run .tsx: types and JSX are taken out by esbuild as each file is loaded; .ts is Node's own affair.
// Use: node --import ./scripts/jsx.mjs src/main.ts
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    const sourcefile = fileURLToPath(url);
    const { code } = transformSync(readFileSync(sourcefile, 'utf8'), {
      sourcefile, loader: 'tsx', format: 'esm', target: 'node26', jsx: 'automatic', jsxImportSource: 'hono/jsx', sourcemap: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
