import { editionSchema } from './edition-schema.ts';

/** The schema as it is published, in docs/schema and on the public side. */
export function editionSchemaText(): string {
  const { $schema, title, description, ...rest } = editionSchema as unknown as Readonly<Record<string, unknown>>;
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}
