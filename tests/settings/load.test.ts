import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings, loadSources } from '../../src/settings/load.ts';
import { folderWith, placed, refusal, SOUND } from './folder.ts';

describe('a folder of settings', () => {
  it('needs to say next to nothing: everything has a default, and paths are relative to the file', async () => {
    const dir = await folderWith(SOUND);
    const { topics, sources, ...rest } = await loadSettings(dir);
    expect(rest).toEqual({
      dir,
      store: join(dir, '../data/topicwatch.db'),
      schedule: { cron: '*/10 * * * *', timezone: 'UTC' },
      http: { timeoutSeconds: 30, maxBytes: 15_000_000, perHost: 2, total: 16, allowPrivateHosts: [] },
      publish: {
        dir: join(dir, '../feeds'),
        baseUrl: null,
        entries: 100,
        newWithinDays: 7,
        languages: ['en'],
        tagAuthority: null,
      },
      web: { host: '127.0.0.1', port: 8787, hosts: [], baseUrl: null, public: false },
      retention: { rejectedDays: 90, revisions: 20 },
    });
    expect(sources).toEqual([
      {
        id: 'harbour-gazette',
        url: 'https://harbour.example/feed',
        title: 'harbour.example',
        language: null,
        kind: 'other',
        timezone: 'UTC',
        fullText: false,
        republish: 'excerpt',
        paywalled: false,
        private: false,
        disabled: null,
      },
    ]);
    expect(topics.map(({ id }) => id)).toEqual(['lighthouses']);
  });

  it('takes what is said over the defaults, key by key', async () => {
    const dir = await folderWith({
      ...SOUND,
      'topicwatch.yaml': [
        'store: sqlite:corpus/watch.db',
        'schedule: { cron: "15 6-22 * * mon-fri", timezone: Asia/Seoul }',
        'http: { perHost: 4, allowPrivateHosts: ["127.0.0.1:1200", "[::1]:80", feeds.lan] }',
        'publish: { baseUrl: "https://example.org/feeds", tagAuthority: "example.org,2026" }',
        '',
      ].join('\n'),
    });
    const settings = await loadSettings(dir);
    expect(settings.store).toBe(join(dir, 'corpus/watch.db'));
    expect(settings.schedule).toEqual({ cron: '15 6-22 * * mon-fri', timezone: 'Asia/Seoul' });
    expect(settings.http).toMatchObject({
      perHost: 4,
      timeoutSeconds: 30,
      allowPrivateHosts: ['127.0.0.1:1200', '[::1]:80', 'feeds.lan'],
    });
    expect(settings.publish).toMatchObject({
      baseUrl: 'https://example.org/feeds/',
      tagAuthority: 'example.org,2026',
    });
  });

  it('may be written with a byte order mark and CRLF, and hold files of comments alone', async () => {
    const dir = await folderWith({
      'topicwatch.yaml': '# all defaults\r\n',
      'sources.yaml': '\uFEFF- id: a\r\n  url: https://a.example/\r\n',
      'topics/t.yaml': '\uFEFFid: t\r\ntitle: Ties\r\n',
    });
    const { sources, topics } = await loadSettings(dir);
    expect([sources[0]?.url, topics[0]?.title]).toEqual(['https://a.example/', 'Ties']);
    expect(await loadSources(await folderWith({ 'sources.yaml': '# none yet\n' }))).toEqual([]);
  });

  it('shows less of state agencies and of what is paywalled or private, unless it says otherwise', async () => {
    const dir = await folderWith({
      'sources.yaml': [
        '- { id: wire, url: "https://wire.example/", kind: state-agency }',
        '- { id: paid, url: "https://paid.example/", paywalled: true }',
        '- { id: own, url: "https://own.example/", private: true }',
        '- { id: open, url: "https://open.example/", kind: state-agency, republish: full }',
        '- { id: paper, url: "https://paper.example/", kind: press }',
      ].join('\n'),
    });
    const shown = (await loadSources(dir)).map(({ republish }) => republish);
    expect(shown).toEqual(['title', 'title', 'title', 'full', 'excerpt']);
  });

  it('may take secrets of addresses from the environment, and files from below the folder', async () => {
    const urls = [
      `https://feeds.example/rss?key=\${FEED_KEY}`,
      `https://\${USER}:\${PASSWORD}@feeds.example/`,
      'file:inbox/letters.xml',
    ];
    const dir = await folderWith({
      'sources.yaml': urls.map((url, at) => `- { id: s-${at}, url: "${url}" }\n`).join(''),
    });
    expect((await loadSources(dir)).map(({ url }) => url)).toEqual(urls);
  });

  it('reads topics in the order of their file names, from YAML and JSON, and nothing else in that folder', async () => {
    const dir = await folderWith({
      ...SOUND,
      'topics/bridges.json': '{\n\t"id": "bridges",\n\t"title": "Br\\u00fccken"\n}\n',
      'topics/.hidden.yaml': 'nonsense',
      'topics/notes.txt': 'nonsense',
    });
    expect((await loadSettings(dir)).topics.map(({ title }) => title)).toEqual(['Brücken', 'Lighthouses']);
  });
});

