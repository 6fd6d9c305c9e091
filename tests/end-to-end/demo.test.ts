import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { topicwatch } from './program.ts';

interface Demo {
  readonly dir: string;
  readonly cycles: readonly Record<string, unknown>[];
}

let demo: Demo;
let seconds: number;

beforeAll(async () => {
  const began = performance.now();
  const { code, stdout, stderr } = await topicwatch(['demo', '--json']);
  seconds = (performance.now() - began) / 1000;
  expect(code, stderr).toBe(0);
  demo = JSON.parse(stdout) as Demo;
});
afterAll(() => rmSync(demo.dir, { recursive: true }));

test('in words it lists stories by the moments it shows', async () => {
  const { stdout } = await topicwatch(['demo']);
  rmSync(/^Everything is in (.+)$/m.exec(stdout)?.[1] ?? '', { recursive: true });
  const moments = [...stdout.matchAll(/^ {2}(\d{4}-\d\d-\d\d \d\d:\d\d) .* accounts? /gm)].map(
    ([, at]) => at,
  );
  expect(moments).toHaveLength(5);
  expect(moments[0]).toBe('2026-01-05 15:00');
  expect(moments).toEqual(moments.toSorted().toReversed());
});

test('the demo is done within 20 seconds', () => {
  expect(seconds).toBeLessThan(20);
});

test('its cycles find what the sample feeds hold: what is on the topic, and the one that is no feed', () => {
  const failed = [expect.objectContaining({ sourceId: 'old-mill-herald', result: 'not-a-feed' })];
  expect(demo.cycles).toEqual([
    expect.objectContaining({ polled: 10, unchanged: 0, fresh: 44, revised: 0, accepted: 20, failed }),
    expect.objectContaining({ polled: 10, unchanged: 7, fresh: 4, revised: 1, accepted: 2, failed }),
  ]);
});

/** The titles of a published feed. */
const titles = (name: string): readonly string[] => {
  const feed = JSON.parse(readFileSync(join(demo.dir, 'feeds', name), 'utf8')) as {
    items: { title: string }[];
  };
  return feed.items.map(({ title }) => title);
};

test('it publishes each language, the good part of a broken feed, and an edited title', () => {
  const all = titles('russia-dprk.articles.json');
  expect(all).toHaveLength(22);
  expect(all.filter((title) => title.startsWith('[ko] '))).toHaveLength(6);
  expect(all.filter((title) => title.startsWith('[ru] '))).toHaveLength(4);
  expect(all).toContain('Song for Kim Jong Un performed in Kursk, KCNA reports');
  expect(all).toContain('Monument to North Korean partisans unveiled in Russia; Belousov speaks');
});

test('nothing that only looks alike is in', () => {
  const all = titles('russia-dprk.articles.json').join('\n');
  expect(all).not.toMatch(/skaters|[Cc]hoir|gas carriers|drone makers|pear|조선|발레|кухни/);
});

test('every file it leaves can be read by whoever reads such files', () => {
  const feeds = globSync('feeds/**/*.{atom,xml,opml}', { cwd: demo.dir });
  expect(feeds.length).toBeGreaterThan(8);
  for (const name of feeds) {
    const onError = (_: string, message: string): never => {
      throw new Error(`${name}: ${message}`);
    };
    new DOMParser({ onError }).parseFromString(readFileSync(join(demo.dir, name), 'utf8'), 'text/xml');
  }
});
