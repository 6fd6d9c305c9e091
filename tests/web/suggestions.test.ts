import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Suggestion } from '../../src/domain/suggestion.ts';
import { MONDAY, TUESDAY, uuid } from '../store/samples.ts';
import { openSite, type Site, saidBy, signIn } from './site.ts';

const SOURCES = '# ours\n- id: lowport-courier\n  url: https://lowport-courier.example/feed.xml\n';

const told = {
  title: 'stop polling Lowport Courier',
  why: 'its newest item is of 2 January <b>, 60 days ago',
  evidence: {
    counts: [
      { week: '2026-02-16', count: 3 },
      { week: '2026-02-23', count: 0 },
    ],
    quotes: [{ articleId: uuid(1), quote: 'The <i>ferry</i> has stopped.' }],
    articles: [{ id: uuid(1), title: 'Ferry 1 docks', url: null }],
  },
};
const silent: Suggestion = {
  ...told,
  opening: told,
  number: 7,
  kind: 'lost-source',
  topicId: null,
  subject: 'lowport-courier',
  weight: 60,
  change: { kind: 'disable-source', sourceId: 'lowport-courier', reason: 'silent since January', site: null },
  state: 'open',
  proposed: MONDAY,
  decided: null,
  refusedAt: null,
};

async function site(...suggestions: readonly Suggestion[]): Promise<Site> {
  const made = await openSite();
  writeFileSync(join(made.home.config, 'sources.yaml'), SOURCES);
  const store = await made.services.store();
  const lease = await store.lease('suggest');
  await store.recordSuggestions(lease, suggestions, { at: TUESDAY, files: {} });
  await lease.release();
  return made;
}
const file = (made: Site) => readFileSync(join(made.home.config, 'sources.yaml'), 'utf8');
const shownBy = async (made: Site, number = 7) => {
  const answer = await made.ask(`/api/suggestions/${number}`);
  return (await answer.json()) as { readonly shown: string; readonly diff: string };
};

describe('suggestions', () => {
  test('are listed, the weightiest first, and those that are decided apart', async () => {
    const lighter = { ...silent, number: 8, weight: 3 };
    const refused = { ...silent, number: 3, state: 'refused' as const, decided: MONDAY };
    const made = await site(lighter, refused, silent);
    expect(await (await made.ask('/api/suggestions')).json()).toMatchObject({
      open: [{ number: 7 }, { number: 8 }],
      decided: [{ number: 3 }],
      lookedFor: TUESDAY,
    });
    const page = await (await made.ask('/suggestions')).text();
    expect(page).toContain('its newest item is of 2 January &lt;b&gt;, 60 days ago');
  });

  test('show their evidence and what accepting them writes', async () => {
    const made = await site(silent);
    const page = await (await made.ask('/suggestions/7')).text();
    expect(page).toContain('The &lt;i&gt;ferry&lt;/i&gt; has stopped.');
    expect(page).toContain('<span class="plus">+  disabled: silent since January</span>');
    expect(page).toContain('Sign in</a> to accept or refuse it');
    const inside = await (
      await made.ask('/suggestions/7', { headers: { cookie: await signIn(made) } })
    ).text();
    expect(inside).toContain(`name="shown" value="${(await shownBy(made)).shown}"`);
  });

  test('write what was shown when they are accepted, once', async () => {
    const made = await site(silent);
    const { shown } = await shownBy(made);
    const answer = await made.send('/acts/accept-suggestion', { number: '7', shown, back: 'suggestions' });
    expect(await saidBy(made, answer)).toContain('sources.yaml is written');
    expect(file(made)).toBe(`${SOURCES}  disabled: silent since January\n`);
    const again = await made.send('/acts/accept-suggestion', { number: '7', shown });
    expect(await saidBy(made, again)).toContain('was accepted');
  });

  test('write nothing where the settings were changed since they were shown', async () => {
    const made = await site(silent);
    const { shown } = await shownBy(made);
    const changed = `${SOURCES}- { id: pier-post, url: "https://pier.example/" }\n`;
    writeFileSync(join(made.home.config, 'sources.yaml'), changed);
    const answer = await made.send('/acts/accept-suggestion', { number: '7', shown });
    expect(await saidBy(made, answer)).toContain('nothing was written; look at the change again');
    expect(file(made)).toBe(changed);
    expect(await (await made.ask('/api/suggestions')).json()).toMatchObject({ open: [{ number: 7 }] });
  });

  test('are put aside when they are refused', async () => {
    const made = await site(silent);
    const answer = await made.send('/acts/refuse-suggestion', { number: '7' });
    expect(await saidBy(made, answer)).toContain('when twice as much speaks for it');
    expect(await (await made.ask('/api/suggestions')).json()).toMatchObject({
      open: [],
      decided: [{ number: 7 }],
    });
    expect(file(made)).toBe(SOURCES);
  });

  test.each(['8', '0', '-1', '1e1', '7%20', '..%2f7', '99999999999999999999'])(
    'there is none of the number %s',
    async (number) => {
      const made = await site(silent);
      expect((await made.ask(`/suggestions/${number}`)).status).toBe(404);
      const answer = await made.send('/acts/accept-suggestion', { number });
      expect([303, 400]).toContain(answer.status);
      expect(file(made)).toBe(SOURCES);
    },
  );
});
