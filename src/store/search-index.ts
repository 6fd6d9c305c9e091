import type { Language } from '../domain/time.ts';
import { indexTerms } from '../text/search-terms.ts';
import { isAccepted } from './articles.ts';
import type { Connection } from './connection.ts';

interface TextRow {
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
  readonly language: Language;
}

/** Puts accepted articles into the search index in their present wording, and takes others out. */
export function reindex(connection: Connection, articles: Iterable<number>): void {
  for (const n of articles) {
    connection.run('delete from search where rowid = ?', n);
    if (!isAccepted(connection, n)) continue;
    const row = connection.get<TextRow>(
      'select title, summary, text, language from contents where article = ?',
      n,
    );
    if (row === undefined) continue;
    connection.run(
      'insert into search (rowid, title, body) values (?, ?, ?)',
      n,
      indexTerms(row.title, row.language),
      indexTerms(`${row.summary}\n${row.text ?? ''}`, row.language),
    );
    connection.run('insert or ignore into search_languages values (?)', row.language);
  }
}
