import { type FeedDocument, NO_FEED } from '../../src/domain/document.ts';
import type { RawDocument } from '../../src/domain/ports.ts';

/** A stand-in for a parser that meets its worst documents: each word of a body is a way to go wrong. */
export async function read({ body, url, timezone }: RawDocument): Promise<FeedDocument> {
  const text = Buffer.from(body).toString();
  if (text === 'for ever') for (;;);
  if (text === 'never') await new Promise(() => {});
  if (text === 'hoard')
    for (const kept: unknown[] = []; ; ) kept.push(Array.from({ length: 1_000 }, Math.random));
  if (text === 'exit') process.exit(3);
  if (text === 'throw') throw new TypeError('cannot read the pubDate');
  if (text === 'throw later') {
    setTimeout(() => {
      throw new Error('out of the blue');
    });
    await new Promise(() => {});
  }
  if (text === 'throw afterwards') {
    setTimeout(() => {
      throw new Error('out of the blue');
    });
  }
  const title = text === 'spy' ? JSON.stringify(process.env) : text;
  const feed = { ...NO_FEED, title, link: url, publisher: { name: timezone, email: null, url: null } };
  return { ok: true, error: null, encoding: 'utf-8', format: 'rss-2.0', feed, entries: [], skipped: [] };
}
