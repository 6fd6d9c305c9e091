import { decodeHTMLAttribute } from 'entities';
import { charsetParameter, decodeDocument } from '../text/charset.ts';
import { htmlToLine } from '../text/html/html.ts';
import { webUrl } from '../text/url.ts';
import { visitTags } from './feed/tags.ts';

/** An address that may be a feed, and what makes it likely. */
export interface Candidate {
  readonly url: string;
  /**
   * `declared`: the page names it as its feed; `linked`: a link on it looks like one; `usual`: feeds often are there; `sitemap`:
   * robots.txt names it.
   */
  readonly why: 'declared' | 'linked' | 'usual' | 'sitemap';
  /** What the page calls it; may be empty. */
  readonly title: string;
}

/** Pages are read so far; what declares a feed stands at the top. */
const MOST_TEXT = 3_000_000;
const LONGEST_ADDRESS = 2_000;
const LONGEST_LABEL = 200;
/** Links of a page that are looked at; a portal has hundreds. */
const MOST_LINKS = 5_000;

const FEED_TYPE =
  /^\s*(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:x-)?rss|xml)\s*(?:;|$)/i;
/** A word of its own in a path or query: `/rss/world`, `?feed=rss2`, `/rss-feeds`; not `/feedback`. */
const FEED_WORD = /[/._=?&-](?:rss[\d.]*|atom|feeds?|rdf)(?:[/._=?&]|$)/i;
const FEED_FILE = /\.(?:rss|atom|rdf)$|(?<!sitemap[^/]*)\.xml$/i;
const FEED_HOST = /^(?:rss|feeds?)\d?\./i;
const FEED_LABEL = /^(?:[^\n]{0,40}\W)?(?:rss|atom)(?:\W[^\n]{0,40})?$|^(?:web|news)?\s?feeds?$/i;
/** Services that subscribe their own users to a feed. */
const READERS = /(?:^|\.)(?:feedly|inoreader|netvibes|newsblur|theoldreader|feeder|bloglines)\.[a-z]+$/i;

/**
 * The feeds a page leads to, likeliest first: those it declares (`<link rel=alternate>`, RSS Autodiscovery), then links that look
 * like feeds or like a list of them. Feeds of comments come last. Each address once.
 *
 * @param url the address the page was fetched from
 */
export function feedsOfPage(body: Uint8Array, contentType: string | null, url: string): readonly Candidate[] {
  const { text } = decodeDocument(body, charsetParameter(contentType));
  const { base, links, anchors } = linksOf(text.slice(0, MOST_TEXT));
  const from = webUrl(base, url) ?? url;
  const found = new Map<string, Candidate>();
  const add = (href: string, why: Candidate['why'], title: string): void => {
    const address = addressOf(href, from);
    if (address !== null && address !== url && !found.has(address))
      found.set(address, { url: address, why, title });
  };
  for (const { href, title } of links) add(href, 'declared', title);
  for (const { href, label } of anchors) {
    const address = addressOf(href, from);
    if (address !== null && looksLikeFeed(address, label)) add(href, 'linked', label);
  }
  return [...found.values()].toSorted((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}

/** Whether a feed is of what readers say under articles. */
export const isOfComments = ({ url, title }: Pick<Candidate, 'url' | 'title'>): boolean =>
  /\bcomments\b/i.test(`${URL.parse(url)?.pathname} ${title}`);

/** Where feeds are that no page leads to, by the habits of publishing systems, most frequent first. */
const USUAL = ['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** The addresses at which a site has its feed by habit, without asking it. */
export function usualAddresses(url: string): readonly Candidate[] {
  return USUAL.map((path) => ({ url: new URL(path, url).href, why: 'usual', title: '' }));
}

/** The sitemaps a robots.txt names (sitemaps.org), those of news first. */
export function sitemapsOfRobots(body: Uint8Array, url: string): readonly Candidate[] {
  const lines = new TextDecoder()
    .decode(body.subarray(0, 512_000))
    .matchAll(/^[ \t]*sitemap[ \t]*:([^\r\n#]*)/gim);
  const addresses = [...lines].flatMap(([, written = '']) => addressOf(written, url) ?? []);
  return [...new Set(addresses)]
    .toSorted((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)))
    .map((address) => ({ url: address, why: 'sitemap', title: '' }));
}

/**
 * A web address as it may be asked and added; null: none. It is an address from outside, so `${` in it is no secret to be filled
 * in.
 */
function addressOf(href: string, base: string): string | null {
  const plain = href
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (plain === '' || plain.startsWith('#')) return null;
  const address = webUrl(plain.replaceAll('${', '%24%7B'), base)?.replace(/#.*$/, '') ?? null;
  return address !== null && address.length <= LONGEST_ADDRESS ? address : null;
}

function looksLikeFeed(address: string, label: string): boolean {
  const { hostname, pathname, search } = new URL(address);
  if (READERS.test(hostname)) return false;
  return (
    FEED_FILE.test(pathname) ||
    FEED_WORD.test(pathname + search) ||
    FEED_HOST.test(hostname) ||
    FEED_LABEL.test(label)
  );
}

interface Links {
  readonly base: string | null;
  readonly links: readonly { readonly href: string; readonly title: string }[];
  /** `label`: its text, or its title where it has none. */
  readonly anchors: readonly { readonly href: string; readonly label: string }[];
}

/** The feeds that a page declares, and all its anchors with their text. Linear in its length, whatever it holds. */
function linksOf(html: string): Links {
  let base: string | null = null;
  const links: { href: string; title: string }[] = [];
  const anchors: { href: string; title: string; text: string }[] = [];
  let open: { text: string } | null = null;
  const write = (data: string): void => {
    if (open !== null && open.text.length < LONGEST_LABEL) open.text += data.slice(0, LONGEST_LABEL);
  };
  visitTags(
    html,
    {
      open(tag, attributes) {
        const name = tag.toLowerCase();
        if (name !== 'a' && name !== 'link' && name !== 'base') return;
        if (links.length + anchors.length >= MOST_LINKS) return;
        const attribute = (wanted: string): string =>
          decodeHTMLAttribute(attributes.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? '');
        const href = attribute('href');
        const title = htmlToLine(attribute('title'));
        if (name === 'base') base ??= href || null;
        else if (name === 'link') {
          if (isFeedLink(attribute('rel'), attribute('type'))) links.push({ href, title });
        } else if (href !== '') {
          const anchor = { href, title, text: '' };
          anchors.push(anchor);
          open = anchor;
        }
      },
      close(tag) {
        if (tag.toLowerCase() === 'a') open = null;
      },
      text: write,
      cdata: write,
      declaration() {},
    },
    'html',
  );
  return {
    base,
    links,
    anchors: anchors.map(({ href, title, text }) => ({ href, label: htmlToLine(text) || title })),
  };
}

function isFeedLink(rel: string, type: string): boolean {
  const tokens = rel.toLowerCase().split(/\s+/);
  if (tokens.includes('stylesheet')) return false;
  return tokens.includes('feed') || (tokens.includes('alternate') && FEED_TYPE.test(type));
}
