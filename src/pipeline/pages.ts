import type { Extraction } from '../domain/page.ts';
import type { Extractor, Fetcher, Pace } from '../domain/ports.ts';
import type { FailureReason, FetchOutcome } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';
import { type Robots, readRobots, robotsAddress } from '../ingest/robots.ts';

export interface PagePorts {
  readonly fetcher: Fetcher;
  readonly extractor: Extractor;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** What came of asking for a page; `unavailable`: it cannot be had just now. */
export type PageOutcome =
  | Extraction
  | {
      readonly kind: 'unavailable';
      readonly message: string;
      /** When its server wants to be asked again; null: it does not say. */
      readonly retryAt: Instant | null;
    };

export interface Pages {
  /**
   * The article at an address.
   *
   * @param source the configured address of the source that led there
   */
  read(url: string, source: string): Promise<PageOutcome>;
}

/** Between two pages of one host, where its robots.txt does not ask for more. */
const PAUSE_SECONDS = 1;
/** A host that wants to be asked more rarely than this is not asked at all. */
const LONGEST_PAUSE_SECONDS = 10;
/** Nobody writes longer ones, and each rule of a robots.txt is compared with all of it. */
const LONGEST_ADDRESS = 1_000;

/**
 * Reads article pages as a guest: by the site's robots.txt, which is asked for once, and one after the other. To be made anew
 * for each run. Addresses come from feeds, so that they are never private ones, but on the host and port of the source
 * itself where `http.allowPrivateHosts` names these.
 */
export function createPages({ fetcher, extractor, pace, signal }: PagePorts): Pages {
  const sites = new Map<string, Promise<Robots>>();

  const get = (url: string, source: string): Promise<FetchOutcome> =>
    fetcher.fetch({
      url,
      validators: { etag: null, lastModified: null },
      configured: false,
      ledFrom: source,
      signal,
    });

  function robotsOf(url: string, source: string): Promise<Robots> {
    const address = robotsAddress(url);
    const asked = sites.get(address);
    if (asked !== undefined) return asked;
    const asking = get(address, source).then((outcome) => readRobots(outcome, address));
    sites.set(address, asking);
    return asking;
  }

  return {
    async read(url, source) {
      if (!/^https?:/i.test(url) || url.length > LONGEST_ADDRESS)
        return failed('its address is none to fetch');
      const robots = await robotsOf(url, source);
      if (!robots.isKnown) return unavailable('the robots.txt of its site cannot be had', null);
      if (!robots.allows(url)) return failed('robots.txt asks not to fetch it');
      if (robots.delaySeconds > LONGEST_PAUSE_SECONDS) {
        return failed(`robots.txt asks for ${robots.delaySeconds} s between two pages`);
      }
      await pace.turn(new URL(url).host, Math.max(PAUSE_SECONDS, robots.delaySeconds), signal);
      const outcome = await get(url, source);
      if (outcome.kind === 'unchanged') return failed('the server sent nothing');
      if (outcome.kind === 'failed' && passes(outcome)) return unavailable(outcome.message, outcome.retryAt);
      if (outcome.kind !== 'fetched') return failed(outcome.message);
      if (!(await robotsOf(outcome.url, source)).allows(outcome.url)) {
        return failed(`robots.txt asks not to fetch ${outcome.url}, to which it redirects`);
      }
      if (!isPage(outcome.contentType)) return failed(`it is ${outcome.contentType}, no web page`);
      return extractor.extract(outcome);
    },
  };
}

const failed = (message: string): Extraction => ({ kind: 'failed', message });

const unavailable = (message: string, retryAt: Instant | null): PageOutcome => ({
  kind: 'unavailable',
  message,
  retryAt,
});

/** Failures of the way to a server. */
const ON_THE_WAY: ReadonlySet<FailureReason> = new Set(['dns', 'connect', 'timeout']);

/** Whether a failure is one of the moment: on the way, of the server (RFC 9110 §15.6), or for asking too often. */
const passes = ({ reason, status }: FetchOutcome & { readonly kind: 'failed' }): boolean =>
  ON_THE_WAY.has(reason) || (status !== null && (status >= 500 || status === 429 || status === 408));

/** Whether an answer is a page by its Content-Type: servers that do not say what they send send pages. */
export const isPage = (contentType: string | null): boolean =>
  contentType === null || /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
