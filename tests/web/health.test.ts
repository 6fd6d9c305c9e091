import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cycle } from '../../src/domain/cycle.ts';
import { arrivals, article, NOTHING, sourceState } from '../store/samples.ts';
import { NOON, onTopic, openSite, type Site, TOKEN } from './site.ts';

/** Ten minutes before noon. */
const cycle: Cycle = {
  started: '2026-03-06T11:49:58.500Z',
  finished: '2026-03-06T11:50:00.000Z',
  polled: 4,
  unchanged: 1,
  failed: [{ sourceId: 'harbour-wire', result: 'dns', message: 'no such host' }],
  fresh: 3,
  revised: 1,
  accepted: 2,
  review: 0,
  published: 12,
};

async function record(site: Site, ...cycles: readonly Cycle[]): Promise<void> {
  const store = await site.services.store();
  const lease = await store.lease('run');
  for (const one of cycles) await store.recordCycle(lease, one);
  await lease.release();
}

describe('/healthz', () => {
  const asked = async (site: Site, query = '') => {
    const answer = await site.ask(`/healthz${query}`);
    return [answer.status, await answer.json()];
  };

  test('is well while cycles end within the longest pause of the schedule, and ten minutes', async () => {
    const site = await openSite();
    expect(await asked(site)).toMatchObject([503, { status: 'not run yet' }]);
    await record(site, cycle);
    expect(await asked(site)).toEqual([
      200,
      { status: 'ok', lastCycle: cycle.finished, ageSeconds: 600, limitSeconds: 1200, message: null },
    ]);
    site.now = new Date(NOON.getTime() + 11 * 60_000);
    expect(await asked(site)).toMatchObject([
      503,
      { status: 'late', message: expect.stringContaining('1260') },
    ]);
    expect(await asked(site, '?max-age=7200')).toMatchObject([200, { status: 'ok', limitSeconds: 7200 }]);
  });

  test.each(['-1', '2h', '1e9', '', '99999999999'])('does not take %j for an age', async (age) => {
    expect(await asked(await openSite(), `?max-age=${age}`)).toMatchObject([
      400,
      { error: { code: 'bad-max-age' } },
    ]);
  });

  test('says so when the store does not answer', async () => {
    const site = await openSite();
    mkdirSync(dirname(site.home.database), { recursive: true });
    writeFileSync(site.home.database, 'no database');
    expect(await asked(site)).toMatchObject([
      503,
      { status: 'store unusable', message: expect.stringMatching(/\w/) },
    ]);
  });
});

describe('/metrics', () => {
  test('tells polls by result, articles, verdicts, stories, sources and the last cycle, as Prometheus reads it', async () => {
    const site = await openSite({
      sources: {
        'lowport-courier': 'https://lowport-courier.example/feed.xml',
        'pier-post': 'https://pier.example/',
      },
    });
    await record(site, cycle, cycle);
    await site.commit(
      onTopic(arrivals([article(1), article(2)])),
      onTopic(arrivals([article(3)], 'review')),
      {
        ...NOTHING,
        sources: [sourceState('lowport-courier')],
      },
    );
    const answer = await site.ask('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    const lines = text.split('\n');
    for (const line of [
      'topicwatch_cycles_total 2',
      'topicwatch_polls_total{result="ok"} 4',
      'topicwatch_polls_total{result="unchanged"} 2',
      'topicwatch_polls_total{result="dns"} 2',
      'topicwatch_polls_total{result="timeout"} 0',
      'topicwatch_articles_new_total 6',
      'topicwatch_articles 3',
      'topicwatch_verdicts{decision="accepted"} 2',
      'topicwatch_verdicts{decision="review"} 1',
      'topicwatch_stories 2',
      'topicwatch_sources{state="not polled yet"} 1',
      'topicwatch_last_cycle_age_seconds 600',
      'topicwatch_last_cycle_duration_seconds 1.5',
    ]) {
      expect(lines).toContain(line);
    }
    // Every sample follows the HELP and TYPE of its own metric; the last line ends.
    let about = '';
    for (const line of lines.slice(0, -1)) {
      const [, kind = '', name = ''] = /^# (HELP|TYPE) (\w+) /.exec(line) ?? [];
      if (kind === 'HELP') about = name;
      else if (kind === 'TYPE') expect(line).toMatch(new RegExp(`^# TYPE ${about} (counter|gauge)$`));
      else expect(line).toMatch(new RegExp(`^${about}(\\{\\w+="[^"]*"\\})? [0-9.]+$`));
    }
    expect(lines.at(-1)).toBe('');
  });

  test('works before the first cycle, and wants the token off this machine', async () => {
    const site = await openSite({ web: { host: '0.0.0.0' } });
    expect((await site.ask('/metrics')).status).toBe(401);
    expect((await site.ask('/healthz')).status).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const text = await (await site.ask('/metrics', { headers })).text();
    expect(text).toContain('topicwatch_cycles_total 0');
    expect(text).not.toContain('last_cycle');
  });
});
