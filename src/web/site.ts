import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Log, PublishedFiles } from '../domain/ports.ts';
import type { WebSettings } from '../domain/settings.ts';
import { keeperOnly, knownHost } from './access.ts';
import { feedRoutes } from './feeds.ts';

export interface SitePorts {
  readonly files: PublishedFiles;
  readonly log: Log;
  /** TOPICWATCH_TOKEN; undefined: none is set. */
  readonly token: string | undefined;
}

/** Everything that is answered over HTTP. Read only: no request changes anything. */
export function createSite(settings: WebSettings, { files, log, token }: SitePorts): Hono {
  const site = new Hono();
  site.use(knownHost(settings));
  site.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] } }),
  );
  site.get('/', (c) => c.redirect('feeds/'));
  site.use('/feeds/keeper/*', keeperOnly(settings, token));
  site.route('/feeds', feedRoutes(files));
  site.onError((error, c) => {
    log.error('a request could not be answered', { path: c.req.path, error: error.message });
    return c.text('this could not be answered; the log of topicwatch says why\n', 500);
  });
  return site;
}
