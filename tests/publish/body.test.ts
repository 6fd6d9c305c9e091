import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { accountOf } from '../../src/publish/entries/account.ts';
import { explain } from '../../src/publish/entries/body.ts';
import { bodyText } from '../../src/publish/markup.ts';
import * as sample from './samples.ts';

const account = (more: Parameters<typeof sample.article>[1] = {}, publishing = sample.publishing()) =>
  accountOf(sample.article('a', more), publishing);
const told = { counts: null, comparison: null, news: [], tags: [], why: 'Russia (Belousov)', advice: [] };
const excerpt = (more: Parameters<typeof sample.article>[1]) =>
  explain({ ...told, accounts: [account(more)] }).find(({ role }) => role === 'excerpt')?.runs[0]?.text;
const long = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');

describe('what is quoted of an article', () => {
  test('is at most 40 words, cut behind a sentence where one ends near', () => {
    expect(excerpt({ summary: long })?.split(' ')).toHaveLength(40);
    expect(excerpt({ summary: long })).toMatch(/word39…$/);
    const sentences = `${'The minister spoke at length in the morning. '.repeat(8)}`;
    expect(excerpt({ summary: sentences })).toBe(
      'The minister spoke at length in the morning. '.repeat(5).trim(),
    );
  });

  test('is nothing of a source that is shown by title only', () => {
    expect(excerpt({ sourceId: 'north-agency' })).toBeUndefined();
    expect(excerpt({ sourceId: 'inner-letter' })).toBeUndefined();
    expect(excerpt({ sourceId: 'a-source-that-was-removed' })).toBeUndefined();
  });

  test('may fill what the body leaves where everything may be shown again', () => {
    const body = explain({ ...told, accounts: [account({ sourceId: 'open-gazette', summary: long })] });
    const words = bodyText(body).split(/\s+/).length;
    expect(words).toBeGreaterThan(110);
    expect(words).toBeLessThanOrEqual(120);
  });

  test('is not the title over again, as in the feeds of search engines', () => {
    const title = 'Monument to North Korean partisans unveiled in Russia';
    expect(excerpt({ summary: `${title} Harbour Wire` })).toBeUndefined();
    expect(excerpt({ summary: title, text: `${title}\n${sample.MONUMENT}` })).toBe(sample.MONUMENT);
  });

  test('leaves out what was told as new above it', () => {
    const summary =
      'Police in Port Ellory have detained the captain. Her lawyer blames the radar of the ferry. The owner did not answer.';
    const news = ['Police in Port Ellory have detained the captain. The owner did not answer.'];
    const body = explain({ ...told, news, accounts: [account({ summary })] });
    expect(body.map(({ role, runs }) => [role, runs.map(({ text }) => text).join('')])).toContainEqual([
      'excerpt',
      'Her lawyer blames the radar of the ferry.',
    ]);
    const all = explain({ ...told, news: [summary], accounts: [account({ summary })] });
    expect(all.map(({ role }) => role)).not.toContain('excerpt');
  });

  test('counts words of scripts without spaces, too', () => {
    const japanese = '国防相は記念碑の除幕式で演説した。'.repeat(40);
    expect(excerpt({ summary: japanese, language: 'ja' })?.length).toBeLessThan(200);
  });
});

describe('the body', () => {
  test('links at most 8 accounts and says how many more there are', () => {
    const others = Array.from({ length: 11 }, (_, index) =>
      account({
        url: `https://news.example/${index}`,
        publisher: { name: `Gazette ${index}`, url: null },
      }),
    );
    const body = explain({ ...told, accounts: [account(), ...others] });
    expect(body.flatMap(({ runs }) => runs.filter(({ href }) => href !== undefined))).toHaveLength(8);
    expect(bodyText(body)).toContain(' · and 4 more');
  });

  test('says of an outlet that tells it twice that it does so again', () => {
    const body = explain({ ...told, accounts: [account(), account({ language: 'ko' })] });
    expect(bodyText(body)).toContain('Read — Harbour Wire [en] · Harbour Wire, again [ko]');
  });

  test('fills its 120 words and no more, the dot between tags and why among them', () => {
    const source = sample.source('outlet', { republish: 'full' });
    const lead = account({ sourceId: 'outlet', summary: long }, sample.publishing({}, [source]));
    const body = explain({ ...told, tags: ['Kursk'], accounts: [lead] });
    expect(bodyText(body).split(/\s+/)).toHaveLength(120);
  });

  test('never has more than 120 words, whatever it is told', () => {
    const words = fc.array(
      fc.constantFrom('North', 'Korea', 'state-run', 'a', '—', '북한', '国防相', 'x'.repeat(90)),
      {
        maxLength: 200,
      },
    );
    const texts = words.map((list) => list.join(' '));
    const input = fc.record({
      outlets: fc.array(texts, { minLength: 1, maxLength: 15 }),
      summary: texts,
      news: fc.array(texts, { maxLength: 4 }),
      tags: fc.array(texts, { maxLength: 12 }),
      why: texts,
      republish: fc.constantFrom('title', 'excerpt', 'full'),
    });
    fc.assert(
      fc.property(input, ({ outlets, summary, news, tags, why, republish }) => {
        const accounts = outlets.map((title) => {
          const source = sample.source('outlet', { title, republish });
          return account({ sourceId: 'outlet', summary }, sample.publishing({}, [source]));
        });
        const [lead = account(), ...others] = accounts;
        const body = explain({
          counts: '15 accounts',
          comparison: null,
          news,
          accounts: [lead, ...others],
          tags,
          why,
          advice: [],
        });
        expect(bodyText(body).split(/\s+/).length).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('calls a private source by no name and does not link to it', () => {
    const body = explain({ ...told, accounts: [account({ sourceId: 'inner-letter' })] });
    expect(bodyText(body)).toContain('Read — a private source [en]');
    expect(JSON.stringify(body)).not.toMatch(/Inner|secret/);
  });
});
