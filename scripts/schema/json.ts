/** What editors and schemastore.org understand. */
export const DRAFT = 'http://json-schema.org/draft-07/schema#';

export function json(schema: object): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** An object with exactly these fields so far; later versions may add to them. */
export function record(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

export function nullable(type: string): object {
  return { type: [type, 'null'] };
}
