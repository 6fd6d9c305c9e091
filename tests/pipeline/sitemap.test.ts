import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { runCycle } from '../../src/pipeline/cycle.ts';
import { serve } from '../adapters/servers.ts';
import { makeHome } from '../end-to-end/program.ts';

const NOW = '2026-03-03T12:00:00.000Z';

const sitemap = (addresses: readonly string[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses
    .map((address) => `<url><loc>${address}</loc></url>`)
    .join('')}</urlset>`;

test('of a sitemap without dates, what stood in the first one is an old find, and what joins it later is news', async () => {
  const current: string[] = [];
  const site = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).end(sitemap(current));
  });
  const home = makeHome({}, { http: { allowPrivateHosts: ['127.0.0.1'] } });
  const source = { id: 'gazette', url: `${site.url}/sitemap.xml`, title: 'Gazette', language: 'en' };
  writeFileSync(join(home.config, 'sources.yaml'), JSON.stringify([source]));
  const services = openServices(home.config, { verbose: false }, { now: () => new Date(NOW) });
  onTestFinished(async () => {
    await services.close();
    rmSync(home.dir, { recursive: true });
  });
  const listed = async () => {
    const store = await services.store();
    const [topic] = (await services.settings()).topics;
    const stories = await store.stories(topic?.id ?? '', 10, { listedOnly: true });
    return stories.flatMap(({ articles }) => articles.map(({ article }) => article.title));
  };
  const run = () => runCycle(services, { sourceIds: [], force: true, dryRun: false });

  current.push(`${site.url}/caldmoor-and-brae-sign-treaty`);
  expect(await run()).toMatchObject({ accepted: 1 });
  expect(await listed()).toEqual([]);

  current.push(`${site.url}/envoy-of-brae-visits-caldmoor-harbour`);
  expect(await run()).toMatchObject({ accepted: 1 });
  expect(await listed()).toEqual(['Envoy Of Brae Visits Caldmoor Harbour']);
});
