import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedOf, type Host, openHost, type SampleItem } from './host.ts';
import { type Home, makeHome, topicwatch } from './program.ts';

const HOLD_LEASE = fileURLToPath(new URL('./hold-lease.ts', import.meta.url));

let items: SampleItem[];
let host: Host;
let home: Home;

beforeEach(async () => {
  items = [{ id: 'first', title: 'Caldmoor and Brae share a lighthouse', date: new Date() }];
  host = await openHost((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf('Gazette', items));
  });
  home = makeHome({ gazette: `${host.url}feed` });
});
afterEach(async () => {
  await host.close();
  rmSync(home.dir, { recursive: true });
});

const run = (options?: Parameters<typeof topicwatch>[1]) =>
  topicwatch(['run', '--force', '--config', home.config], options);
const feed = (): string => readFileSync(join(home.feeds, 'caldmoor-brae.atom'), 'utf8');

test('a second process goes away with 75 while one is at work, and takes over once that one is dead', async () => {
  expect(await run()).toMatchObject({ code: 0 });
  const holder = spawn(process.execPath, [HOLD_LEASE, home.database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');

  const second = await run();
  expect(second.code).toBe(75);
  expect(second.stderr).toContain(`process ${holder.pid}`);
  expect(second.stdout).toBe('');

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await run()).toMatchObject({ code: 0, stderr: '' });
});

/** Root may write anywhere; without its capabilities it may not. */
const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];

test('when feeds/ cannot be written the old feed stays, the message says so, and the next run makes up for it', async () => {
  expect(await run()).toMatchObject({ code: 0 });
  const before = feed();
  items.push({ id: 'second', title: 'Caldmoor and Brae share a second lighthouse', date: new Date() });
  chmodSync(home.feeds, 0o555);
  const refused = await run({ under: unprivileged });
  chmodSync(home.feeds, 0o755);

  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(home.feeds);
  expect(feed()).toBe(before);
  expect(await run()).toMatchObject({ code: 0 });
  expect(feed()).toContain('a second lighthouse');
});

test('a database from a newer version is refused and left untouched', async () => {
  expect(await run()).toMatchObject({ code: 0 });
  const database = new Database(home.database);
  database.pragma('user_version = 9999');
  database.pragma('journal_mode = DELETE');
  database.close();
  const before = readFileSync(home.database);

  const refused = await run();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(home.database);
  expect(refused.stderr).toMatch(/newer/);
  expect(readFileSync(home.database).equals(before)).toBe(true);
});

test('cron starts it in another folder: data and feeds land beside the settings, and nothing elsewhere', async () => {
  const elsewhere = makeHome({}).dir;
  expect(await run({ cwd: elsewhere })).toMatchObject({ code: 0 });
  expect(readdirSync(home.dir).sort()).toEqual(['config', 'data', 'feeds']);
  expect(readdirSync(elsewhere)).toEqual(['config']);
  rmSync(elsewhere, { recursive: true });
});

test('a mistake in the settings is told with file, line and column, to people and to programs', async () => {
  const broken = makeHome({ 'Not An Id': 'https://gazette.example/feed' });
  const people = await topicwatch(['run', '--config', broken.config]);
  expect(people.code).toBe(1);
  expect(people.stderr).toMatch(/sources\.yaml:1:\d+/);

  const programs = await topicwatch(['run', '--config', broken.config, '--json']);
  expect(programs.code).toBe(1);
  expect(JSON.parse(programs.stdout)).toMatchObject({
    error: { code: 'settings', file: expect.stringMatching(/config\/sources\.yaml$/), line: 1 },
  });
  rmSync(broken.dir, { recursive: true });
});

test('doctor tells of feeds that are behind, and of a store that cannot be opened beside the rest', async () => {
  expect(await run()).toMatchObject({ code: 0 });
  const doctor = async () => {
    const { code, stdout } = await topicwatch(['doctor', '--json', '--config', home.config]);
    return { code, checks: JSON.parse(stdout).checks as unknown[] };
  };
  const inOrder = (what: string) => ({ what, problems: [], remarks: [] });
  expect(await doctor()).toEqual({
    code: 0,
    checks: ['settings', 'store', 'feeds', 'sources'].map(inOrder),
  });

  const topic = join(home.config, 'topics', 'caldmoor-brae.yaml');
  writeFileSync(topic, readFileSync(topic, 'utf8').replace('Caldmoor and Brae', 'Brae and Caldmoor'));
  const behind = { ...inOrder('feeds'), remarks: [expect.stringContaining('the next run writes them')] };
  expect(await doctor()).toMatchObject({ code: 0, checks: [{}, {}, behind, {}] });

  writeFileSync(home.database, 'a letter to the harbour master');
  const damaged = { ...inOrder('store'), problems: [expect.stringContaining('is not a corpus')] };
  expect(await doctor()).toEqual({ code: 1, checks: [inOrder('settings'), damaged, inOrder('feeds')] });
});

test('when every source fails, the run exits with 1', async () => {
  await host.close();
  const failed = await run();
  expect(failed.code).toBe(1);
  host = await openHost((_, response) => response.end());
});

test('where nothing was accepted, the list of stories says so, and where to look', async () => {
  items = [{ id: 'choir', title: 'The choir sings on Sunday', date: new Date() }];
  await run();
  const { stdout } = await topicwatch(['stories', '--config', home.config]);
  expect(stdout).toContain('no article was accepted of 1 in the corpus; `topicwatch topic status`');
});

test.skipIf(!existsSync('/dev/full'))('a full disk under the output is told, not passed over', async () => {
  const under = ['sh', '-c', 'exec "$@" > /dev/full', 'sh'];
  const { code, stderr } = await topicwatch(['status', '--config', home.config], { under });
  expect(code).toBe(1);
  expect(stderr).toContain('could not be written (ENOSPC)');
});

test('wrong usage exits with 2, and tells programs in JSON', async () => {
  expect(await topicwatch(['run', '--no-such-option'])).toMatchObject({ code: 2 });
  expect(await topicwatch(['run', '--source', 'nobody', '--config', home.config])).toMatchObject({ code: 2 });
  const told = await topicwatch(['statsu', '--json']);
  expect(told.code).toBe(2);
  expect(JSON.parse(told.stdout)).toMatchObject({ error: { message: expect.stringContaining('statsu') } });
});
