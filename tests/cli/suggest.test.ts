import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { topicwatch } from '../end-to-end/program.ts';
import { stream } from '../fixtures/watchlist-stream/stream.ts';
import { SOURCES, TOPIC_FILE } from '../fixtures/watchlist-stream/world.ts';

/** As much of the stream as has come by today: there is a new minister, and a new town. */
const UNTIL = 36;

interface Listed {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
  readonly title: string;
}

const dir = mkdtempSync(join(tmpdir(), 'topicwatch-suggest-'));
/** The home as its first run leaves it; each test has a copy. */
const made = join(dir, 'made');
const home = join(dir, 'home');
const config = join(home, 'config');
const topicFile = join(config, 'topics/velmark-karsovia.yaml');

/** The topic as a person would write it: a comment here and there, and two styles. */
const TOPIC_TEXT = `# What I watch.
id: velmark-karsovia
title: Velmark and Karsovia
facets:
${TOPIC_FILE.facets
  .map(
    ({ id, concepts }) =>
      `  - id: ${id} # a side\n    concepts:\n${concepts.map((concept) => `      - ${JSON.stringify(concept)}\n`).join('')}`,
  )
  .join('')}
# Those make tags.
concepts:
  - id: grain-talks
    kind: event # and what an event
    names:
      en: [grain talks]
exclude: [{ id: regatta, phrases: [regatta, регата, 요트대회], effect: reject }]
`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The stream as feeds on disk, moved so that its last day is today. */
function writeHome(): void {
  mkdirSync(join(config, 'topics'), { recursive: true });
  const days = [...stream(7)].slice(0, UNTIL + 1);
  const shift = Date.now() - Date.parse(days.at(-1)?.items.at(-1)?.published ?? '') - 60_000;
  for (const { id, title } of SOURCES) {
    const items = days.flatMap((day) => day.items.filter(({ sourceId }) => sourceId === id));
    const entries = items.map(
      (item) =>
        `<item><title>${escaped(item.title)}</title><link>${item.url}</link><guid>${item.url}</guid>` +
        `<pubDate>${new Date(Date.parse(item.published ?? '') + shift).toUTCString()}</pubDate>` +
        `<description>${escaped(item.summary)}</description></item>`,
    );
    writeFileSync(
      join(config, `${id}.rss`),
      `<rss version="2.0"><channel><title>${title}</title><link>https://${id}.example/</link>${entries.join('')}</channel></rss>`,
    );
  }
  writeFileSync(join(config, 'topicwatch.yaml'), 'publish: { dir: ../feeds }\n');
  writeFileSync(
    join(config, 'sources.yaml'),
    SOURCES.map(({ id, language }) => `- { id: ${id}, url: "file:${id}.rss", language: ${language} }\n`).join(
      '',
    ),
  );
  writeFileSync(topicFile, TOPIC_TEXT);
}

const run = (...args: string[]) => topicwatch([...args, '--config', config]);

async function suggestions(): Promise<readonly Listed[]> {
  const { stdout, code, stderr } = await run('suggest', '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Listed[];
}

const numberOf = (subject: string): string =>
  String(listed.find((one) => one.subject === subject)?.number ?? `no ${subject}`);

/** What is listed first, and keeps its numbers. */
let listed: readonly Listed[];
beforeAll(async () => {
  writeHome();
  const { code, stderr } = await run('run');
  expect(code, stderr).toBe(0);
  listed = await suggestions();
  renameSync(home, made);
}, 60_000);
beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  cpSync(made, home, { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('suggest', () => {
  test('lists who is new, the same under the same numbers each time', async () => {
    expect(listed.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['oda-brennick', 'port-sallow']),
    );
    expect(await suggestions()).toEqual(listed);
  });

  test('shows one with its evidence, the change it makes, and what that would have altered', async () => {
    const { code, stdout } = await run('suggest', numberOf('oda-brennick'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ articles of \d+ sources name it since \d{4}-\d\d-\d\d, \d+ did before\./);
    expect(stdout.match(/“.*Brennick.*”|“.*Бренник.*”/g)?.length).toBeGreaterThanOrEqual(2);
    expect(stdout).toContain('--- topics/velmark-karsovia.yaml');
    expect(stdout).toMatch(/^\+.*oda-brennick/m);
    expect(stdout).toMatch(
      /Over the last 30 days \(\d+ articles\) it would have let in \d+ more and kept out \d+\./,
    );
  });

  test('changes nothing where nobody can be asked, and says how to answer', async () => {
    const { code, stderr } = await run('suggest', 'accept', numberOf('oda-brennick'));
    expect({ code, text: readFileSync(topicFile, 'utf8') }).toEqual({ code: 1, text: TOPIC_TEXT });
    expect(stderr).toContain('say --yes');
  });

  test('writes an accepted one into the topic and keeps every other line; the next run goes by it', async () => {
    const number = numberOf('oda-brennick');
    const { code, stderr } = await run('suggest', 'accept', number, '--yes');
    expect(code, stderr).toBe(0);
    const lines = readFileSync(topicFile, 'utf8').split('\n');
    const added = lines.filter((line) => !TOPIC_TEXT.split('\n').includes(line));
    expect(added.join(' ')).toMatch(/- id: oda-brennick\s+kind: person\s+names: \{ en: \[Oda Brennick\]/);
    expect(lines.filter((line) => !added.includes(line)).join('\n')).toBe(TOPIC_TEXT);
    expect((await run('run')).code).toBe(0);
    expect((await suggestions()).map(({ subject }) => subject)).not.toContain('oda-brennick');
    const again = await run('suggest', 'accept', number, '--yes');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('was accepted on') as string });
  });

  test('refuses to write into a file that somebody changed since, and shows what changed', async () => {
    const number = numberOf('port-sallow');
    const changed = TOPIC_TEXT.replace('# What I watch.', '# What we watch.');
    writeFileSync(topicFile, changed);
    const { code, stderr } = await run('suggest', 'accept', number, '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('was changed since this was proposed, and nothing was written');
    expect(stderr).toContain('-# What I watch.\n+# What we watch.');
    expect(readFileSync(topicFile, 'utf8')).toBe(changed);
  });

  test('says so where the folder cannot be written, and keeps the suggestion open', async () => {
    const number = numberOf('port-sallow');
    chmodSync(join(config, 'topics'), 0o555);
    try {
      const under = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];
      const { code, stderr } = await topicwatch(['suggest', 'accept', number, '--yes', '--config', config], {
        under,
      });
      expect({ code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('may not be written') as string,
      });
      expect(readFileSync(topicFile, 'utf8')).toBe(TOPIC_TEXT);
    } finally {
      chmodSync(join(config, 'topics'), 0o755);
    }
    expect((await suggestions()).map(({ subject }) => subject)).toContain('port-sallow');
  });

  test('puts a refused one aside, tells the keeper’s feed of the others, and knows no number that is not there', async () => {
    const other = listed.find(({ subject }) => subject !== 'port-sallow');
    const refused = numberOf('port-sallow');
    expect((await run('suggest', 'refuse', refused)).code).toBe(0);
    expect((await suggestions()).map(({ subject }) => subject)).not.toContain('port-sallow');
    expect((await run('publish')).code).toBe(0);
    const feed = join(home, 'feeds/keeper/suggestions.atom');
    expect(existsSync(feed)).toBe(true);
    expect(readFileSync(feed, 'utf8')).toContain(`>${other?.number}: `);
    expect(await run('suggest', 'accept', '4711', '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there is no suggestion 4711') as string,
    });
  });
});
