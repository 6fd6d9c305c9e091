import { describe, expect, test } from 'vitest';

import { type DigestFormat, digest } from '../../src/publish/digest.ts';
import * as sample from './samples.ts';

const { topic } = sample;
const publishing = sample.publishing();
const old = sample.story([sample.view(sample.article('old', { title: 'Old news' }))]);
const korean = sample.article('korean', {
  sourceId: 'hangang-daily',
  url: 'https://hangang.example/7',
  language: 'ko',
  title: '북러, 유격대 기념비 제막',
});
const fresh = sample.story(
  [sample.view(sample.article('unveiled', { title: 'Monument *unveiled* <today>' })), sample.view(korean)],
  [{ place: 1, at: '2026-03-02T08:00:00.000Z', text: 'A bronze copy was handed over.' }],
);
const developments = sample.developmentViews([fresh, old]);
const since = '2026-03-02T00:00:00.000Z';
const printed = (format: DigestFormat, from = since) =>
  digest([{ topic, developments }], from, format, publishing);

describe('a digest', () => {
  test('as text tells each story in which something is new, once, in lines a mail can hold', () => {
    expect(printed('text')).toBe(`Russia–North Korea ties
=======================

Monument *unveiled* <today>
  Harbour Wire, 2026-03-02 08:00 UTC
  A bronze copy was handed over. The Russian defence minister, Andrei
  Belousov, spoke at the unveiling of a monument to North Korean
  partisans. His counterpart from Pyongyang attended and was handed a
  copy of the statue in bronze.
  https://harbour-wire.example/news/unveiled?page=1&from=feed
  Hangang Daily [ko]: https://hangang.example/7
`);
  });

  test('says on what the accounts differ, and who says so', () => {
    const [one, other] = fresh.articles.map(
      ({ article }) => [{ articleId: article.id, quote: 'It was so.' }] as const,
    );
    if (!one || !other) throw new Error('there are two accounts');
    const comparison = {
      differences: [
        {
          kind: 'number',
          nature: 'differs',
          subject: 'statues',
          background: false,
          values: [
            { value: 'one', quotes: one },
            { value: '두', quotes: other },
          ],
        },
      ],
      soleClaims: [],
      origins: [],
      unnamed: fresh.story.articleIds,
      lostAttributions: [],
    } as const;
    const compared = [{ topic, developments: sample.developmentViews([{ ...fresh, comparison }]) }];
    const text = digest(compared, since, 'text', publishing);
    expect(text).toContain('  2 accounts · origin not named · differs on 1 point\n');
    expect(text).toContain(
      '  Differs — statues: one (A), 두 (B)\n  Read — A Harbour Wire [en] · B Hangang Daily [ko]\n',
    );
    expect(digest(compared, since, 'md', publishing)).toContain('> Differs — statues: one (A), 두 (B)\n');
    expect(digest(compared, since, 'html', publishing)).toContain('<strong>Differs</strong>');
  });

  test('reaches back as far as it is asked to', () => {
    expect(printed('text', '2026-03-01T00:00:00.000Z')).toContain('Old news');
  });

  test('is empty where nothing is new, so that cron mails nothing; only JSON says so', () => {
    const later = '2026-03-03T00:00:00.000Z';
    for (const format of ['text', 'html', 'md'] as const) expect(printed(format, later)).toBe('');
    expect(JSON.parse(printed('json', later))).toEqual({
      since: later,
      topics: [{ id: 'russia-dprk', title: 'Russia–North Korea ties', entries: [] }],
    });
  });

  test('leaves out old finds', () => {
    const unlisted = { ...fresh, story: { ...fresh.story, listed: false } };
    expect(
      digest([{ topic, developments: sample.developmentViews([unlisted]) }], since, 'text', publishing),
    ).toBe('');
  });

  test('as HTML and Markdown lets no title become markup', () => {
    expect(printed('html')).toContain('<bdi lang="en">Monument *unveiled* &lt;today&gt;</bdi></a></h2>');
    expect(printed('md')).toContain(
      '## [Monument \\*unveiled\\* \\<today\\>](<https://harbour-wire.example/news/unveiled?page=1&from=feed>)',
    );
    expect(printed('md')).toContain('- [Hangang Daily \\[ko\\]](<https://hangang.example/7>)');
  });

  test('as JSON gives the parts', () => {
    expect(JSON.parse(printed('json')).topics[0].entries).toEqual([
      expect.objectContaining({
        title: 'Monument *unveiled* <today>',
        updated: '2026-03-02T08:00:00.000Z',
        tags: ['belousov', 'monuments'],
        text: expect.stringContaining('A bronze copy'),
      }),
    ]);
  });
});
