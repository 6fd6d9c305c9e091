import { createRequire } from 'node:module';
import type { FetchOutcome } from '../domain/source.ts';

const load = createRequire(import.meta.url);

/** What a site asks of programs, RFC 9309. */
export interface Robots {
  allows(url: string): boolean;
  /** Seconds it wants between two requests (Crawl-delay, no part of the RFC); 0: it does not say. */
  readonly delaySeconds: number;
  /** False: it could not be had, so that nothing is allowed for now. */
  readonly isKnown: boolean;
}

/** The name topicwatch looks for among the user agents. */
const NAME = 'topicwatch';
/** RFC 9309 §2.5: so much must be read. What follows is not, since every rule costs time at each address. */
const MOST_BYTES = 512_000;

const SILENT: Robots = { allows: () => true, delaySeconds: 0, isKnown: true };
const UNKNOWN: Robots = { allows: () => false, delaySeconds: 0, isKnown: false };

/** Where a site's robots.txt is, RFC 9309 §2.3. */
export const robotsAddress = (url: string): string => new URL('/robots.txt', url).href;

/**
 * Reads what came of fetching a robots.txt. A site without one allows everything (§2.3.1.3); one that cannot be reached, or
 * is asking for a pause, allows nothing for now (§2.3.1.4).
 *
 * @param url where it was fetched: it holds for that scheme, host and port only
 */
export function readRobots(outcome: FetchOutcome, url: string): Robots {
  if (outcome.kind === 'gone') return SILENT;
  if (outcome.kind === 'failed') {
    const { status } = outcome;
    return status !== null && status >= 400 && status < 500 && status !== 429 ? SILENT : UNKNOWN;
  }
  if (outcome.kind === 'unchanged') return UNKNOWN; // no condition was sent: the server is broken
  const text = new TextDecoder().decode(outcome.body.subarray(0, MOST_BYTES));
  // Its types promise a default export that is not there.
  const parse = load('robots-parser') as typeof import('robots-parser')['default'];
  const rules = parse(url, text);
  return {
    allows: (address) => rules.isAllowed(address, NAME) ?? false,
    delaySeconds: Math.max(0, rules.getCrawlDelay(NAME) ?? 0),
    isKnown: true,
  };
}
