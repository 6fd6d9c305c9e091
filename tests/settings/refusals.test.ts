import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/settings/load.ts';
import { folderWith, placed, refusal, SOUND } from './folder.ts';

/**
 * One thing that is wrong, in a file that is right otherwise. Where it begins is marked by `▸`, which is not in the file;
 * then what the message must say of it, the value and the advice among it.
 */
type Case = readonly [what: string, text: string, says: string];

const PROGRAM: readonly Case[] = [
  [
    'an unknown key',
    'store: sqlite:a.db\n▸retentoin: {}',
    'retentoin is no key that may stand here; expected one of store, schedule, http, publish, web, retention; write retention',
  ],
  [
    'an unknown key further in',
    'http:\n  perHost: 2\n  ▸timeoutSecond: 3',
    'http.timeoutSecond is no key that may stand here; expected one of timeoutSeconds, maxBytes, perHost, total, allowPrivateHosts; write timeoutSeconds',
  ],
  [
    'text for a number',
    'http: { timeoutSeconds: ▸"30" }',
    'http.timeoutSeconds "30" is text; expected a number; write 30',
  ],
  [
    'a fraction for a count',
    'http: { perHost: ▸1.5 }',
    'http.perHost 1.5 is a fraction; expected a whole number',
  ],
  [
    'a number out of bounds',
    'web: { port: ▸70000 }',
    'web.port 70000 is too large; expected a number of at most 65535',
  ],
  [
    'a word for a truth value',
    'web: { public: ▸yes }',
    'web.public "yes" is text; expected true or false; write true',
  ],
  [
    'text for a list',
    'publish:\n  languages: ▸en',
    'publish.languages "en" is text; expected a list; write [en]',
  ],
  [
    'an empty list of languages',
    'publish: { languages: ▸[] }',
    'publish.languages is empty; expected a list that is not empty',
  ],
  ['nothing for a mapping', 'web: ▸~', 'web null is empty; expected a mapping of keys to values'],
  ['a list for a file', '▸- store: sqlite:a.db', 'the file is a list; expected a mapping of keys to values'],
  [
    'a bad cron line',
    'schedule: { cron: ▸"*/10 * * *" }',
    'schedule.cron "*/10 * * *" is no cron line; expected five fields',
  ],
  ['an hour that is none', 'schedule: { cron: ▸"0 25 * * *" }', 'schedule.cron "0 25 * * *" is no cron line'],
  [
    'a step longer than an hour has minutes',
    'schedule: { cron: ▸"0,*/99 * * * *" }',
    'schedule.cron "0,*/99 * * * *" has a step of 99 in its minute; expected a step of 1 to 59 there',
  ],
  [
    'a step of more hours than a day has',
    'schedule: { cron: ▸"0 */36 * * *" }',
    'schedule.cron "0 */36 * * *" has a step of 36 in its hour; expected a step of 1 to 23 there',
  ],
  [
    'a sixth field, of seconds',
    'schedule: { cron: ▸"*/10 * * * * *" }',
    'schedule.cron "*/10 * * * * *" is no cron line; expected five fields',
  ],
  [
    'a city for a time zone',
    'schedule: { timezone: ▸Seoul }',
    'schedule.timezone "Seoul" is not known; expected a time zone of the IANA database, such as Asia/Seoul; write Asia/Seoul',
  ],
  [
    'an offset for a time zone',
    'schedule: { timezone: ▸"+09:00" }',
    'schedule.timezone "+09:00" is not known',
  ],
  [
    'another store',
    'store: ▸postgres://db/topicwatch',
    'store "postgres://db/topicwatch" asks for a store of the kind postgres, and SQLite is the only one there is yet; expected sqlite: and the path of a file',
  ],
  [
    'a bare path for a store',
    'store: ▸../data/a.db',
    'store "../data/a.db" is no store; expected sqlite: and the path of a file; write sqlite:../data/a.db',
  ],
  [
    'an address for a host',
    'http: { allowPrivateHosts: [▸"http://127.0.0.1:1200/kcna"] }',
    'is not a host; expected a host or host:port without scheme and path, an IPv6 address in brackets; write 127.0.0.1:1200',
  ],
  [
    'an IPv6 address without brackets',
    'web: { hosts: [a.example, ▸"::1"] }',
    'web.hosts "::1" is not a host; expected a host or host:port without scheme and path, an IPv6 address in brackets; write "[::1]"',
  ],
  [
    'a base address without scheme',
    'publish: { baseUrl: ▸example.org/feeds }',
    'publish.baseUrl "example.org/feeds" is not an address of a folder; expected the http(s) address it is reached under; write https://example.org/feeds',
  ],
  [
    'a base address with a query',
    'publish: { baseUrl: ▸"https://example.org/?feeds" }',
    'is not an address of a folder',
  ],
  [
    'an authority without a date',
    'publish: { tagAuthority: ▸example.org }',
    'publish.tagAuthority "example.org" is no tagging authority; expected a domain or address of yours and a date',
  ],
  [
    'a key that stands twice',
    'store: sqlite:a.db\nweb: {}\n▸store: sqlite:b.db',
    'key "store" stands twice in one mapping, first in line 1; expected every key once',
  ],
  [
    'a merge key',
    'web:\n  ▸<<: { port: 1 }',
    'web.<< is no key that may stand here; expected one of host, port, hosts, baseUrl, public; write out what is merged in',
  ],
  ['a prototype key', '▸__proto__: { port: 1 }', '__proto__ is no key that may stand here'],
  ['what is no YAML', 'web: {}\nstore: sqlite▸: x: y', 'YAML cannot be read here'],
];

