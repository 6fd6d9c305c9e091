import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { StoreUnusable } from '../domain/store.ts';
import type { Services } from '../pipeline/services.ts';
import { SCRIPT } from '../publish/page-script.ts';
import { STYLE, sha256Base64 } from '../publish/page-style.ts';
import { keeperOnly, knownHost } from './access.ts';
import { assetRoutes } from './assets.ts';
import { feedRoutes } from './feeds.ts';
import { showProblem } from './layout.ts';

/**
 * Everything that is answered over HTTP. Every link is relative, so that a proxy may serve it below any path. What a page
 * shows is read by a function of its own, from which the page and `/api/` are made alike.
 *
 * @param token TOPICWATCH_TOKEN; undefined: none is set.
 */
export async function createSite(services: Services, token: string | undefined): Promise<Hono> {
  const { log } = services;
  const { web } = await services.settings();
  const site = new Hono();
  site.use(knownHost(web));
  site.use(secureHeaders({ contentSecurityPolicy: POLICY, referrerPolicy: 'no-referrer' }));
  site.route('/assets', assetRoutes());
  site.get('/', (c) => c.redirect('feeds/'));
  site.use('/feeds/keeper/*', keeperOnly(web, token));
  site.route('/feeds', feedRoutes(await services.published()));

  site.notFound((c) =>
    showProblem(c, 404, 'Nothing here', 'This address leads to nothing; look for it by its words.'),
  );
  site.onError((error, c: Context) => {
    if (error instanceof StoreUnusable) return showProblem(c, 503, 'Not now', error.message);
    log.error('a request could not be answered', { path: c.req.path, error: error.stack ?? error.message });
    return showProblem(
      c,
      500,
      'This went wrong',
      'It could not be answered; the log of topicwatch says why.',
    );
  });
  return site;
}

/** The page takes style, script and icon from here and nothing from anywhere else; the static site has the first two in it. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'", `'sha256-${sha256Base64(STYLE)}'`],
  scriptSrc: ["'self'", `'sha256-${sha256Base64(SCRIPT)}'`],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};
