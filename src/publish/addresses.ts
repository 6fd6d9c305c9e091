import type { Source } from '../domain/source.ts';

/** Legal in a WHATWG query, but in no IRI (RFC 3987 §2.2). */
const NOT_IN_IRI = /[{}|\\^`]/g;

/** An address as it may be published: absolute http or https, without user info; null: it may not. */
export function publicAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href.replace(NOT_IN_IRI, encodeURIComponent);
}

/** The address of a source's feed; null for local files, private sources and addresses with a secret (`${NAME}`). */
export function feedAddress(source: Source): string | null {
  return source.private || source.url.includes('${') ? null : publicAddress(source.url);
}
