import { planSchema, reportSchema } from './bundle-schema.ts';

/** The JSON Schemas as they are published in docs/schema, by file name. `node scripts/write-schemas.ts` writes them. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  const asText = (schema: object) => {
    // What it is comes first, for who opens the file.
    const { $schema, title, ...rest } = schema as { readonly $schema?: unknown; readonly title?: unknown };
    return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
  };
  return { 'plan.schema.json': asText(planSchema), 'report.schema.json': asText(reportSchema) };
}
