import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Clock } from '../../domain/ports.ts';
import type { WebSettings } from '../../domain/settings.ts';
import { formOf } from '../form.ts';
import { Refusal } from '../refusal.ts';
import { createAttempts } from './attempts.ts';
import { beginSession, isSecret, readSession, SESSION_SECONDS, type Session } from './session.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
/** A request that bears one of these came through a proxy, so that its sender may be anywhere. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const;

/** The host a request asks for, with and without its port. */
function askedHost(c: Context): { readonly host: string; readonly name: string } {
  const host = (c.req.header('host') ?? '').toLowerCase();
  return { host, name: host.replace(/:\d+$/, '') };
}

/**
 * Answers only requests for a host it knows itself by: loopback, the address it is bound to, and `web.hosts`. A page
 * elsewhere that makes its own name resolve to this machine (DNS rebinding) gets nothing.
 */
export function knownHost({ host, hosts }: WebSettings): MiddlewareHandler {
  const known = new Set([...LOOPBACK, host, `[${host}]`, ...hosts].map((name) => name.toLowerCase()));
  return async (c, next) => {
    const asked = askedHost(c);
    if (!known.has(asked.name) && !known.has(asked.host)) {
      const name = asked.name || 'a host without a name';
      return c.text(`this is not ${name}; name it under web.hosts in topicwatch.yaml\n`, 421);
    }
    return next();
  };
}

/** What whoever sent a request may do with the page's forms. */
export type Standing =
  | { readonly kind: 'read-only' } // no token is set, so nobody can change anything
  | { readonly kind: 'signed-out' }
  | ({ readonly kind: 'signed-in' } & Session);

const STANDING = 'standing';

/** As `Access.standing` found it. */
export function standingOf(c: Context): Standing {
  const standing: Standing | undefined = c.get(STANDING);
  return standing ?? { kind: 'read-only' };
}

const HOLDER = 'holder';

/** Whether it was sent by who holds the token, by the cookie or with the request. */
export function isKeeper(c: Context): boolean {
  const holder: boolean | undefined = c.get(HOLDER);
  return holder === true || standingOf(c).kind === 'signed-in';
}

/** Who may read and who may act. */
export interface Access {
  /** Goes first: finds out for `standingOf`. */
  readonly standing: MiddlewareHandler;
  /**
   * What is not for every reader: open on this machine and where `web.public` says so, else to who holds the token, by the
   * cookie, as a bearer token, or as the password of basic authentication (feed readers know only that).
   */
  readonly reading: MiddlewareHandler;
  /**
   * What changes something: by the cookie, from a form of this page, or with a bearer token. Basic authentication is not
   * enough, since browsers send it with requests that other sites make.
   */
  readonly acting: MiddlewareHandler;
  /** Gives the cookie to who says the token. Throws a `Refusal` where it is wrong, or nothing is to be had. */
  begin(c: Context, said: string): void;
  end(c: Context): void;
}

/** @param token TOPICWATCH_TOKEN; undefined or empty: none is set, and nothing can be changed over HTTP. */
export function createAccess(web: WebSettings, token: string | undefined, clock: Clock): Access {
  const secret = token === undefined || token === '' ? null : token;
  const cookie = `topicwatch-${web.port}`; // cookies know no ports, and two may be served on one machine
  const known = `${cookie}-known`; // says only that there is one, to who comes by a link from elsewhere
  const attempts = createAttempts();

  /** Throws where somebody has tried too often, be this one right or not. */
  const holds = (c: Context, said: string): boolean => {
    if (secret === null) return false;
    const now = clock.now();
    const client = clientOf(c);
    const wait = attempts.waitFor(client, now);
    if (wait > 0) throw tooOften(wait);
    const right = isSecret(said, secret);
    if (!right) attempts.wrong(client, now);
    return right;
  };

  return {
    async standing(c, next) {
      const session = secret === null ? null : readSession(secret, getCookie(c, cookie) ?? '', clock.now());
      const outside: Standing = { kind: secret === null ? 'read-only' : 'signed-out' };
      c.set(STANDING, session === null ? outside : { kind: 'signed-in', ...session });
      if (session === null && getCookie(c, known) !== undefined) comeBack(c);
      return next();
    },
    async reading(c, next) {
      if (isLocal(c, web) || isKeeper(c)) return next();
      const given = credentials(c);
      const right = given !== null && holds(c, given.said);
      c.set(HOLDER, right);
      if (right || web.public) return next();
      throw secret === null
        ? new Refusal(403, 'read-only', `${KEEPERS} ${UNSET}`)
        : notSignedIn(given !== null);
    },
    async acting(c, next) {
      if (secret === null) throw new Refusal(403, 'read-only', `this page is read only: ${UNSET}`);
      const given = credentials(c);
      if (given?.scheme === 'bearer') {
        if (holds(c, given.said)) return next();
        throw notSignedIn(true);
      }
      const standing = standingOf(c);
      if (standing.kind !== 'signed-in') throw notSignedIn(false);
      if (!isOwnForm(c, web)) throw FOREIGN;
      const { form } = await formOf(c);
      if (typeof form !== 'string' || !isSecret(form, standing.formToken)) throw OUTDATED;
      return next();
    },
    begin(c, said) {
      if (secret === null) throw new Refusal(403, 'read-only', `this page is read only: ${UNSET}`);
      if (!isOwnForm(c, web)) throw FOREIGN;
      if (!holds(c, said)) throw new Refusal(401, 'wrong-token', WRONG);
      setCookie(c, cookie, beginSession(secret, clock.now()), {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        secure: isHttps(c),
        maxAge: SESSION_SECONDS,
      });
      setCookie(c, known, 'yes', { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: SESSION_SECONDS });
    },
    end(c) {
      deleteCookie(c, cookie, { path: '/' });
      deleteCookie(c, known, { path: '/' });
    },
  };
}

