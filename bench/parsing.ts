import Parser from 'rss-parser';
import { parseDocument } from '../src/ingest/parse.ts';
import type { Figure } from './figure.ts';
import { sampleFeed } from './sample-feeds.ts';

const FEEDS = 300;
const ITEMS = 20;
const PASSES = 4;

/** What reading a well-formed feed costs, from its bytes to the document, against plain rss-parser on its text. */
export async function parsingFigures(): Promise<readonly Figure[]> {
  const now = new Date();
  const bodies = Array.from({ length: FEEDS }, (_, number) => Buffer.from(sampleFeed(number, ITEMS, now)));
  const about = { contentType: null, contentLanguage: null, url: 'https://outlet.example/', timezone: 'UTC' };
  const plain = new Parser();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    theirs.push(await cpuOf(bodies, (body) => plain.parseString(body.toString())));
    ours.push(await cpuOf(bodies, (body) => parseDocument({ ...about, body }, 'raw')));
  }
  return [
    {
      name: 'reading a feed ÷ plain rss-parser (throughput 0.7 of it)',
      unit: '×',
      atMost: 1 / 0.7,
      measured: Math.min(...ours) / Math.min(...theirs),
    },
  ];
}

/** Microseconds for all of them, one after the other. */
async function cpuOf(bodies: readonly Buffer[], read: (body: Buffer) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (const body of bodies) await read(body);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
