import { Hono } from 'hono';
import type { Services } from '../pipeline/services.ts';
import type { Access } from './access/access.ts';
import { actRoutes } from './acts/act.ts';
import { LABEL } from './acts/label.ts';
import { sourceActs } from './acts/sources.ts';
import { storyActs } from './acts/stories.ts';
import { SUGGESTION_ACTS } from './acts/suggestions.ts';
import { TOPIC_ACTS } from './acts/topics.ts';
import { apiReadingRoutes } from './api-reading.ts';
import { healthRoutes } from './health/routes.ts';
import { reviewRoutes } from './pages/review-page.ts';
import { sourcesRoutes } from './pages/sources-page.ts';
import { subscriptionsRoutes } from './pages/subscriptions-page.ts';
import { suggestionsRoutes } from './pages/suggestions-page.ts';
import { watchlistRoutes } from './pages/watchlist-page.ts';

/** The keeper's part of the site: its pages, and what can be done there. */
export function keeperRoutes(services: Services, access: Access): Hono {
  const routes = new Hono();
  routes.route(
    '/',
    actRoutes(services, access, [LABEL, ...storyActs(), ...sourceActs(), ...SUGGESTION_ACTS, ...TOPIC_ACTS]),
  );
  routes.route('/', healthRoutes(services));
  routes.route('/', apiReadingRoutes(services));
  routes.route('/', reviewRoutes(services));
  routes.route('/', sourcesRoutes(services));
  routes.route('/', watchlistRoutes(services));
  routes.route('/', subscriptionsRoutes(services));
  routes.route('/', suggestionsRoutes(services));
  return routes;
}
