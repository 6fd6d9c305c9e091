import type { FeedDocument } from '../domain/document.ts';
import { unreadable } from '../domain/document.ts';
import type { Fetcher, Reader } from '../domain/ports.ts';
import type { Source } from '../domain/source.ts';
import { joinSitemaps, sitemapsToRead } from '../ingest/sitemap/sitemap.ts';

/**
 * Reads the newest sitemaps of an index, as one document with all their entries. Their addresses are links from outside: they
 * are fetched like those of articles, one after the other, and lead to no private address but the source's own.
 */
export async function followIndex(
  index: FeedDocument,
  source: Pick<Source, 'url' | 'timezone'>,
  { fetcher, reader }: { readonly fetcher: Fetcher; readonly reader: Reader },
): Promise<FeedDocument> {
  const sitemaps: (FeedDocument & { url: string })[] = [];
  for (const url of sitemapsToRead(index)) {
    const outcome = await fetcher.fetch({
      url,
      validators: { etag: null, lastModified: null },
      configured: false,
      ledFrom: source.url,
    });
    const document =
      outcome.kind === 'fetched'
        ? await reader.read({ ...outcome, timezone: source.timezone })
        : unreadable(outcome.kind === 'unchanged' ? 'the server sent nothing' : outcome.message);
    sitemaps.push({ ...document, url });
  }
  return joinSitemaps(index, sitemaps);
}
