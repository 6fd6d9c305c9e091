import { expect, test } from 'vitest';
import { PLAIN_SOURCE, type Source, type SourceState } from '../../src/domain/source.ts';
import type { Observed } from '../../src/domain/suggestion.ts';
import { proposeForSources } from '../../src/watchlist/suggest/for-sources.ts';
import { siteOf } from '../../src/watchlist/suggest/hosts.ts';
import { sourceState } from '../store/samples.ts';
import { daysAgo, inOrder, NOW, observed } from './observed.ts';

const DAY = 24 * 3_600_000;
const SOURCES: readonly Source[] = ['gazette', 'courier', 'post'].map((id) => ({
  ...PLAIN_SOURCE,
  id,
  title: id,
  url: `https://${id}.example/feed`,
}));

interface Situation {
  readonly accepted?: readonly Observed[];
  readonly states?: Readonly<Record<string, Partial<SourceState>>>;
  readonly sources?: readonly Source[];
  /** How many days ago each brought something. */
  readonly arrivals?: Readonly<Record<string, readonly number[]>>;
}

function propose({ accepted = [], states = {}, sources = SOURCES, arrivals = {} }: Situation) {
  return proposeForSources({
    sources,
    states: new Map(
      Object.entries(states).map(([id, state]) => [
        id,
        { ...sourceState(id, { newestItem: null }), ...state },
      ]),
    ),
    accepted: inOrder(accepted),
    arrivals: new Map(
      Object.entries(arrivals).map(([id, days]) => [id, days.map((ago) => Date.parse(NOW) - ago * DAY)]),
    ),
    now: NOW,
  });
}

const kinds = (situation: Situation) => propose(situation).map(({ kind, subject }) => `${kind} ${subject}`);
const daily = (from: number, to: number) => Array.from({ length: from - to }, (_, at) => from - at);

test('a source is lost when it is gone, keeps failing, or has broken with its habit; not on a bad day', () => {
  expect(kinds({ states: { gazette: { goneSince: daysAgo(2) } } })).toEqual(['lost-source gazette']);
  const failing = (days: number, failures: number) => ({
    gazette: { failingSince: daysAgo(days), failures },
  });
  expect(kinds({ states: failing(4, 12) })).toEqual(['lost-source gazette']);
  expect(kinds({ states: failing(1, 12) })).toEqual([]);
  expect(kinds({ states: failing(4, 1) })).toEqual([]);
  const silent = { gazette: daily(60, 12), courier: [60, 50, 40, 30, 22, 16, 13, 12], post: daily(60, 5) };
  expect(kinds({ states: { gazette: {}, courier: {}, post: {} }, arrivals: silent })).toEqual([
    'lost-source gazette',
  ]);
  const disabled = SOURCES.map((source) => ({ ...source, disabled: 'too dear' }));
  expect(kinds({ states: failing(4, 12), sources: disabled })).toEqual([]);
});

test('of a lost source it is told where its site still shows, so that its feed can be found again', () => {
  const elsewhere = observed({ days: 1, sourceId: 'courier', url: 'https://www.gazette.example/news/7' });
  const [lost] = propose({
    states: { gazette: { failingSince: daysAgo(9), failures: 30 } },
    accepted: [elsewhere],
  });
  expect(lost).toMatchObject({
    title: 'Disable gazette (gazette), or find its new feed at https://www.gazette.example/',
    change: { kind: 'disable-source', sourceId: 'gazette', reason: 'failing since 2026-05-22' },
  });
});

test('a source that moved a day ago for good gets its new address; one that loses items cannot be mended in the settings', () => {
  const to = 'https://news.gazette.example/atom.xml';
  const [moved] = propose({ states: { gazette: { movedTo: to, movedSince: daysAgo(2) } } });
  expect(moved?.change).toEqual({ kind: 'move-source', sourceId: 'gazette', url: to });
  expect(kinds({ states: { gazette: { movedTo: to, movedSince: daysAgo(0.5) } } })).toEqual([]);
  const [missed] = propose({ states: { gazette: { missed: daysAgo(2) } } });
  expect(missed).toMatchObject({ kind: 'missed-items', change: null });
  expect(kinds({ states: { gazette: { missed: daysAgo(20) } } })).toEqual([]);
});

const brought = (count: number, over: (at: number) => Partial<Observed>): readonly Observed[] =>
  Array.from({ length: count }, (_, at) => observed({ days: count - at, text: `Text ${at}.`, ...over(at) }));

test('a source whose articles never add anything is idle; so is, sooner, one that only copies; a first poll says nothing', () => {
  const late = (over: Partial<Observed> = {}) => ({ sourceId: 'post', development: false, ...over });
  expect(kinds({ accepted: brought(10, (at) => late({ text: `Own text ${at}.` })) })).toEqual([
    'idle-source post',
  ]);
  expect(kinds({ accepted: brought(9, (at) => late({ text: `Own text ${at}.` })) })).toEqual([]);
  expect(kinds({ accepted: brought(10, (at) => late({ development: at === 3 })) })).toEqual([]);
  expect(kinds({ accepted: brought(10, (at) => late({ text: `Own ${at}.`, firstSeen: NOW })) })).toEqual([]);
  const copies = brought(5, () => ({})).flatMap((one) => [
    one,
    observed({ ...late(), days: 0.5, text: `${one.text} ` }),
  ]);
  expect(kinds({ accepted: copies })).toEqual(['idle-source post']);
});

test('a site that articles of several sources link to is proposed; not one that is covered, or everybody’s, or linked to once', () => {
  const links = (address: string) =>
    brought(6, (at) => ({
      sourceId: SOURCES[at % 2]?.id ?? 'gazette',
      links: [`${address}/${at}`, `${address}/more`],
    }));
  const [site] = propose({ accepted: links('https://www.brae-herald.example.co.kr') });
  expect(site).toMatchObject({
    kind: 'uncovered-site',
    subject: 'example.co.kr',
    weight: 6,
    change: { kind: 'add-source', site: 'https://www.brae-herald.example.co.kr/', feed: null },
  });
  for (const address of [
    'https://courier.example',
    'https://t.me',
    'https://m.youtube.com',
    'http://127.0.0.1',
    'http://localhost',
  ])
    expect(kinds({ accepted: links(address) }), address).toEqual([]);
  expect(kinds({ accepted: links('https://brae.example').slice(0, 4) })).toEqual([]);
  expect(
    kinds({ accepted: links('https://brae.example').map((one) => ({ ...one, sourceId: 'gazette' })) }),
  ).toEqual([]);
});

test('a publisher that a search feed names is proposed by its name', () => {
  const publisher = { name: 'Brae Herald', url: 'https://brae-herald.example/' };
  const [site] = propose({ accepted: brought(6, () => ({ url: 'https://search.example/x', publisher })) });
  expect(site).toMatchObject({ title: 'Add Brae Herald as a source', subject: 'brae-herald.example' });
});

test.each([
  ['https://www.news.example.co.kr/a', 'example.co.kr'],
  ['https://news.example.ru/', 'example.ru'],
  ['https://example.msk.ru/', 'example.msk.ru'],
  ['https://t.me/channel', null],
  ['http://10.0.0.1/', null],
  ['http://intranet/', null],
  ['nonsense', null],
])('the site of %s is %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});
