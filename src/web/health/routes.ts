import { Hono } from 'hono';
import type { Services } from '../../pipeline/services.ts';
import { sourcesOf } from '../pages/sources.ts';
import { openReading } from '../reading.ts';
import { Refusal } from '../refusal.ts';
import { METRICS_TYPE, metricsText } from './metrics.ts';

/** `/healthz` for supervisors, 200 or 503; `/metrics` for Prometheus. */
export function healthRoutes(services: Services): Hono {
  const routes = new Hono();
  routes.get('/healthz', async (c) => {
    const asked = c.req.query('max-age');
    if (asked !== undefined && !/^\d{1,9}$/.test(asked)) {
      throw new Refusal(400, 'bad-max-age', 'max-age is a whole number of seconds');
    }
    const { serviceHealth } = await import('./health.ts');
    const maxAge = asked === undefined ? undefined : Number(asked);
    const health = await serviceHealth(
      await services.settings(),
      services.store,
      services.clock.now(),
      maxAge,
    );
    return c.json(health, health.status === 'ok' ? 200 : 503, { 'cache-control': 'no-store' });
  });
  routes.get('/metrics', async (c) => {
    const reading = await openReading(services, c);
    const { store } = reading;
    const now = services.clock.now();
    const [last = null] = await store.cycles(1);
    const { states } = await sourcesOf(reading, now);
    const measured = { totals: await store.totals(), counts: await store.counts(), last, sources: states };
    return c.body(metricsText(measured, now), 200, {
      'content-type': METRICS_TYPE,
      'cache-control': 'no-store',
    });
  });
  return routes;
}