const SOURCES: readonly Case[] = [
  [
    'an id in capitals',
    '- { id: ▸Yonhap NK, url: "https://y.example/" }',
    'id "Yonhap NK" is not an id; expected lower-case Latin letters and digits in groups joined by single hyphens, at most 64 characters, other than health, index, feeds, keeper, suggestions, import; write yonhap-nk',
  ],
  ['an id that is too long', `- { id: ▸${'a'.repeat(65)}, url: "https://y.example/" }`, `is not an id`],
  ['a reserved id', '- id: ▸keeper\n  url: https://k.example/', 'id "keeper" is reserved'],
  [
    'an id given twice',
    '- { id: a, url: "https://a.example/" }\n- id: b\n  url: https://b.example/\n- url: https://c.example/\n  id: ▸a',
    'id "a" is given to two sources, first at FILE:1:9; expected an id of its own for each source; write a-2',
  ],
  ['a source without address', '▸- id: a'.replace('▸- ', '- ▸'), 'entry 1 has no url; expected one'],
  [
    'an address without scheme',
    '- { id: a, url: ▸www.a.example/feed }',
    'url "www.a.example/feed" is not an address; expected an address that begins with https://, http:// or file:; write https://www.a.example/feed',
  ],
  [
    'an address of another scheme',
    '- { id: a, url: ▸"ftp://a.example/" }',
    'url "ftp://a.example/" is not an address',
  ],
  [
    'a secret without a proper name',
    `- { id: a, url: ▸"https://a.example/\${my key}" }`,
    'holds a dollar sign and brace without a NAME of capitals, digits and _',
  ],
  [
    'a file outside',
    '- { id: a, url: ▸"file:../../etc/passwd" }',
    'url "file:../../etc/passwd" leads out of the folder of the settings',
  ],
  [
    'a file by its full path',
    '- { id: a, url: ▸"file:///etc/passwd" }',
    'url "file:///etc/passwd" leads out of the folder of the settings',
  ],
  [
    'a file of another machine',
    '- { id: a, url: ▸"file://server/share/a.xml" }',
    'leads out of the folder of the settings',
  ],
  [
    'a file by an encoded way out',
    '- { id: a, url: ▸"file:x/%2e%2e/%2e%2e/a.xml" }',
    'leads out of the folder of the settings',
  ],
  [
    'a language in words',
    '- { id: a, url: "https://a.example/", language: ▸english }',
    'language "english" is not known; expected the code of a language (ISO 639); write en',
  ],
  [
    'a language with its country',
    '- { id: a, url: "https://a.example/", language: ▸ko-KR }',
    'language "ko-KR" is not known; expected the code of a language (ISO 639); write ko',
  ],
  [
    'a code of no language',
    '- { id: a, url: "https://a.example/", language: ▸zq }',
    'language "zq" is not known',
  ],
  [
    'a misspelt zone',
    '- { id: a, url: "https://a.example/", timezone: ▸Asia/Soeul }',
    'timezone "Asia/Soeul" is not known; expected a time zone of the IANA database, such as Asia/Seoul; write Asia/Seoul',
  ],
  [
    'a misspelt kind',
    '- { id: a, url: "https://a.example/", kind: ▸agancy }',
    'kind "agancy" is none of those that may stand here; expected one of agency, state-agency, government, international-body, press, state-press, specialist, broadcaster, think-tank, search, other; write agency',
  ],
  [
    'a key in the wrong case',
    '- { id: a, url: "https://a.example/", ▸fulltext: true }',
    'fulltext is no key that may stand here',
  ],
  [
    'a truth value for a reason',
    '- { id: a, url: "https://a.example/", disabled: ▸true }',
    'disabled true is a truth value; expected text; write "true"',
  ],
  [
    'a number for a title',
    '- { id: a, url: "https://a.example/", title: ▸1984 }',
    'title 1984 is a number; expected text; write "1984"',
  ],
  [
    'an empty title',
    '- { id: a, url: "https://a.example/", title: ▸"" }',
    'title "" is empty; expected text that is not empty',
  ],
  [
    'a word for a source',
    '- ▸https://a.example/',
    'entry 1 "https://a.example/" is text; expected a mapping of keys to values',
  ],
  ['a mapping for the list', '▸id: a', 'the file is a mapping; expected a list'],
];

