import { describe, expect, test } from 'vitest';
import { storyEntry, updateEntry } from '../../src/publish/entries/story-entry.ts';
import { bodyText } from '../../src/publish/markup.ts';
import * as sample from './samples.ts';

const { topic } = sample;
const publishing = sample.publishing();
const lead = sample.view(sample.article('unveiled'));
const korean = sample.view(
  sample.article('korean', {
    sourceId: 'hangang-daily',
    url: 'https://hangang.example/7',
    language: 'ko',
    title: '북러, 유격대 기념비 제막',
    summary: '러시아 국방장관이 북한 유격대원들을 기리는 기념비 제막식에서 연설했다.',
  }),
  {},
  ['kursk'],
);
const agency = sample.view(
  sample.article('agency', {
    sourceId: 'north-agency',
    url: 'https://north.example/1',
    title: 'Statue unveiled',
    firstSeen: '2026-03-02T18:00:00.000Z',
  }),
);
const NEWS = { place: 1, at: '2026-03-01T18:00:00.000Z', text: 'A bronze copy was handed over.' };

describe('the entry of a story', () => {
  test('reads as the design shows it', () => {
    const entry = storyEntry(sample.story([lead, korean], [NEWS]), topic, publishing);
    expect(entry.title).toBe('Monument to North Korean partisans unveiled in Russia');
    expect(bodyText(entry.body).split('\n')).toEqual([
      '2 accounts',
      'A bronze copy was handed over.',
      sample.MONUMENT,
      'Read — Harbour Wire [en] · Hangang Daily [ko]',
      'Tags: Belousov, Kursk, monuments · Why: Russia (Belousov) + North Korea (No Kwang Chol)',
    ]);
  });

  test('calls nothing new that came in the cycle of its opening, when nobody had read of it', () => {
    const together = { ...NEWS, at: lead.article.firstSeen };
    const entry = storyEntry(sample.story([lead, korean], [together]), topic, publishing);
    expect(bodyText(entry.body)).toMatch(/^2 accounts\n/);
    expect(bodyText(entry.body)).not.toContain(NEWS.text);
  });

  test('keeps every byte when a retelling joins, until the next development', () => {
    const before = storyEntry(sample.story([lead, korean], [NEWS]), topic, publishing);
    const retold = storyEntry(sample.story([lead, korean, agency], [NEWS]), topic, publishing);
    const later = { place: 3, at: '2026-03-02T18:00:00.000Z', text: 'The ministers met again.' };
    const fourth = sample.view(sample.article('fourth', { sourceId: 'open-gazette' }));
    const developed = storyEntry(
      sample.story([lead, korean, agency, fourth], [NEWS, later]),
      topic,
      publishing,
    );
    expect(retold).toEqual(before);
    expect(developed.updated).toBe('2026-03-02T18:00:00.000Z');
    expect(developed.links.map(({ title }) => title)).toEqual([
      null,
      'Hangang Daily [ko]',
      'North Agency [en]',
      'Open Gazette [en]',
      'Harbour Wire',
    ]);
  });

  test('counts the retellings of the cycle it opened in: nobody has seen it without them', () => {
    const entry = storyEntry(sample.story([lead, korean, agency]), topic, publishing);
    expect(bodyText(entry.body)).toContain('2 accounts');
    expect(bodyText(entry.body)).toContain('Read — Harbour Wire [en] · Hangang Daily [ko]');
    expect(bodyText(entry.body)).not.toContain('North Agency');
  });

  test('is shown by its lead, whichever article came first', () => {
    const { story, ...view } = sample.story([korean, lead], [NEWS]);
    const entry = storyEntry({ ...view, story: { ...story, leadId: lead.article.id } }, topic, publishing);
    expect(entry.title).toBe('Monument to North Korean partisans unveiled in Russia');
    expect(entry.links[0]?.href).toBe(lead.article.url);
    expect(bodyText(entry.body)).toContain('Read — Harbour Wire [en] · Hangang Daily [ko]');
  });

  test('has an id that depends neither on its articles nor on where it is served', () => {
    const view = sample.story([lead]);
    const elsewhere = sample.publishing({ baseUrl: 'https://feeds.example.org/' });
    expect(storyEntry(view, topic, publishing).id).toBe(`urn:uuid:${view.story.id}`);
    expect(storyEntry(view, topic, elsewhere).id).toBe(`urn:uuid:${view.story.id}`);
    const authority = sample.publishing({ tagAuthority: 'example.org,2026' });
    expect(storyEntry(view, topic, authority).id).toBe(
      `tag:example.org,2026:russia-dprk/story/${view.story.id}`,
    );
  });
});

describe('the entry of a development', () => {
  const later = { place: 2, at: '2026-03-02T18:00:00.000Z', text: 'The ministers met again.' };

  test('is led by the article that brought it, with the accounts known by then', () => {
    const view = sample.story([lead, korean, agency], [NEWS]);
    const [, news] = view.developments;
    const entry = news && updateEntry(view, news, [news], topic, publishing);
    expect(entry?.title).toBe('[ko] Andrei Belousov, No Kwang Chol — 북러, 유격대 기념비 제막');
    expect(entry?.links.filter(({ rel }) => rel !== 'via').map(({ href }) => href)).toEqual([
      'https://hangang.example/7',
      lead.article.url,
    ]);
    expect(entry?.updated).toBe(NEWS.at);
  });

  test('is not rewritten by what the story learns later, nor by stories that merge into it', () => {
    const before = sample.story([lead, korean], [NEWS]);
    const after = sample.story([lead, korean, agency], [NEWS, later]);
    const entries = (view: typeof before, merged = view) =>
      before.developments.map((one) => updateEntry(merged, one, [one], topic, publishing));
    expect(entries(after)).toEqual(entries(before));

    const other = sample.story([agency]);
    const merged = {
      ...before,
      articles: [...other.articles, ...before.articles],
      developments: [...other.developments, ...before.developments],
    };
    expect(entries(before, merged)).toEqual(entries(before));
  });
});

test('a story of a thousand accounts is counted whole, and links the newest of them', () => {
  const others = Array.from({ length: 999 }, (_, n) =>
    sample.view(sample.article(`account ${n}`, { url: `https://harbour-wire.example/${n}` })),
  );
  const news = { place: 999, at: '2026-03-01T18:00:00.000Z', text: 'The statue was cleaned.' };
  const entry = storyEntry(sample.story([lead, ...others], [news]), topic, publishing);
  expect(bodyText(entry.body)).toMatch(/^1000 accounts by one outlet\n/);
  expect(bodyText(entry.body)).toContain('and 993 more');
  expect(entry.links.length).toBeLessThanOrEqual(62);
  expect(entry.links.map(({ href }) => href)).toContain('https://harbour-wire.example/998');
});
