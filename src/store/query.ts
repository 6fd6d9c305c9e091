import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';

import type { Connection, Value } from './connection.ts';
import type { Schema } from './schema.ts';

/** Builds queries and checks their types. It runs none: `rows` does, so that several of them see one state of the database. */
export const from = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export function rows<Row>(connection: Connection, query: Compilable<Row>): readonly Row[] {
  const { sql: text, parameters } = query.compile();
  return connection.all<Row>(text, ...(parameters as readonly Value[]));
}

/**
 * A list of values as a table: one parameter whatever its length, so that one prepared statement serves. `key` is the place in
 * the list.
 */
export function asTable<T>(values: readonly T[]): RawBuilder<{ key: number; value: T }> {
  return sql`json_each(${JSON.stringify(values)})`;
}
