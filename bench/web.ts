import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { listen } from '../src/adapters/http-server.ts';
import { openServices } from '../src/app.ts';
import type { Article } from '../src/domain/article.ts';
import type { ChangeSet, Judgement } from '../src/domain/change.ts';
import { publish } from '../src/pipeline/publish.ts';
import { uuidFrom } from '../src/text/fingerprints.ts';
import { createSite } from '../src/web/site.ts';
import type { Figure } from './figure.ts';
import { changeOf, judgementOn, storedArticle, storyOf } from './made-up-corpus.ts';

const ARTICLES = 100_000;
/** Articles a commit, and accounts a story. */
const BATCH = 2_000;
const ACCOUNTS = 4;
const MINUTES = 4;
const WORDS = 150;
const TOPIC = 'harbour';
const NOW = Date.UTC(2026, 2, 1);
const REQUESTS = 40;

/** What a request costs the server on a corpus of a hundred thousand accepted articles, a year of a busy topic. */
export async function webFigures(folder: string): Promise<readonly Figure[]> {
  const services = openServices(configure(folder), { verbose: false }, { now: () => new Date(NOW) });
  try {
    const store = await services.store();
    const lease = await store.lease('bench');
    for (let first = 0; first < ARTICLES; first += BATCH) {
      await lease.check();
      await store.commit(lease, batch(first));
    }
    await publish(services, lease);
    await lease.release();
    const [newest] = await store.stories(TOPIC, 1);
    const site = await createSite(services, undefined);
    const server = await listen(site.fetch, { host: '127.0.0.1', port: 0 });
    const cost = async (path: string, headers: Readonly<Record<string, string>> = {}, requests = REQUESTS) =>
      (await cpuMilliseconds(server.url, path, headers, requests)) / requests;
    const feed = `feeds/${TOPIC}.atom`;
    const { headers } = await fetch(new URL(feed, server.url));
    const figures = [
      { name: 'overview', atMost: 30, measured: await cost(`topics/${TOPIC}`) },
      { name: 'overview of a common tag', atMost: 30, measured: await cost(`topics/${TOPIC}?tag=ferries`) },
      { name: 'story', atMost: 30, measured: await cost(`topics/${TOPIC}/stories/${newest?.story.id}`) },
      { name: 'article', atMost: 30, measured: await cost(`articles/${newest?.articles[0]?.article.id}`) },
      { name: 'search, a common word', atMost: 60, measured: await cost('search?q=ferry') },
      { name: 'search, a rare word', atMost: 60, measured: await cost('search?q=word777') },
      {
        name: 'search, two words and a date',
        atMost: 60,
        measured: await cost('search?q=ferry+word77&since=2025-06-01'),
      },
      {
        name: 'search by language and source',
        atMost: 60,
        measured: await cost('search?q=harbour&language=en&source=wire-3'),
      },
      ...(await keeperFigures(cost)),
      {
        name: 'feed with its tag, 304',
        atMost: 2,
        measured: await cost(feed, { 'if-none-match': headers.get('etag') ?? '' }, 1_000),
      },
    ];
    const all = [
      ...figures.map((figure) => ({ ...figure, unit: 'ms CPU' })),
      ...(await feedsASecond(feed, cost)),
      await firstPage(server.url),
    ];
    await server.close();
    return all;
  } finally {
    await services.close();
  }
}

type Cost = (path: string, headers?: Readonly<Record<string, string>>, requests?: number) => Promise<number>;

async function keeperFigures(cost: Cost): Promise<readonly Omit<Figure, 'unit'>[]> {
  const paths = ['review', 'sources', 'watchlist', 'suggestions', 'subscribe', 'metrics'];
  const figures: Omit<Figure, 'unit'>[] = [];
  for (const path of paths) figures.push({ name: path, atMost: 30, measured: await cost(path) });
  return figures;
}

/** Feeds that one core gives out in a second, to who has no tag. The target is a least. */
async function feedsASecond(feed: string, cost: Cost): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const coding of ['gzip', 'identity']) {
    const milliseconds = await cost(feed, { 'accept-encoding': coding }, 1_000);
    figures.push({
      name: `feed, ${coding}`,
      unit: 'a second',
      atMost: null,
      atLeast: 500,
      measured: 1_000 / milliseconds,
    });
  }
  return figures;
}

