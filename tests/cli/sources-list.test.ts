import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { feedOf, openHost } from '../end-to-end/host.ts';
import { makeHome, topicwatch } from '../end-to-end/program.ts';

const DAY = 24 * 3_600_000;
const NOW = Date.now();
const today = new Date(NOW).toISOString().slice(0, 10);
const feed = (daysAgo: number, text = 'ferry '.repeat(300)): string =>
  feedOf('Brae Herald', [
    { id: 'ferry', title: 'The ferry runs', date: new Date(NOW - daysAgo * DAY) },
  ]).replace('<description>', `<content:encoded>${text}</content:encoded><description>`);

test('sources list says of each source how it is, since when, and what to do', async () => {
  const host = await openHost(({ url }, response) => {
    if (url === '/healthy') response.end(feed(0.1));
    else if (url === '/silent') response.end(feed(60));
    else if (url === '/teaser') response.end(feed(0.1, ''));
    else if (url === '/moved') response.writeHead(308, { location: '/healthy' }).end();
    else response.writeHead({ '/gone': 410, '/refusing': 403 }[url ?? ''] ?? 500).end();
  });
  const names = ['healthy', 'silent', 'teaser', 'moved', 'gone', 'refusing', 'broken'];
  const home = makeHome(Object.fromEntries(names.map((name) => [name, new URL(name, host.url).href])));
  try {
    await topicwatch(['--config', home.config, 'run']);
    const { stdout } = await topicwatch(['--config', home.config, 'sources', 'list']);
    const lineOf = (name: string) => stdout.split('\n').find((line) => line.startsWith(`${name} `));
    expect(lineOf('healthy')).toMatch(/ {2}healthy {2}.*it answers and brings items$/);
    const since = new Date(NOW - 60 * DAY).toISOString().slice(0, 10);
    expect(lineOf('silent')).toMatch(
      new RegExp(`silent since ${since} .*newest item.*look whether its publisher`),
    );
    expect(lineOf('teaser')).toMatch(/teaser only {2}.*a summary of each article; with fullText: true/);
    expect(lineOf('moved')).toMatch(
      /moved since .*healthy, where it is read; write that address into sources\.yaml/,
    );
    expect(lineOf('gone')).toMatch(
      /gone since .*\(410\); look for its new address with topicwatch sources add/,
    );
    expect(lineOf('refusing')).toMatch(/refusing since .*403.*another address, or disable/);
    expect(lineOf('broken')).toMatch(/broken since .*500.*will be tried again/);
    for (const name of ['moved', 'gone', 'refusing', 'broken'])
      expect(lineOf(name)).toContain(`since ${today}`);
  } finally {
    await host.close();
    rmSync(home.dir, { recursive: true });
  }
});

test.each(['status', 'run', 'doctor', 'sources list', 'sources check'])(
  'where nothing is polled yet, %s says how to add a source',
  async (command) => {
    const home = makeHome({});
    try {
      const { stdout } = await topicwatch(['--config', home.config, ...command.split(' ')]);
      expect(stdout).toContain('no source is polled yet: `topicwatch sources add ADDRESS`');
    } finally {
      rmSync(home.dir, { recursive: true });
    }
  },
);
