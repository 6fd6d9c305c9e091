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
