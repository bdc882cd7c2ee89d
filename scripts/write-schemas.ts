// Writes docs/schema from the code that checks a bundle. A test fails while the two differ.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '../src/documents/bundle/published-schemas.ts';

for (const [name, text] of Object.entries(publishedSchemas())) writeFileSync(fileURLToPath(new URL(`../docs/schema/${name}`, import.meta.url)), text);