const HEAD = 'id: t\ntitle: Ties\n';
const TOPIC: readonly Case[] = [
  ['a topic without title', '▸id: t', 'the file has no title; expected one'],
  ['a reserved id', 'title: T\nid: ▸feeds', 'id "feeds" is reserved'],
  [
    'a misspelt key of a concept',
    `${HEAD}facets:\n  - id: a\n    concepts:\n      - { id: x, ▸nmaes: { en: [X] }, names: { en: [X] } }`,
    'nmaes is no key that may stand here; expected one of id, kind, names, seenAs, weak, also; write names',
  ],
  [
    'a language of names in words',
    `${HEAD}concepts: [{ id: x, names: { ▸russian: [Х] } }]`,
    'names.russian is not known; expected the code of a language (ISO 639); write ru',
  ],
  [
    'a name that is no list',
    `${HEAD}concepts: [{ id: x, names: { ru: ▸Путин } }]`,
    'names.ru "Путин" is text; expected a list; write [Путин]',
  ],
  [
    'a name that is a number',
    `${HEAD}concepts: [{ id: x, names: { en: [X, ▸38] } }]`,
    'entry 2 of names.en 38 is a number; expected text; write "38"',
  ],
  [
    'a concept without names',
    `${HEAD}concepts:\n  - ▸id: x\n    kind: person`,
    'entry 1 of concepts has no name to be found by',
  ],
  [
    'a concept given twice',
    `${HEAD}facets:\n  - { id: a, concepts: [{ id: x, names: { en: [X] } }] }\n  - { id: b, concepts: [{ id: ▸x, names: { en: [X] } }] }`,
    'id "x" is given to two concepts, first at FILE:4:31; expected an id of its own for each concept; write one concept, with "also: […]" for the other facets it counts for',
  ],
  [
    'a facet given twice',
    `${HEAD}facets:\n  - { id: a, required: false }\n  - { id: ▸a, required: false }`,
    'id "a" is given to two facets, first at FILE:4:11',
  ],
  [
    'an unknown facet',
    `${HEAD}facets:\n  - { id: russia, concepts: [{ id: x, names: { en: [X] }, also: [▸rusia] }] }`,
    'also "rusia" is the id of no facet; expected the id of a facet; write russia',
  ],
  [
    'a required facet without concepts',
    `${HEAD}facets:\n  - ▸id: a\n    required: true`,
    'entry 1 of facets is required and has no concepts; expected concepts, or "required: false"',
  ],
  [
    'a tag of no concept',
    `${HEAD}concepts: [{ id: kursk, names: { en: [Kursk] } }]\ntags: [▸krusk]`,
    'tags "krusk" is the id of no concept; expected the id of a concept; write kursk',
  ],
  [
    'a rule over no concept',
    `${HEAD}concepts: [{ id: kursk, names: { en: [Kursk] } }]\ntags: [{ id: x, anyOf: [kursk], allOf: [▸krusk] }]`,
    'allOf "krusk" is the id of no concept',
  ],
  [
    'a tag without condition',
    `${HEAD}tags:\n  - ▸id: lone`,
    'entry 1 of tags has no condition, and its id is that of no concept; expected anyOf, allOf, languages or sources',
  ],
  [
    'a tag given twice',
    `${HEAD}concepts: [{ id: x, names: { en: [X] } }]\ntags: [x, { id: ▸x, languages: [ko] }]`,
    'id "x" is given to two tags, first at FILE:4:8',
  ],
  [
    'a tag over no source',
    `${HEAD}tags: [{ id: x, sources: [state-agency, harbour-gazette, ▸harbor-gazette] }]`,
    'sources "harbor-gazette" is the id of no source; expected the id of a source; write harbour-gazette',
  ],
  [
    'a number for a tag',
    `${HEAD}tags: [▸7]`,
    'entry 1 of tags 7 is a number; expected text or a mapping of keys to values',
  ],
  [
    'an unknown key of a tag',
    `${HEAD}tags: [{ id: x, languages: [ko], ▸feeds: true }]`,
    'feeds is no key that may stand here; expected one of id, label, anyOf, allOf, languages, sources, feed; write feed',
  ],
  [
    'a pattern that does not compile',
    `${HEAD}exclude: [{ id: x, pattern: ▸"ship(yard" }]`,
    'pattern "ship(yard" does not compile (unterminated group)',
  ],
  [
    'a pattern that may take for ever',
    `${HEAD}exclude: [{ id: x, pattern: ▸'(\\w+\\s*)+!' }]`,
    'repeats a group that itself holds a repetition, which may take for ever',
  ],
  [
    'a pattern that matches everywhere',
    `${HEAD}exclude: [{ id: x, pattern: ▸'(?:ship)*' }]`,
    'pattern "(?:ship)*" matches an empty text, so everywhere',
  ],
  [
    'an exclusion of nothing',
    `${HEAD}exclude: [▸{ id: x }]`,
    'entry 1 of exclude excludes nothing; expected phrases or a pattern',
  ],
  [
    'a misspelt effect',
    `${HEAD}exclude: [{ id: x, phrases: [a], effect: ▸msak }]`,
    'effect "msak" is none of those that may stand here; expected one of mask, reject; write mask',
  ],
  [
    'a threshold above 1',
    `${HEAD}thresholds: { accept: ▸65 }`,
    'thresholds.accept 65 is too large; expected a number of at most 1',
  ],
  [
    'a threshold in words',
    `${HEAD}thresholds: { accept: ▸automatic }`,
    'thresholds.accept "automatic" is text; expected auto or a number',
  ],
  [
    'crossed thresholds',
    `${HEAD}thresholds: { accept: 0.4, review: ▸0.5 }`,
    'thresholds.review 0.5 lies above accept, which is 0.4',
  ],
  [
    'a path of Windows',
    `${HEAD}examples: { positive: [▸'examples\\*.txt'] }`,
    'holds a backslash; expected a path with forward slashes; * stands for any name; write examples/*.txt',
  ],
];