const KEEPERS = 'this is for the keeper of the topic;';
const UNSET = 'set TOPICWATCH_TOKEN in the environment of topicwatch and start it again';
const WRONG = 'that is not the TOPICWATCH_TOKEN this page was started with; look it up where it is set';
const FOREIGN = new Refusal(
  403,
  'foreign-origin',
  'this did not come from a form of this page; open the page and do it there, or send the token as "Authorization: Bearer"',
);
const OUTDATED = new Refusal(
  403,
  'outdated-form',
  'this form is from before you signed in, and nothing was done; go back, load the page again, and repeat it',
);

const notSignedIn = (tried: boolean): Refusal =>
  new Refusal(
    401,
    tried ? 'wrong-token' : 'not-signed-in',
    tried ? WRONG : `${KEEPERS} give TOPICWATCH_TOKEN`,
  );

const tooOften = (seconds: number): Refusal =>
  new Refusal(
    429,
    'too-many-tries',
    `too many wrong tokens came from your address; try again in ${Math.ceil(seconds / 60)} minutes`,
    { 'retry-after': String(seconds) },
  );

/** Whether a browser has the page by https, which a proxy may take off: it says so itself, and the proxy may. */
function isHttps(c: Context): boolean {
  const [outermost = ''] = (c.req.header('x-forwarded-proto') ?? '').split(',');
  return outermost.trim() === 'https' || (c.req.header('origin') ?? '').startsWith('https:');
}

/**
 * Whether a request was made on this machine itself, as far as that shows. HTTP/1.0 is spoken by proxies that were told
 * nothing, nginx among them, which name this machine as the host and say nothing of who asks.
 */
function isLocal(c: Context, { host }: WebSettings): boolean {
  const forwarded =
    incomingOf(c)?.httpVersion === '1.0' || FORWARDED.some((name) => c.req.header(name) !== undefined);
  return LOOPBACK.has(host) && LOOPBACK.has(askedHost(c).name) && !forwarded;
}

/** Whether a browser sent it from a page of this site (Fetch Metadata; else RFC 6454 §7 Origin, which older ones send). */
function isOwnForm(c: Context, { hosts }: WebSettings): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = URL.parse(c.req.header('origin') ?? '');
  if (origin === null) return false;
  return origin.host === askedHost(c).host || hosts.includes(origin.host) || hosts.includes(origin.hostname);
}

/** RFC 6750 §2.1, RFC 7617 §2; the user's name means nothing. Null: none were given. */
function credentials(c: Context): { readonly scheme: 'bearer' | 'basic'; readonly said: string } | null {
  const [, scheme = '', value = ''] =
    /^(bearer|basic) +(.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (scheme === '') return null;
  if (scheme.toLowerCase() === 'bearer') return { scheme: 'bearer', said: value };
  const said = Buffer.from(value, 'base64').toString('utf8');
  return { scheme: 'basic', said: said.slice(said.indexOf(':') + 1) };
}

/**
 * A link from elsewhere, such as the review feed in a reader on the web, brings no strict cookie along. What the page asks for
 * itself does: so it is shown, and asks for itself once more.
 */
function comeBack(c: Context): void {
  const url = new URL(c.req.url);
  if (c.req.header('sec-fetch-site') !== 'cross-site' || url.searchParams.has(AGAIN)) return;
  url.searchParams.set(AGAIN, 'yes');
  c.header('refresh', `0; url=${url.pathname.replace(/^.*\//, './')}${url.search}`);
}

const AGAIN = 'again';

/** The address a request came from. */
const clientOf = (c: Context): string => incomingOf(c)?.socket?.remoteAddress ?? '';

/** The request as the server hands it on; undefined where none did. */
function incomingOf(c: Context): Incoming | undefined {
  const env = c.env as { readonly incoming?: Incoming } | undefined;
  return env?.incoming;
}

interface Incoming {
  readonly httpVersion?: string;
  readonly socket?: { readonly remoteAddress?: string };
}
