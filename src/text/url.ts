import normalizeUrl from 'normalize-url';

/** An absolute web address that needs no resolving, and holds no user info, white space or letters outside ASCII. */
const PLAIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#][\x21-\x5b\x5d-\x7e]*)?$/i;
/** An address that is its own canonical form; most are, and the long way takes a hundred times as long. */
const CANONICAL = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w~!$'()*+,;=:@-]+(?:\.[\w~-]+)*)*\/?$/;

/**
 * The absolute http or https address that `reference` means, without user info; null for everything else (`javascript:`,
 * `data:`, `mailto:`, nonsense). An address that is already absolute stays as it is written, but for an `&amp;`: it was escaped
 * once more than it should be, and no address has one of its own.
 *
 * @param base what a relative reference is resolved against (WHATWG URL §4.4); null or empty: relative ones give null.
 */
export function webUrl(reference: string | null | undefined, base: string | null): string | null {
  const trimmed = reference?.trim().replaceAll('&amp;', '&');
  if (!trimmed || /[<>]/.test(trimmed)) return null; // markup that strayed into an address
  if (PLAIN.test(trimmed) && URL.canParse(trimmed)) return trimmed;
  const url = URL.parse(trimmed, base || undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/** What links carry to tell their owner where a reader came from. None of these names decides what page is served. */
const TRACKING: readonly (string | RegExp)[] = [
  /^utm_/i,
  /^(?:fb|g|dc|ms|y|ys|tw|ttc|wbra|gbra|li_fat_)cl(?:src|k?id)$/i,
  /^(?:mc_[ce]id|mkt_tok|igshid|igsh|_hs(?:enc|mi)|oly_(?:anon|enc)_id|vero_id|s_cid|ncid|cmpid|ocid|xtor|wt\.?mc.*)$/i,
  /^at_(?:medium|campaign|custom\d|link_.*|format|ptr_name|bbc_team)$/i,
  /^(?:_ga|_gl|__twitter_impression|guccounter|guce_referrer.*|ref_src|ref_url)$/i,
];

/**
 * The form of an address that two links to one page share: without user info, fragment, default port and tracking
 * parameters; host in lower case, escapes in one spelling. Null where it is no http or https address.
 *
 * It errs on the side of two addresses: scheme, `www.`, a final slash and the order of parameters stay, since a server may
 * tell them apart, and since the result is also what a person opens. A fragment that holds a route (`#!/a`, `#/a`) stays too.
 */
export function canonicalUrl(address: string | null | undefined): string | null {
  const url = webUrl(address, null);
  if (url === null) return null;
  if (CANONICAL.test(url)) return url;
  try {
    return normalizeUrl(url, {
      stripAuthentication: true,
      stripHash: !/#!?\//.test(url),
      stripWWW: false,
      removeQueryParameters: TRACKING,
      removeTrailingSlash: false,
      removeSingleSlash: false,
      sortQueryParameters: false,
    });
  } catch {
    return null; // parses as a URL, and still is none: normalize-url refuses more than the standard does
  }
}

/**
 * The key by which an article is known by its canonical address. The scheme is no part of it: sites move to https, with all their
 * links and permalinks on one day, and every article would come once more.
 */
export const addressKey = (canonical: string): string => `url:${canonical.replace(/^http:/, 'https:')}`;

/** Whether an address is a site's front page, which no article can be told by. */
export function isFrontPage(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const route = url.hash.startsWith('#/') || url.hash.startsWith('#!');
  return !route && url.search === '' && /^\/(?:(?:index|default|home)\.[a-z]{3,5})?$/i.test(url.pathname);
}
