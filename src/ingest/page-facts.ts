import type { Instant } from '../domain/time.ts';
import { cleanCharacters, foldSpace } from '../text/characters.ts';
import { htmlToLine, htmlToText } from '../text/html.ts';
import { canonicalUrl, isFrontPage, webUrl } from '../text/url.ts';
import { readDate } from './dates.ts';
import { type PageDocument, type PageElement, textOf } from './page-dom.ts';

/** What a page states about its article, in its head and in structured data. */
export interface PageFacts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: Instant | null;
  /** As stated: `en-GB`. */
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** What the article is about, in a sentence or two. */
  readonly description: string | null;
  /** The article's text as the publisher hands it to machines, often cut short; plain, one paragraph a line. */
  readonly stated: string | null;
  /** Of the whole article. */
  readonly words: number | null;
  /** The page says that not everybody may read all of it. */
  readonly paywalled: boolean;
}

/**
 * Reads schema.org (JSON-LD), Open Graph, `meta` and microdata; where they disagree, in this order. To be called before
 * anything is taken out of the document.
 */
export function readFacts(document: PageDocument, url: string): PageFacts {
  const data = articleData(document);
  const meta = metaOf(document);
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? null;
  const base = webUrl(attribute('base[href]', 'href'), url) ?? url;
  const site = line(meta('og:site_name'));
  const words = Number(data.wordCount);
  return {
    title:
      withoutSite(line(data.headline) ?? line(meta('og:title')), site) ??
      heading(document) ??
      withoutSite(line(document.querySelector('title')?.textContent), site),
    byline:
      names(data.author) ??
      names(meta('author')) ??
      names(meta('article:author')) ??
      names(document.querySelector('[rel~="author"], [itemprop="author"]')?.textContent),
    published: firstDate(
      data.datePublished,
      meta('article:published_time'),
      attribute('[itemprop="datePublished"]', 'datetime'),
      attribute('[itemprop="datePublished"]', 'content'),
      meta('date', 'pubdate', 'publishdate', 'dc.date', 'dc.date.issued', 'dcterms.created', 'sailthru.date'),
      attribute('article time[datetime], time[pubdate]', 'datetime'),
    ),
    language:
      attribute('html', 'lang') ||
      attribute('html', 'xml:lang') ||
      meta('og:locale', 'content-language', 'language'),
    canonicalUrl: canonicalOf([attribute('link[rel~="canonical"]', 'href'), meta('og:url')], base),
    base,
    description: line(meta('og:description', 'description')) ?? line(data.description),
    stated: typeof data.articleBody === 'string' ? paragraphs(data.articleBody) : null,
    words: Number.isInteger(words) && words > 0 ? words : null,
    paywalled:
      isLocked(data.isAccessibleForFree) ||
      /^(?:locked|premium|paid)$/i.test(meta('article:content_tier') ?? ''),
  };
}

/** Of a page that cannot be read as one. */
export const factsOfNothing = (url: string): PageFacts => ({
  title: null,
  byline: null,
  published: null,
  language: null,
  canonicalUrl: null,
  base: url,
  description: null,
  stated: null,
  words: null,
  paywalled: false,
});

/** Nobody types longer ones. */
const LONGEST_LINE = 500;

function line(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = htmlToLine(value.slice(0, LONGEST_LINE * 4)).slice(0, LONGEST_LINE);
  return text === '' ? null : text;
}

const paragraphs = (text: string): string => htmlToText(text.includes('<') ? text : cleanCharacters(text));

/** Titles are often followed by the outlet's name. */
function withoutSite(title: string | null, site: string | null): string | null {
  if (title === null || site === null || !title.endsWith(site)) return title;
  return foldSpace(title.slice(0, -site.length).replace(/[\s|•·:–—-]+$/, '')) || title;
}

function heading(document: PageDocument): string | null {
  const headings = [...document.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  return headings.length === 1 ? line(headings[0]) : null;
}

/** The web is younger: an earlier date is a field that was never set. */
const EARLIEST: Instant = '1990-01-01T00:00:00.000Z';

function firstDate(...stated: readonly unknown[]): Instant | null {
  for (const one of stated) {
    const date = typeof one === 'string' ? readDate(one, 'UTC') : null;
    if (date !== null && date >= EARLIEST) return date;
  }
  return null;
}

/** The canonical address of the page itself: careless pages name their site's front page. */
function canonicalOf(stated: readonly (string | null)[], base: string): string | null {
  for (const one of stated) {
    const url = canonicalUrl(webUrl(one, base));
    if (url !== null && !isFrontPage(url)) return url;
  }
  return null;
}

/** @returns the content of the first of some `meta` elements, by `name`, `property`, `itemprop` or `http-equiv`. */
function metaOf(document: PageDocument): (...names: readonly string[]) => string | null {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return (...names) => names.map((name) => found.get(name)).find((content) => content !== undefined) ?? null;
}

type Data = Readonly<Record<string, unknown>>;

/** Structured data is nested as deep as anybody likes; articles stand near the top. */
const DEEPEST = 6;

/** The page's article in its JSON-LD: of several, the one that says most. */
function articleData(document: PageDocument): Data {
  const found: Data[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collectArticles(parsed(script), found, DEEPEST);
  }
  const said = (data: Data) => Object.keys(data).length + (typeof data.articleBody === 'string' ? 100 : 0);
  return found.toSorted((a, b) => said(b) - said(a))[0] ?? {};
}

function parsed(script: PageElement): unknown {
  const json = (script.textContent ?? '').trim().replace(/^<!--|-->$|^\/\*.*?\*\/|;$/g, '');
  try {
    return JSON.parse(json.replace(/[\0-\x1f]+/g, ' ')); // line ends within strings are a common mistake
  } catch {
    return null;
  }
}

const ARTICLE = /(?:Article|BlogPosting|Report|NewsStory)$/;

function collectArticles(value: unknown, found: Data[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  const data = value as Data;
  if ([data['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) found.push(data);
  for (const inner of Object.values(data)) collectArticles(inner, found, depth - 1);
}

function names(author: unknown): string | null {
  const people = [author].flat().flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? (one as Data).name : one;
    return [name].flat().flatMap((text) => nameIn(line(text)) ?? []);
  });
  return people.length > 0 ? [...new Set(people)].slice(0, 10).join(', ') : null;
}

/** A name without what pages write round it; null where it is the address of a profile. */
function nameIn(text: string | null): string | null {
  if (text === null || /^https?:/i.test(text)) return null;
  const name = text.replace(/^by\s+/i, '').replace(/\s*\|.*$/, '');
  return name === '' ? null : name;
}

const isLocked = (free: unknown): boolean => free === false || /^false$/i.test(String(free));
