import Type from 'typebox';
import type { Edition } from '../../domain/edition/edition.ts';
import { laterMembers, namesOfLaterMembers } from '../../domain/edition/read-edition.ts';
import { editionSchema } from './edition-schema.ts';

type Json = Readonly<Record<string, unknown>>;

const readAs: Json = { ...laterMembers.edition, ...laterMembers.reportedParagraph };

/**
 * The schema of every edition.json that was ever published: members that came later may be missing there, and say so. What is sealed
 * now has them all (`editionSchema`).
 */
export const publishedEditionSchema = Type.Unsafe<Edition>(withoutRequiringLater(JSON.parse(JSON.stringify(editionSchema))) as Json);

/** The schema as it is published, in docs/schema and on the public side. */
export function editionSchemaText(): string {
  const { $schema, title, description, ...rest } = publishedEditionSchema as unknown as Json;
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}

function withoutRequiringLater(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutRequiringLater);
  const inner: Json = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutRequiringLater(value)]));
  const { properties, required } = inner;
  if (!Array.isArray(required) || typeof properties !== 'object' || properties === null) return inner;
  return {
    ...inner,
    required: required.filter((name: string) => !namesOfLaterMembers.includes(name)),
    properties: Object.fromEntries(Object.entries(properties as Record<string, Json>).map(([name, property]) => [name, namesOfLaterMembers.includes(name) ? { ...property, description: saidOf(name, property) } : property])),
  };
}

function saidOf(name: string, { description }: Json): string {
  return `${String(description)}。この項目ができる前に公表した版にはなく、${readAs[name] === null ? 'null ' : '空'}と同じに読む`;
}
