import type { IncomingHttpHeaders } from 'node:http';
import type { Validators } from '../domain/source.ts';
import type { Instant } from '../domain/time.ts';

/** The first value of a header, with the white space around it taken off; null: not sent, or empty. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
}

/** A header that is a list, its lines joined (RFC 9110 §5.3); null: not sent. */
export function listHeaderOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : [value].flat().join(', ');
}

/**
 * Seconds the answer may be kept, RFC 9111 §4.2.1: `max-age` less `Age`, else `Expires` less `Date`; 0 where the cache
 * directives forbid keeping it; null where they say nothing.
 */
export function freshFor(headers: IncomingHttpHeaders, now: Date): number | null {
  const control = (listHeaderOf(headers, 'cache-control') ?? '').toLowerCase();
  if (/(?:^|[\s,])(?:no-store|no-cache)(?:$|[\s,=])/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age="?(\d{1,10})/.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = Number(headerOf(headers, 'age') ?? 0);
    return Math.max(0, Number(maxAge) - (age > 0 ? age : 0));
  }
  const expires = headerOf(headers, 'expires');
  if (expires === null) return null;
  const date = httpDate(headerOf(headers, 'date')) ?? now.getTime();
  // An invalid date, "0" above all, means already expired (§5.3).
  return Math.max(0, ((httpDate(expires) ?? date) - date) / 1_000);
}

/** When to come back, from `Retry-After` in seconds or as a date (RFC 9110 §10.2.3); null: not said. */
export function retryAt(headers: IncomingHttpHeaders, now: Date): Instant | null {
  const value = headerOf(headers, 'retry-after');
  const at = /^\d{1,9}$/.test(value ?? '') ? now.getTime() + Number(value) * 1_000 : httpDate(value);
  return at === null ? null : new Date(at).toISOString();
}

/** Milliseconds since 1970 of an HTTP date (RFC 9110 §5.6.7, always in GMT); null where it is none. */
function httpDate(text: string | null): number | null {
  const time = text?.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** The validators an answer carries. What could not be sent back as a header is left out. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return { etag: sendable(headers, 'etag'), lastModified: sendable(headers, 'last-modified') };
}

function sendable(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headerOf(headers, name);
  return value !== null && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : null;
}
