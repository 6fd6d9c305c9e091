import { Feed } from 'feed';

import type { Publication, PublishedEntry } from '../entry.ts';
import { bodyHtml } from '../markup.ts';

/** Where a publication is read, in one format. */
export interface Place {
  /** The file's own address; null: not known. */
  readonly self: string | null;
  /** The page that lists the feeds; null: not known. */
  readonly home: string | null;
}

/**
 * A publication for the `feed` package, with what the package writes right: ids, dates, content, the frame around them. What it
 * gets wrong or leaves out (titles, links, categories, authors, languages, sources) each format completes in what it
 * wrote. A link is a must there, so an entry that has none is given its id, which the formats take out again.
 *
 * @param describe the description of an entry; undefined: it gets none.
 */
export function feedOf(
  publication: Publication,
  place: Place,
  describe?: (entry: PublishedEntry) => string,
): Feed {
  const feed = new Feed({
    id: publication.id,
    title: publication.title,
    link: place.home ?? publication.id,
    description: publication.subtitle,
    language: publication.language,
    updated: new Date(publication.updated),
    generator: 'topicwatch',
    author: { name: 'topicwatch' },
  });
  for (const entry of publication.entries) {
    const description = describe?.(entry);
    feed.addItem({
      id: entry.id,
      title: entry.title,
      link: alternateOf(entry) ?? entry.id,
      date: new Date(entry.updated),
      published: new Date(entry.published),
      content: bodyHtml(entry.body),
      ...(description === undefined ? {} : { description }),
    });
  }
  return feed;
}

/** Where an entry leads; null: nowhere. */
export function alternateOf(entry: PublishedEntry): string | null {
  return entry.links.find(({ rel }) => rel === 'alternate')?.href ?? null;
}
