import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { keepCompiled } from './keep-compiled.ts';

// Only what makes a validator loads ajv: one that was kept needs nothing of it.
const require = createRequire(import.meta.url);

/**
 * The check of a JSON Schema, every deviation at once, kept between starts: ajv writes a program for each schema, which takes as
 * long as reading the plan that is checked.
 */
export function keptValidator(schema: object): ValidateFunction {
  const { version } = require('ajv/package.json') as { version: string };
  const { file } = keepCompiled('.cjs', [version, JSON.stringify(schema)], (esbuild) => {
    const standalone = (require('ajv/dist/standalone') as typeof import('ajv/dist/standalone/index.js')).default;
    const ajv = compiler();
    return esbuild.buildSync({ stdin: { contents: standalone(ajv, ajv.compile(schema)), resolveDir: import.meta.dirname }, bundle: true, format: 'cjs', platform: 'node', target: 'node26', write: false }).outputFiles[0]!.text;
  });
  return file === null ? compiler().compile(schema) : (require(file) as ValidateFunction);
}

function compiler() {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  // That our schemas are schemas is tested (published-schemas.test.ts); to check it here takes longer than to read a bundle.
  return new Ajv2020({ allErrors: true, verbose: true, strict: false, meta: false, validateSchema: false, code: { optimize: false, source: true } });
}
