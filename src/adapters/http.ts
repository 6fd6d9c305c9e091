import { createRequire } from 'node:module';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import type { Clock, Fetcher, Log } from '../domain/ports.ts';
import type { HttpSettings } from '../domain/settings.ts';
import type { FetchOutcome, FetchRequest } from '../domain/source.ts';
import { BadAddress, type FilledAddress, fillAddress, follow, shownAddress } from './addresses.ts';
import { ACCEPT_ENCODING, decodeBody } from './codings.ts';
import { type Answer, exchange, Unanswered } from './exchange.ts';
import { adviceOn, failure, failureOf } from './failures.ts';
import { readFileSource } from './file-source.ts';
import { freshFor, headerOf, listHeaderOf, retryAt, validatorsOf } from './freshness.ts';
import { createGate } from './gate.ts';
import { guardedConnector, isPublicAddress, privateHosts } from './guard.ts';
import { Agent } from './undici.ts';

const MAX_REDIRECTS = 5;
const MAX_HEADER_BYTES = 32_768;
const CONNECT_SECONDS = 10;
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const HEADERS = {
  'user-agent': `topicwatch/${version} (feed reader)`,
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8',
  'accept-encoding': ACCEPT_ENCODING,
};

export interface FetcherParts {
  readonly clock: Clock;
  readonly log: Log;
  /** The value of a secret that an address names as `${NAME}`; undefined: not set. */
  readonly secrets: (name: string) => string | undefined;
  /** `file:` sources are read below this folder; null: not at all. */
  readonly filesRoot: string | null;
  /** How names are resolved; the system's way, unless given. */
  readonly lookup?: LookupFunction;
}

/**
 * The only way out to the network, and to local files as sources.
 *
 * Conditional GETs over HTTP/1.1 (RFC 9110 §13), at most `total` at once and `perHost` to one host; redirects are followed by
 * hand, five at most, each to a public address only. `allowPrivateHosts` counts for configured addresses and for
 * redirects that stay on the host and port they name. Secrets are filled into configured addresses only, and never
 * stand in what comes back. User info in a configured address is sent as Basic credentials to that origin; elsewhere it is
 * dropped.
 */
export function createFetcher(settings: HttpSettings, parts: FetcherParts): Fetcher {
  const { clock, log, secrets, filesRoot, lookup } = parts;
  const isAllowedPrivate = privateHosts(settings.allowPrivateHosts);
  const gate = createGate(settings.total, settings.perHost);
  const agents = { guarded: agentFor(isPublicAddress), open: agentFor(() => true) };

  function agentFor(permits: (address: string) => boolean): Dispatcher {
    const timeoutMs = Math.min(settings.timeoutSeconds, CONNECT_SECONDS) * 1_000;
    return new Agent({
      connect: guardedConnector({ permits, timeoutMs, lookup }),
      connections: settings.perHost,
      maxHeaderSize: MAX_HEADER_BYTES,
    });
  }

  /**
   * One GET through the gate, its codings undone. `left` is what remains of the time of the whole fetch.
   *
   * A connection that was kept may be closed at the other end just as it is used again: where it breaks before any answer, the
   * GET is sent once more (RFC 9112 §9.3.1, RFC 9110 §9.2.2).
   */
  async function ask(
    agent: Dispatcher,
    address: FilledAddress,
    request: FetchRequest,
    left: number,
  ): Promise<Answer> {
    const { maxBytes } = settings;
    const headers = { ...HEADERS, ...conditions(request), ...credentials(address) };
    const started = performance.now();
    const send = (): Promise<Answer> => {
      const milliseconds = Math.max(1, left - (performance.now() - started));
      return exchange(agent, address.url, headers, { milliseconds, maxBytes, signal: request.signal });
    };
    const answer = await send().catch((error: unknown) => {
      if (!(error instanceof Unanswered)) throw error;
      return send();
    });
    const codings = listHeaderOf(answer.headers, 'content-encoding');
    return { ...answer, body: await decodeBody(answer.body, codings, maxBytes) };
  }

  async function get(request: FetchRequest, first: FilledAddress): Promise<FetchOutcome> {
    const isOwn = request.configured || hostOf(request.ledFrom) === first.url.host;
    const mayBePrivate = isOwn && isAllowedPrivate(first.url);
    const visited = new Set<string>();
    let address = first;
    // Only where every hop is permanent; credentials stand in the configured address, so that is asked each time.
    let isMove = first.authorization === null;
    let left = settings.timeoutSeconds * 1_000;
    try {
      for (;;) {
        visited.add(address.url.href);
        const { host } = address.url;
        const agent = mayBePrivate && host === first.url.host ? agents.open : agents.guarded;
        const answer = await gate.run(host, async () => {
          const started = performance.now();
          const answer = await ask(agent, address, request, left);
          left -= performance.now() - started;
          return answer;
        });
        if (!REDIRECTS.has(answer.status)) {
          const movedTo = isMove && visited.size > 1 ? address.url.href : null;
          return redacted(outcomeOf(request, address, answer, movedTo, clock.now()), address);
        }
        const next = redirectOf(address, answer, visited);
        if ('kind' in next) return next;
        if (address.url.protocol === 'https:' && next.url.protocol === 'http:') {
          log.warn('redirected from https to http, where it can be read and changed on the way', {
            from: shownAddress(address),
            to: shownAddress(next),
          });
        }
        isMove &&= PERMANENT.has(answer.status);
        address = next;
      }
    } catch (error) {
      return failureOf(error, address, visited.size > 1);
    }
  }

  return {
    async fetch(request) {
      if (/^file:/i.test(request.url)) {
        const root = request.configured ? filesRoot : null;
        return readFileSource(request.url, request.validators, root, settings.maxBytes);
      }
      try {
        const address = fillAddress(request.url, request.configured ? secrets : null);
        if (isWeb(address.url)) return await get(request, address);
        return failure('address', `${shownAddress(address)} is not an http, https or file address`);
      } catch (error) {
        if (error instanceof BadAddress) return failure('address', error.message);
        throw error;
      }
    },
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.open.destroy()]);
    },
  };
}

