import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHost } from '../end-to-end/host.ts';
import { makeHome, topicwatch } from '../end-to-end/program.ts';

const DAY = 24 * 3_600_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

test('an outlet is watched by its sitemap: what is new is published, what is old only found', async () => {
  const address = (day: string, slug: string): string =>
    `<url><loc>https://herald.example/${day.replaceAll('-', '/')}/${slug}.html</loc><lastmod>${dayBefore(0)}</lastmod></url>`;
  const sitemap =
    address(dayBefore(1), 'caldmoor-and-brae-sign-ferry-pact') +
    address('2019-05-01', 'caldmoor-and-brae-open-a-bridge') +
    address(dayBefore(1), 'weir-gate-closes-early');
  const host = await openHost(({ url }, response) =>
    response.end(
      url === '/articles.xml'
        ? `<urlset>${sitemap}</urlset>`
        : `<sitemapindex><sitemap><loc>${new URL('/articles.xml', host.url).href}</loc></sitemap></sitemapindex>`,
    ),
  );
  const home = makeHome({ herald: new URL('/sitemap.xml', host.url).href });
  const run = (...args: readonly string[]) => topicwatch(['--config', home.config, ...args]);
  try {
    expect((await run('run')).stdout).toMatch(/accepted +2/);
    const published = readFileSync(join(home.feeds, 'caldmoor-brae.articles.atom'), 'utf8');
    expect(published).toContain('Caldmoor And Brae Sign Ferry Pact');
    expect(published).not.toContain('Bridge');
    expect((await run('search', 'bridge')).stdout).toContain('Caldmoor And Brae Open A Bridge');

    await run('run', '--force');
    expect((await run('--json', 'status')).stdout).toContain('"fresh": 0');
  } finally {
    await host.close();
    rmSync(home.dir, { recursive: true });
  }
});
