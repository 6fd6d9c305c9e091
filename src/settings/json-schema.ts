import { z } from 'zod';
import { programSchema } from './schema/program.ts';
import { sourcesSchema } from './schema/sources.ts';
import { topicSchema } from './schema/topic.ts';

/** The schemas of the three kinds of files, by the names their files in config/schema/ begin with. */
export const SCHEMAS = { topicwatch: programSchema, sources: sourcesSchema, topic: topicSchema } as const;
export type SchemaName = keyof typeof SCHEMAS;

/** A JSON Schema as far as it is read here. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/**
 * What may stand in a file, as JSON Schema of draft 7, which editors understand best. It is made of the schema the file is
 * checked by, so that an editor completes and refuses what the program does; rules between entries are beyond it.
 */
export function jsonSchema(name: SchemaName): JsonSchema {
  return z.toJSONSchema(SCHEMAS[name], { io: 'input', target: 'draft-7' }) as JsonSchema;
}

/** The files of config/schema/: their names and texts. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const names = Object.keys(SCHEMAS) as SchemaName[];
  return new Map(
    names.map((name) => [`${name}.schema.json`, `${JSON.stringify(jsonSchema(name), null, 2)}\n`]),
  );
}
