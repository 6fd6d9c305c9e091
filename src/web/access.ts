import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { WebSettings } from '../domain/settings.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/**
 * Answers only requests for a host it knows itself by: loopback, the address it is bound to, and `web.hosts`. A page
 * elsewhere that makes its own name resolve to this machine (DNS rebinding) gets nothing.
 */
export function knownHost({ host, hosts }: WebSettings): MiddlewareHandler {
  const known = new Set([...LOOPBACK, host, ...hosts].map((name) => name.toLowerCase()));
  return async (c, next) => {
    const asked = (c.req.header('host') ?? '').toLowerCase();
    const name = asked.replace(/:\d+$/, '');
    if (!known.has(name) && !known.has(asked)) {
      return c.text(
        `this is not ${name || 'a host without a name'}; name it under web.hosts in topicwatch.yaml\n`,
        421,
      );
    }
    await next();
  };
}

/**
 * What is not for every reader: open on loopback and where `web.public` says so, else only to those who hold
 * TOPICWATCH_TOKEN, as a bearer token or as the password of basic authentication (feed readers know only that).
 */
export function keeperOnly(
  { host, public: open }: WebSettings,
  token: string | undefined,
): MiddlewareHandler {
  return async (c, next) => {
    if (open || isLoopback(host) || holds(token, c.req.header('authorization'))) return next();
    const why =
      token === undefined ? 'set TOPICWATCH_TOKEN and start again' : 'give TOPICWATCH_TOKEN as the password';
    return c.text(`this is for the keeper of the topic; ${why}\n`, 401, {
      'www-authenticate': 'Basic realm="topicwatch"',
    });
  };
}

function holds(token: string | undefined, authorization: string | undefined): boolean {
  if (token === undefined || token === '' || authorization === undefined) return false;
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  const given =
    scheme.toLowerCase() === 'bearer'
      ? value
      : Buffer.from(value, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
