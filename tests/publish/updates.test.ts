import { describe, expect, test } from 'vitest';
import { type DevelopmentView, tellUpdates, type Update } from '../../src/publish/entries/updates.ts';
import { bodyText } from '../../src/publish/markup.ts';
import * as sample from './samples.ts';

const articles = ['opening', 'first', 'second', 'third'].map((name) => sample.view(sample.article(name)));
const [opening = sample.view(sample.article('opening')), ...rest] = articles;

/** A story that opened at 10:00, with news at these times of the same day (or the next: `+02:00`). */
function storyWithNews(...times: readonly string[]) {
  const news = times.map((time, index) => ({
    place: index + 1,
    at: time.startsWith('+') ? `2026-03-02T${time.slice(1)}:00.000Z` : `2026-03-01T${time}:00.000Z`,
    text: `News of ${time}.`,
  }));
  return sample.story([opening, ...rest], news);
}

function shown(view: ReturnType<typeof storyWithNews>, given = view.developments) {
  const developments: DevelopmentView[] = given.map((development) => ({ development, view }));
  const told = tellUpdates(developments, new Map(), sample.topic, sample.publishing());
  return told
    .map(({ entry: { updated, body } }) => ({ updated, news: body.filter(({ role }) => role === 'news') }))
    .toSorted((a, b) => (a.updated < b.updated ? 1 : -1))
    .map(({ updated, news }) => `${updated.slice(11, 16)} ${bodyText(news)}`.trim());
}

describe('the updates feed', () => {
  test('has an entry for the opening and for each development that comes six hours after the last', () => {
    expect(shown(storyWithNews('11:00', '17:00', '23:30'))).toEqual([
      '23:30 News of 23:30.',
      '17:00 News of 17:00.',
      '11:00 News of 11:00.',
      '10:00',
    ]);
  });

  test('is led by the newest account that readers can read, and tells of the others behind it', () => {
    const korean = sample.view(sample.article('korean', { language: 'ko', title: '여객선 선장 체포' }));
    const [english = opening] = rest;
    const at = (time: string) => `2026-03-01T${time}:00.000Z`;
    const view = sample.story(
      [opening, sample.view(sample.article('before')), english, korean],
      [
        { place: 1, at: at('11:00'), text: 'Ice broke a pier.' },
        { place: 2, at: at('12:00'), text: 'The captain was detained.' },
        { place: 3, at: at('17:00'), text: '선장이 체포됐다.' },
      ],
    );
    expect(shown(view)[0]).toBe('17:00 The captain was detained. 선장이 체포됐다.');
  });

  test('tells of a story once in the cycle that opens it', () => {
    expect(shown(storyWithNews('10:00', '11:00'))).toEqual(['11:00 News of 11:00.', '10:00']);
  });

  test('tells what comes sooner with the next entry, behind its own news, so that nothing is left out', () => {
    expect(shown(storyWithNews('11:00', '12:00', '16:59'))).toEqual(['11:00 News of 11:00.', '10:00']);
    expect(shown(storyWithNews('11:00', '12:00', '17:00'))).toEqual([
      '17:00 News of 17:00. News of 12:00.',
      '11:00 News of 11:00.',
      '10:00',
    ]);
  });

  test('decides the same on the newest developments when the older ones are beyond its end', () => {
    const view = storyWithNews('11:00', '12:00', '17:00');
    expect(shown(view, view.developments.slice(2))).toEqual(['17:00 News of 17:00. News of 12:00.']);
  });

  test('shows an entry as it was when stories have merged', () => {
    const view = storyWithNews('11:00', '17:00');
    const other = sample.story([sample.view(sample.article('elsewhere'))]);
    const between = other.developments.map((one) => ({
      ...one,
      kind: 'fact' as const,
      at: '2026-03-01T12:00:00.000Z',
    }));
    const merged = {
      ...view,
      articles: [...view.articles, ...other.articles],
      developments: [...view.developments, ...between].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    };
    expect(shown(merged, view.developments)).toEqual(shown(view));
  });

  test('leaves old finds to the corpus', () => {
    const view = storyWithNews('11:00');
    expect(shown({ ...view, story: { ...view.story, listed: false } })).toEqual([]);
  });

  test('says nothing of what a title-only source reported but that it did', () => {
    const closed = sample.view(
      sample.article('closed', { sourceId: 'north-agency', title: 'Second statue' }),
    );
    const view = sample.story(
      [opening, closed],
      [{ place: 1, at: '2026-03-01T12:00:00.000Z', text: 'A quoted sentence.' }],
    );
    const told = tellUpdates(
      view.developments.map((development) => ({ development, view })),
      new Map(),
      sample.topic,
      sample.publishing(),
    );
    expect(told.at(-1)?.entry.title).toBe('North Agency: Second statue');
    expect(JSON.stringify(told)).not.toContain('A quoted sentence');
  });

  test('is told once: an edited article, another verdict or a retelling change nothing in it', () => {
    const view = storyWithNews('11:00');
    const developments = view.developments.map((development) => ({ development, view }));
    const told = tellUpdates(developments, new Map(), sample.topic, sample.publishing());
    const remembered = new Map(told.map((update) => [update.developmentId, update]));
    const edited = {
      ...view,
      articles: view.articles.map((one) => ({
        ...one,
        article: { ...one.article, title: 'Quite another title' },
      })),
    };
    const later = view.developments.map((development) => ({ development, view: edited }));
    expect(tellUpdates(later, remembered, sample.topic, sample.publishing())).toEqual(told);
  });

  test('is told anew where its source may be quoted otherwise by now', () => {
    const view = storyWithNews();
    const developments = view.developments.map((development) => ({ development, view }));
    const [update] = tellUpdates(developments, new Map(), sample.topic, sample.publishing());
    if (!update) throw new Error('an opening is told');
    const [sourceId = ''] = Object.keys(update.terms);
    const stale: Update = {
      ...update,
      terms: { [sourceId]: 'full' },
      entry: { ...update.entry, title: 'Told of old' },
    };
    const remembered = new Map([[update.developmentId, stale]]);
    expect(tellUpdates(developments, remembered, sample.topic, sample.publishing())).toEqual([update]);
  });
});