/** What a browser loads of the first page: the page, its style, script and icon, in gzip as it asks for them. */
async function firstPage(url: string): Promise<Figure> {
  const page = await (await fetch(url)).text();
  const parts = [...page.matchAll(/(?:href|src)="(\.\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  let bytes = 0;
  for (const path of ['./', ...parts]) bytes += await bytesSent(new URL(path, url).href);
  return { name: 'first page, in all it loads', unit: 'KB', atMost: 60, measured: bytes / 1_000 };
}

function bytesSent(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, async (answer) => {
      let bytes = 0;
      for await (const chunk of answer) bytes += (chunk as Buffer).length;
      resolve(bytes);
    }).on('error', reject);
  });
}

/** Of this thread, which serves, while another asks one request after the other; warmed up first. */
async function cpuMilliseconds(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  requests: number,
): Promise<number> {
  await ask(url, path, headers, Math.ceil(requests / 4));
  const before = process.threadCpuUsage();
  await ask(url, path, headers, requests);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

function ask(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  requests: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(CLIENT, {
      eval: true,
      workerData: { url: new URL(path, url).href, headers, requests },
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path} was not answered well`)),
    );
  });
}

const CLIENT = `
const { workerData: { url, headers, requests } } = require('node:worker_threads');
const { Agent, get } = require('node:http');
const agent = new Agent({ keepAlive: true });
const once = () => new Promise((resolve, reject) => get(url, { agent, headers }, (answer) => {
  if (![200, 304].includes(answer.statusCode)) reject(new Error(String(answer.statusCode)));
  answer.resume().on('end', resolve);
}).on('error', reject));
(async () => { for (let n = 0; n < requests; n += 1) await once(); agent.destroy(); })();
`;

function configure(folder: string): string {
  const config = join(folder, 'config');
  mkdirSync(join(config, 'topics'), { recursive: true });
  const concept = (id: string) => ({ id, kind: 'idea', names: { en: [id] } });
  const tags = [{ id: 'ferries', feed: true }, { id: 'storms' }];
  const topic = {
    id: TOPIC,
    title: 'Harbour news',
    facets: [{ id: 'sea', concepts: [concept('ferry')] }],
    tags,
  };
  const sources = Array.from({ length: 40 }, (_, n) => ({
    id: `wire-${n}`,
    url: `https://wire-${n}.example/feed`,
    title: `Wire ${n}`,
  }));
  writeFileSync(join(config, 'topicwatch.yaml'), JSON.stringify({ web: { port: 0 } })); // JSON is YAML
  writeFileSync(join(config, 'sources.yaml'), JSON.stringify(sources));
  writeFileSync(
    join(config, 'topics', `${TOPIC}.yaml`),
    JSON.stringify({ ...topic, concepts: tags.map(({ id }) => concept(id)) }),
  );
  return config;
}

/** Stories of several accounts, each in the batch it is opened in. */
function batch(first: number): ChangeSet {
  const articles = Array.from({ length: BATCH }, (_, index) => article(first + index));
  const stories = articles.flatMap((lead, index) =>
    index % ACCOUNTS === 0 ? [storyOf([lead, ...articles.slice(index + 1, index + ACCOUNTS)], TOPIC)] : [],
  );
  return changeOf(articles, articles.map(judgement), stories);
}

function article(n: number): Article {
  const firstSeen = new Date(NOW - (ARTICLES - n) * MINUTES * 60_000).toISOString();
  const sourceId = `wire-${n % 40}`;
  // Zipf's law: the rank of a word by its frequency.
  const words = Array.from(
    { length: WORDS },
    (_, place) => `word${Math.floor(20_000 ** (((n * 7919 + place * 104_729) % 9_973) / 9_973))}`,
  );
  return storedArticle({
    id: uuidFrom('article', String(n)),
    sourceId,
    title: `Ferry ${n} of the harbour ${words.slice(0, 5).join(' ')}`,
    summary: `The ferry came in. ${words.slice(5, 25).join(' ')}`,
    text: words.join(' '),
    language: 'en',
    firstSeen,
  });
}

function judgement(article: Article): Judgement {
  return judgementOn(article, TOPIC, {
    reasons: [
      {
        rule: 'concept:ferry',
        facets: ['sea'],
        field: 'title',
        quote: article.title.slice(0, 5),
        count: 1,
        weight: 0.8,
        learned: false,
      },
    ],
    flip: 'It would have been rejected if it did not name Sea.',
    tags: [{ tag: 'ferries', because: 'Ferry' }],
  });
}
