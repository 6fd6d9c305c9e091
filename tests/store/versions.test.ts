import { mkdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { StoreUnusable } from '../../src/domain/store.ts';
import { connect } from '../../src/store/connection.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts';
import { VERSION } from '../../src/store/version.ts';
import { arrivals, article, uuid } from './samples.ts';
import { sqlitePlace } from './sqlite.ts';

describe('the version of a database', () => {
  let place: Awaited<ReturnType<typeof sqlitePlace>>;
  beforeEach(async () => {
    place = await sqlitePlace();
  });
  afterEach(() => place.remove());

  const files = async () => (await readdir(dirname(place.file))).toSorted();
  async function withOneArticle(): Promise<void> {
    const store = await place.open();
    await store.commit(await store.lease('test'), arrivals([article(1)]));
    await store.close();
  }
  const next = {
    up: async (db: Kysely<unknown>) => void (await sql`create table notes (id text) strict`.execute(db)),
  };
  const failing = {
    up: async (db: Kysely<unknown>) => {
      await sql`drop table articles`.execute(db);
      throw new Error('the ferry sank');
    },
  };

  const noLease = async () => ({ token: 0, check: async () => {}, release: async () => {} });

  it('is the number of migrations', () => {
    expect(VERSION).toBe(Object.keys(MIGRATIONS).length);
  });

  it('is made current in an empty place without a backup', async () => {
    await (await place.open()).close();
    expect(await files()).toEqual(['corpus.db']);
  });

  it('is raised with a copy of the older file beside it, and nothing is lost', async () => {
    await withOneArticle();
    const connection = connect(place.file);
    await migrate(connection, { ...MIGRATIONS, '9999-notes': next }, noLease);
    expect(connection.get('select id from articles')).toEqual({ id: uuid(1) });
    expect(connection.handle.pragma('user_version', { simple: true })).toBe(VERSION + 1);
    expect(connection.all('select * from notes')).toEqual([]);
    connection.close();
    expect(await files()).toEqual(['corpus.db', `corpus.db.v${VERSION}.backup`]);
    const copy = new Sqlite(`${place.file}.v${VERSION}.backup`, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(VERSION);
    expect(copy.prepare('select id from articles').get()).toEqual({ id: uuid(1) });
    copy.close();
  });

  it('stays, with every row, when a migration fails in the middle', async () => {
    await withOneArticle();
    const connection = connect(place.file);
    await expect(migrate(connection, { ...MIGRATIONS, '9999-bad': failing }, noLease)).rejects.toThrow(
      'the ferry sank',
    );
    connection.close();
    const store = await place.open();
    expect((await store.find(uuid(1)))?.id).toBe(uuid(1));
    expect(await store.integrity()).toEqual([]);
    await store.close();
  });

  it('is not raised while another process works on the file', async () => {
    const working = await place.open();
    await working.lease('run');
    const connection = connect(place.file);
    const busy = () => Promise.reject(new Error('somebody is at work'));
    await expect(migrate(connection, { ...MIGRATIONS, '9999-notes': next }, busy)).rejects.toThrow('at work');
    connection.close();
    await working.close();
    expect(await files()).toEqual(['corpus.db']);
  });

  it('of a newer program is refused, and the file stays as it is', async () => {
    await withOneArticle();
    const db = new Sqlite(place.file);
    db.pragma(`user_version = ${VERSION + 1}`);
    db.close();
    const before = await readFile(place.file);
    await expect(place.open()).rejects.toThrow(/newer topicwatch .* use the newer program/u);
    expect(await readFile(place.file)).toEqual(before);
    expect(await files()).toEqual(['corpus.db']);
  });

  it('that a newer program has raised in the meantime stops an older one from writing', async () => {
    const store = await place.open();
    const connection = connect(place.file);
    await migrate(connection, { ...MIGRATIONS, '9999-notes': next }, noLease);
    connection.close();
    await expect(store.lease('run')).rejects.toThrow(StoreUnusable);
    await store.close();
  });

  it.each([
    [
      'a text file',
      () => writeFile(place.file, 'Dear diary, the ferry was late again today. '.repeat(40)),
      /is not a corpus/u,
    ],
    [
      'another program’s database',
      async () => {
        const db = new Sqlite(place.file);
        db.exec('create table recipes (title text)');
        db.close();
      },
      /another program/u,
    ],
    ['a folder', async () => mkdirSync(place.file), /cannot be opened/u],
  ])('is not asked of %s, which is refused and left alone', async (_, make, message) => {
    mkdirSync(dirname(place.file), { recursive: true });
    await make();
    await expect(place.open()).rejects.toThrow(message);
    await expect(place.open()).rejects.toBeInstanceOf(StoreUnusable);
    expect(await files()).toEqual(['corpus.db']);
  });
});
