import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/ingest/parse.ts';
import { openHost } from '../end-to-end/host.ts';
import { makeHome, topicwatch } from '../end-to-end/program.ts';
import { raw } from '../ingest/reading.ts';

/** An item as Google News has it: an address of its own that redirects, the outlet behind the title and in `source`. */
function searchItem(id: string, title: string, outlet: string, site: string): string {
  const link = `https://news.google.com/rss/articles/${id}?oc=5`;
  const body = `<a href="${link}" target="_blank">${title}</a>&nbsp;&nbsp;<font color="#6f6f6f">${outlet}</font>`;
  return (
    `<item><title>${title} - ${outlet}</title><link>${link}</link><guid isPermaLink="false">${id}</guid>` +
    `<pubDate>${new Date().toUTCString()}</pubDate><description><![CDATA[${body}]]></description>` +
    `<source url="${site}">${outlet}</source></item>`
  );
}

test('an article found by a search feed is published under the outlet that wrote it', async () => {
  const items =
    searchItem('CBMiQ2FsZA', 'Caldmoor and Brae sign a ferry pact', 'Brae Herald', 'https://herald.example') +
    searchItem('CBMiQnJhZQ', 'Caldmoor envoy calls Brae a friend', 'Weir Post', 'https://weir-post.example');
  const feed = `<rss version="2.0"><channel><title>"Caldmoor Brae" - Google News</title>${items}</channel></rss>`;
  const host = await openHost((_request, response) => response.end(feed));
  const home = makeHome({ search: host.url });
  try {
    expect((await topicwatch(['--config', home.config, 'run'])).code).toBe(0);
    const published = readFileSync(join(home.feeds, 'caldmoor-brae.articles.atom'));
    const { entries } = await parseDocument(raw(published));
    const byTitle = entries.map(({ title, author, link }) => [title, author?.name, link]);
    expect(byTitle.toSorted()).toEqual([
      [
        'Caldmoor and Brae sign a ferry pact',
        'Brae Herald',
        'https://news.google.com/rss/articles/CBMiQ2FsZA?oc=5',
      ],
      [
        'Caldmoor envoy calls Brae a friend',
        'Weir Post',
        'https://news.google.com/rss/articles/CBMiQnJhZQ?oc=5',
      ],
    ]);
    const bodies = entries.map(({ content }) => content.map(({ value }) => value).join(''));
    expect(bodies.filter((body) => body.includes('Brae Herald'))).toHaveLength(1);
    expect(bodies.filter((body) => body.includes('Weir Post'))).toHaveLength(1);
  } finally {
    await host.close();
    rmSync(home.dir, { recursive: true });
  }
});