function conditions({ validators: { etag, lastModified } }: FetchRequest): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

const credentials = ({ authorization }: FilledAddress): Record<string, string> =>
  authorization === null ? {} : { authorization };

/** Where a redirect leads, RFC 9110 §15.4, or why it is not followed. */
function redirectOf(from: FilledAddress, { headers, status }: Answer, visited: ReadonlySet<string>) {
  const where = shownAddress(from);
  const refused = (why: string) =>
    failure('redirect', `${where} ${why}; tell the publisher`, { status, retryAt: null });
  const location = headerOf(headers, 'location');
  const next = location === null ? null : follow(from, asUtf8(location));
  if (next === null) return refused('redirects without saying where to');
  if (!isWeb(next.url)) return refused(`redirects to a ${next.url.protocol} address, which is not followed`);
  if (visited.has(next.url.href)) return refused('redirects in a circle');
  if (visited.size > MAX_REDIRECTS) return refused(`is the last of more than ${MAX_REDIRECTS} redirects`);
  return next;
}

/** Header bytes come as Latin-1; an address that is not ASCII is meant as UTF-8, as browsers take it. */
const asUtf8 = (header: string): string => Buffer.from(header, 'latin1').toString();

const hostOf = (address: string | undefined): string | null =>
  address === undefined ? null : (URL.parse(address)?.host ?? null);

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';

function outcomeOf(
  request: FetchRequest,
  address: FilledAddress,
  { status, headers, body }: Answer,
  movedTo: string | null,
  now: Date,
): FetchOutcome {
  const { etag, lastModified } = validatorsOf(headers);
  const fresh = freshFor(headers, now);
  if (status === 304 && Object.keys(conditions(request)).length > 0) {
    const { validators: sent } = request;
    const validators = { etag: etag ?? sent.etag, lastModified: lastModified ?? sent.lastModified };
    return { kind: 'unchanged', movedTo, validators, freshFor: fresh };
  }
  if (status === 410) {
    const advice = 'look for its new address with topicwatch sources add SITE, or remove the source';
    return { kind: 'gone', message: `${shownAddress(address)} says it is gone for good (410); ${advice}` };
  }
  if (status < 200 || status > 299) {
    const answer = { status, retryAt: retryAt(headers, now) };
    return failure('http', `${shownAddress(address)} answered ${status}: it ${adviceOn(status)}`, answer);
  }
  return {
    kind: 'fetched',
    body,
    contentType: headerOf(headers, 'content-type'),
    contentLanguage: headerOf(headers, 'content-language'),
    url: address.url.href,
    movedTo,
    validators: { etag, lastModified },
    freshFor: fresh,
  };
}

/** Nothing that is handed on holds the value of a secret; a validator that does is not worth keeping. */
function redacted(outcome: FetchOutcome, { redact, redactBody }: FilledAddress): FetchOutcome {
  if (outcome.kind === 'failed' || outcome.kind === 'gone') return outcome; // its message shows the address redacted
  const orNull = (text: string | null) => (text === null ? null : redact(text));
  const keep = (validator: string | null) => (validator === orNull(validator) ? validator : null);
  const { etag, lastModified } = outcome.validators;
  const validators = { etag: keep(etag), lastModified: keep(lastModified) };
  const movedTo = orNull(outcome.movedTo);
  if (outcome.kind === 'unchanged') return { ...outcome, movedTo, validators };
  return {
    ...outcome,
    body: redactBody(outcome.body),
    contentType: orNull(outcome.contentType),
    contentLanguage: orNull(outcome.contentLanguage),
    url: redact(outcome.url),
    movedTo,
    validators,
  };
}
