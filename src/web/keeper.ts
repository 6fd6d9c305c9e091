import { Hono } from 'hono';
import type { Services } from '../pipeline/services.ts';
import type { Access } from './access.ts';
import { actRoutes } from './actions.ts';
import { LABEL } from './actions-label.ts';
import { sourceActs } from './actions-sources.ts';
import { storyActs } from './actions-stories.ts';
import { SUGGESTION_ACTS } from './actions-suggestions.ts';
import { TOPIC_ACTS } from './actions-topics.ts';
import { apiReadingRoutes } from './api-reading.ts';
import { feedsRoutes } from './feeds-page.ts';
import { healthRoutes } from './health-routes.ts';
import { reviewRoutes } from './review-page.ts';
import { sourcesRoutes } from './sources-page.ts';
import { suggestionsRoutes } from './suggestions-page.ts';
import { watchlistRoutes } from './watchlist-page.ts';

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
  routes.route('/', feedsRoutes(services));
  routes.route('/', suggestionsRoutes(services));
  return routes;
}