const FILES = { 'topicwatch.yaml': PROGRAM, 'sources.yaml': SOURCES, 'topics/lighthouses.yaml': TOPIC };

describe.each(Object.entries(FILES))('%s is refused', (name, cases) => {
  it.each(cases)('for %s', async (_, marked, says) => {
    const dir = await folderWith({ ...SOUND, [name]: marked.replace('▸', '') });
    const error = await refusal(() => loadSettings(dir));
    const before = marked.slice(0, marked.indexOf('▸')).split('\n');
    const place = `${name}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
    expect(error.problems.map((problem) => placed(dir, problem))).toEqual([place]);
    expect(error.message).toContain(`${join(dir, place)}: `);
    expect(error.message).toContain(says.replace('FILE', join(dir, name)));
    expect(error.code).toBe('settings');
  });
});

describe('a message', () => {
  it('does not repeat a password', async () => {
    const dir = await folderWith({
      ...SOUND,
      'sources.yaml': '- { id: a, url: "https://me:hunter2@a.example/feed" }',
    });
    const error = await refusal(() => loadSettings(dir));
    expect(error.message).toContain('url "https://…@a.example/feed" holds a password');
    expect(JSON.stringify(error.problems)).not.toContain('hunter2');
  });

  it('cuts a long value short', async () => {
    const dir = await folderWith({ ...SOUND, 'topicwatch.yaml': `store: ${'x'.repeat(100_000)}\n` });
    expect((await refusal(() => loadSettings(dir))).message.length).toBeLessThan(100_300);
    expect((await refusal(() => loadSettings(dir))).message).toContain('…');
  });

  it('points to the place in a file with a byte order mark and CRLF', async () => {
    const text = '\uFEFFstore: x.db\r\nweb:\r\n  prot: 1\r\n';
    const dir = await folderWith({ ...SOUND, 'topicwatch.yaml': text });
    const error = await refusal(() => loadSettings(dir));
    expect(error.problems.map((problem) => placed(dir, problem))).toEqual([
      'topicwatch.yaml:1:8',
      'topicwatch.yaml:3:3',
    ]);
    expect(await readFile(join(dir, 'topicwatch.yaml'), 'utf8')).toBe(text);
  });

  it('names both topics of one id', async () => {
    const dir = await folderWith({ ...SOUND, 'topics/other.yaml': 'title: Other\nid: lighthouses\n' });
    const error = await refusal(() => loadSettings(dir));
    expect(placed(dir, error)).toBe('topics/other.yaml:2:5');
    expect(error.message).toContain(
      `is given to two topics, first at ${join(dir, 'topics/lighthouses.yaml')}:1:5`,
    );
  });
});
