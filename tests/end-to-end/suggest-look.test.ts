import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { runProgram } from '../../src/cli/program.ts';
import type { Fetcher } from '../../src/domain/ports.ts';
import { createSite } from '../../src/web/site.ts';
import { NOTHING, sourceState } from '../store/samples.ts';
import { type Host, openHost } from './host.ts';
import { type Home, makeHome } from './program.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-03-20T12:00:00.000Z');
/** The site that accepted articles lead to. */
const SITE = 'https://strait-review.example/';

/** Events of one topic, each another, one every other day. */
const EVENTS = [
  'Caldmoor and Brae agree on ferry fares',
  'Brae lends Caldmoor a dredger for its silted dock',
  'A storm cuts the cable between Caldmoor and Brae',
  'Caldmoor teachers visit schools of Brae',
  'Brae and Caldmoor quarrel about herring',
  'The mayors of Caldmoor and Brae open a bridge',
  'Caldmoor buys turbines from a yard at Brae',
];

const rss = (title: string, items: readonly string[]): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><language>en</language>${items.join('')}</channel></rss>`;

function item(outlet: string, title: string, at: number, more: string): string {
  const link = `https://${outlet}.example/${at}`;
  const date = new Date(NOW - (2 * (EVENTS.length - at) + 1) * DAY).toUTCString();
  const body = `<p>${title}, the councils told. ${more}</p>`;
  return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><content:encoded><![CDATA[${body}]]></content:encoded></item>`;
}

const leading = (outlet: string, at: number): string =>
  `More in <a href="${SITE}${outlet}/${at}">a review</a>.`;

/** What the two outlets that are watched say, and what stands on the site that is not. */
const ANSWERS: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/gazette': [
    'text/xml',
    rss(
      'Gazette',
      EVENTS.map((title, at) => item('gazette', title, at, leading('gazette', at))),
    ),
  ],
  '/courier': [
    'text/xml',
    rss(
      'Courier',
      EVENTS.map((title, at) => item('courier', `${title}, a reader writes`, at, leading('courier', at))),
    ),
  ],
  '/': [
    'text/html',
    '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/on/feed.xml"></head><body>The Strait Review</body></html>',
  ],
  '/on/feed.xml': [
    'text/xml',
    rss('The Strait Review', [
      item('strait-review', 'Why Caldmoor and Brae share a bridge', 6, 'A long read.'),
      item('strait-review', 'What Brae owes Caldmoor for a dredger', 5, 'A long read.'),
      item('strait-review', 'Ten soups for cold days', 4, 'With leeks.'),
    ]),
  ],
};

let host: Host;
let home: Home;

beforeEach(async () => {
  host = await openHost(({ url = '' }, response) => {
    const [type, body] = ANSWERS[url] ?? ['text/plain', 'nothing is here'];
    response.writeHead(url in ANSWERS ? 200 : 404, { 'content-type': type }).end(body);
  });
  home = makeHome({ gazette: `${host.url}gazette`, courier: `${host.url}courier` });
});
afterEach(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

/** Asks the server of this machine for what stands on the site, as if its name led here. Nothing else is answered for. */
function asIfNamed(fetcher: Fetcher): Fetcher {
  return {
    ...fetcher,
    async fetch(request) {
      if (!request.url.startsWith(SITE)) return fetcher.fetch(request);
      const here = request.url.replace(SITE, host.url);
      const outcome = await fetcher.fetch({ ...request, url: here, configured: true });
      return outcome.kind === 'fetched' ? { ...outcome, url: outcome.url.replace(host.url, SITE) } : outcome;
    },
  };
}

function open(config: string) {
  const services = openServices(config, { verbose: false }, { now: () => new Date(NOW) });
  return Object.assign(Object.create(services) as typeof services, {
    fetcher: async () => asIfNamed(await services.fetcher()),
  });
}

/** Has a source fail for ten days, after it brought something on a day. */
async function failing(sourceId: string, newestItem: string): Promise<void> {
  const services = open(home.config);
  const store = await services.store();
  const lease = await store.lease('test');
  const failingSince = new Date(NOW - 10 * DAY).toISOString();
  const state = { url: `${SITE}old.xml`, result: 'http', failures: 40, failingSince, newestItem } as const;
  await store.commit(lease, { ...NOTHING, sources: [sourceState(sourceId, state)] });
  await lease.release();
  await services.close();
}

/** Runs a command in this process. */
async function topicwatch(...args: readonly string[]): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const streams = { stdin: Readable.from([]), stdout, stderr } as unknown as typeof process;
  const code = await runProgram([...args, '--config', home.config], '1.0.0', streams, open);
  const said = `${stdout.read() ?? ''}`;
  expect(code, `${stderr.read() ?? ''}`).toBe(0);
  return said;
}

describe('suggest --look', () => {
  test('finds the feed of a site that articles lead to, tries it, and accepting it writes a source that is polled', async () => {
    await topicwatch('run');
    expect(await topicwatch('suggest')).toMatch(
      /^1 +uncovered-site +Add strait-review\.example as a source$/m,
    );

    const found = '1: https://strait-review.example/on/feed.xml, 3 items, 2 of them near a topic';
    expect(await topicwatch('suggest', '--look')).toContain(found);
    const shown = await topicwatch('suggest', '1');
    expect(shown).toContain(
      '14 accepted articles of 2 sources link to strait-review.example, which no source covers.',
    );
    expect(shown).toContain(found.replace('1: ', 'Its feed: '));

    const services = open(home.config);
    const site = await createSite(services, undefined);
    const page = await site.request('/suggestions/1', { headers: { host: 'localhost' } });
    expect(await page.text()).toContain('3 items, 2 of them near a topic');
    await services.close();

    await topicwatch('suggest', 'accept', '1', '--yes');
    const sources = readFileSync(join(home.config, 'sources.yaml'), 'utf8');
    expect(sources).toContain('https://strait-review.example/on/feed.xml');
    const cycle = JSON.parse(await topicwatch('run', '--json')) as { readonly accepted: number };
    expect(cycle.accepted).toBe(2);
    expect(await topicwatch('suggest')).toContain('nothing is suggested');
  });

  test('finds the feed by which a lost source goes on, and accepting it writes the new address', async () => {
    const list = [{ id: 'review', url: `${SITE}old.xml`, title: 'The Strait Review', language: 'en' }];
    writeFileSync(join(home.config, 'sources.yaml'), JSON.stringify(list, null, 2));
    await failing('review', new Date(NOW - 30 * DAY).toISOString());
    expect(await topicwatch('suggest')).toMatch(
      /^(\d+) +lost-source +Disable The Strait Review \(review\)$/m,
    );
    const [, number = ''] = /^(\d+) +lost-source/m.exec(await topicwatch('suggest')) ?? [];
    expect(await topicwatch('suggest', number)).toContain('"disabled": "failing since 2026-03-10"');

    const found = `${number}: https://strait-review.example/on/feed.xml, 3 items, 2 of them near a topic`;
    expect(await topicwatch('suggest', '--look')).toContain(found);
    const title =
      'Poll The Strait Review (review) at its new address: https://strait-review.example/on/feed.xml';
    expect(await topicwatch('suggest')).toContain(title); // looking again keeps what was found
    await topicwatch('suggest', 'accept', number, '--yes');
    expect(JSON.parse(readFileSync(join(home.config, 'sources.yaml'), 'utf8'))).toEqual([
      { ...list[0], url: 'https://strait-review.example/on/feed.xml' },
    ]);
  });

  test('finds none in place of a lost source where its site holds nothing newer', async () => {
    const list = [{ id: 'review', url: `${SITE}old.xml`, title: 'The Strait Review', language: 'en' }];
    writeFileSync(join(home.config, 'sources.yaml'), JSON.stringify(list));
    await failing('review', new Date(NOW - DAY / 2).toISOString());
    expect(await topicwatch('suggest', '--look')).toContain('holds anything newer than the lost one');
    expect(await topicwatch('suggest')).toContain('Disable The Strait Review');
  });
});
