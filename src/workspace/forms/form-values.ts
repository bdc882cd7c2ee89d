import type { WorkspaceContext } from '../workspace.ts';

/** A submitted form; a name may occur several times (checkboxes). Files are left out. */
export interface FormValues {
  /** The last value of the name, or an empty text; line breaks as LF. */
  one(name: string): string;
  all(name: string): string[];
  names(): string[];
}

export async function readForm(context: WorkspaceContext): Promise<FormValues> {
  const body = await context.req.parseBody({ all: true });
  const values = new Map(Object.entries(body).map(([name, value]) => [
    name, (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string').map((entry) => entry.replaceAll('\r\n', '\n')),
  ]));
  return { one: (name) => values.get(name)?.at(-1) ?? '', all: (name) => values.get(name) ?? [], names: () => [...values.keys()] };
}