describe('what is missing', () => {
  it('says of a folder without settings how to begin', async () => {
    const dir = await folderWith({});
    const error = await refusal(() => loadSettings(join(dir, 'config')));
    expect(error.message).toContain('config/topicwatch.yaml: there is no such file; run "topicwatch init"');
    expect(error.problems.map((problem) => placed(dir, problem))).toEqual([
      'config/topicwatch.yaml:1:1',
      'config/sources.yaml:1:1',
      'config/topics:1:1',
    ]);
  });

  it('says that a folder without a topic watches for nothing', async () => {
    const { 'topics/lighthouses.yaml': _, ...rest } = SOUND;
    const error = await refusal(async () => loadSettings(await folderWith(rest)));
    expect(error.message).toMatch(/topics: there is no topic; write one to topics\/ID\.yaml/);
  });

  it('says that a file is no UTF-8', async () => {
    const koi8 = Uint8Array.from([0x69, 0x64, 0x3a, 0x20, 0xf0, 0xd5, 0xd4]);
    const dir = await folderWith({ ...SOUND, 'topics/lighthouses.yaml': koi8 });
    expect((await refusal(() => loadSettings(dir))).message).toContain(
      'it is not UTF-8 text; save it in that encoding',
    );
  });
});

describe('problems', () => {
  it('of all files are told together, those of a file in the order of its lines', async () => {
    const dir = await folderWith({
      'topicwatch.yaml': 'web: { port: 99999 }\nretentoin: {}\n',
      'sources.yaml': '- { id: A, url: "https://a.example/" }\n',
      'topics/t.yaml': 'id: t\n',
    });
    const error = await refusal(() => loadSettings(dir));
    expect(error.problems.map((problem) => placed(dir, problem))).toEqual([
      'topicwatch.yaml:1:14',
      'topicwatch.yaml:2:1',
      'sources.yaml:1:9',
      'topics/t.yaml:1:1',
    ]);
    expect(error).toMatchObject({
      line: 1,
      column: 14,
      value: 99_999,
      expected: 'a number of at most 65535',
    });
    expect(error.message.split('\n')).toHaveLength(4);
  });

  it('in a topic are found beside those of the sources it asks for', async () => {
    const dir = await folderWith({
      ...SOUND,
      'sources.yaml': '- nonsense\n',
      'topics/t.yaml': 'id: t\ntitle: T\ntags: [{ id: x, sources: [harbour-gazete] }]\nbreadth: wide\n',
    });
    const error = await refusal(() => loadSettings(dir));
    expect(error.problems.map((problem) => placed(dir, problem))).toEqual([
      'sources.yaml:1:3',
      'topics/t.yaml:4:10',
    ]);
  });
});
