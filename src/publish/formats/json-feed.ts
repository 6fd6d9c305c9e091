import type { Publication, PublishedEntry } from '../entry.ts';
import { gist } from '../markup.ts';
import { alternateOf, feedOf, type Place } from './feed.ts';

/** What the `feed` package writes of JSON Feed 1.0, as far as it is kept. */
interface Written {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/**
 * A publication in JSON Feed 1.1: what the `feed` package writes of 1.0, with authors, languages, tags and the feed's address.
 */
export function renderJsonFeed(publication: Publication, place: Place): string {
  const written: Written = JSON.parse(feedOf(publication, place, (entry) => gist(entry.body)).json1());
  const { items, ...head } = written;
  const feed = {
    ...head,
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: place.home ?? undefined,
    feed_url: place.self ?? undefined,
    author: undefined,
    authors: [{ name: 'topicwatch' }],
    language: publication.language,
    items: items.map((item, index) => completeItem(item, publication.entries[index])),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function completeItem(item: object, entry: PublishedEntry | undefined): object {
  if (entry === undefined) return item;
  return {
    ...item,
    url: alternateOf(entry) ?? undefined,
    authors: entry.authors.map((name) => ({ name })),
    language: entry.language,
    tags: entry.categories.map(({ term, label }) => label ?? term),
  };
}
