import type { Connection } from './connection.ts';

interface PublicationRow {
  readonly corpus_version: number;
  readonly published: string | null;
}

/** How often a commit changed something that a published file may show, and from what the folder was last published. */
export function publication(connection: Connection): PublicationRow {
  const row = connection.get<PublicationRow>('select corpus_version, published from publication');
  if (row === undefined) throw new Error('the publication row of the store is missing');
  return row;
}

export function countVersion(connection: Connection): void {
  connection.run('update publication set corpus_version = corpus_version + 1');
}

export function recordPublished(connection: Connection, state: string): void {
  connection.run('update publication set published = ?', state);
}

/** How developments were told, by development. */
export function told(connection: Connection, developmentIds: readonly string[]): ReadonlyMap<string, object> {
  const rows = connection.all<{ development_id: string; telling: string }>(
    'select development_id, telling from tellings where development_id in (select value from json_each(?))',
    JSON.stringify(developmentIds),
  );
  return new Map(rows.map((row) => [row.development_id, JSON.parse(row.telling)]));
}

export function recordTold(
  connection: Connection,
  tellings: readonly { readonly developmentId: string; readonly telling: object }[],
): void {
  for (const { developmentId, telling } of tellings) {
    connection.run(
      'insert into tellings values (?, ?) on conflict (development_id) do update set telling = excluded.telling',
      developmentId,
      JSON.stringify(telling),
    );
  }
}
