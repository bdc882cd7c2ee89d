// Writes docs/schema from the code that checks a bundle and describes an edition. A test fails while the two differ.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '../src/documents/bundle/published-schemas.ts';
import { editionSchemaText } from '../src/documents/edition-json/edition-schema-text.ts';

for (const [name, text] of Object.entries({ ...publishedSchemas(), 'edition.schema.json': editionSchemaText() })) writeFileSync(fileURLToPath(new URL(`../docs/schema/${name}`, import.meta.url)), text);
