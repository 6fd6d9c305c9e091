import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { Services } from '../pipeline/services.ts';
import { SCRIPT } from '../publish/page/script.ts';
import { STYLE, sha256Base64 } from '../publish/page/style.ts';
import { createAccess, knownHost } from './access/access.ts';
import { signInRoutes } from './access/sign-in.ts';
import { assetRoutes } from './assets.ts';
import { feedRoutes } from './feeds.ts';
import { keeperRoutes } from './keeper.ts';
import { OWN_CACHE } from './layout.ts';
import { pageRoutes } from './pages/routes.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { showRefusal } from './refusal-page.ts';
import { checkSettings } from './settings-notice.ts';

/**
 * Everything that is answered over HTTP. Every link is relative, so that a proxy may serve it below any path. What a page
 * shows is read by a function of its own, from which the page and `/api/` are made alike.
 *
 * @param token TOPICWATCH_TOKEN; undefined: none is set.
 */
export async function createSite(services: Services, token: string | undefined): Promise<Hono> {
  const { clock, log } = services;
  const { web } = await services.settings();
  const access = createAccess(web, token, clock);
  const site = new Hono();
  site.use(knownHost(web));
  // Not `no-referrer`: then browsers would not say where a form comes from either.
  site.use(secureHeaders({ contentSecurityPolicy: POLICY, referrerPolicy: 'same-origin' }));
  site.use(keptByNobodyElse);
  site.use(methodNotAllowed({ app: site, onMethodNotAllowed: refuseMethod }));
  site.use(access.standing);
  site.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => showRefusal(c, TOO_LARGE) }));
  site.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal !== null) return showRefusal(c, refusal);
    log.error('a request could not be answered', { path: c.req.path, error: error.stack ?? error.message });
    return showRefusal(c, BUG);
  });
  site.notFound((c) => showRefusal(c, NOT_FOUND));

  site.route('/assets', assetRoutes());
  site.route('/', signInRoutes(access));
  site.use('/feeds/keeper/*', access.reading);
  site.route('/feeds', feedRoutes(await services.published()));

  site.use(access.reading); // what follows is not for every reader
  site.use(checkSettings(services));
  site.route('/', keeperRoutes(services, access));
  site.route('/', pageRoutes(services));
  return site;
}

/** The longest body a form of this page could have. */
const MAX_BODY = 100_000;
const TOO_LARGE = new Refusal(413, 'too-large', `more than ${MAX_BODY} bytes are not read`);
const NOT_FOUND = new Refusal(404, 'not-found', 'this address leads to nothing; look for it by its words');
const BUG = new Refusal(500, 'internal', 'it could not be answered; the log of topicwatch says why');

/** Whatever says nothing of caches: data, redirections, refusals. */
const keptByNobodyElse: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', OWN_CACHE);
};

function refuseMethod(c: Context, methods: readonly string[]): Response {
  const allow = methods.join(', ');
  return showRefusal(
    c,
    new Refusal(405, 'method', `${c.req.method} does nothing here; use ${allow}`, { allow }),
  );
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
