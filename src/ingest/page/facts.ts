import type { Instant } from '../../domain/time.ts';
import { cleanCharacters } from '../../text/characters.ts';
import { htmlToLine, htmlToText } from '../../text/html/html.ts';
import { canonicalUrl, isFrontPage, webUrl } from '../../text/url.ts';
import { publishedOf } from './date.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { headingsOf, shownTitle, statedTitle, withoutSite } from './title.ts';

/** What a page states about its article, in its head and in structured data. */
export interface PageFacts {
  readonly title: string | null;
  /** The title and the headings of the first level: none of the text. */
  readonly headings: ReadonlySet<string>;
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
  const whole = line(document.querySelector('title')?.textContent);
  const stated = line(data.headline) ?? line(meta('og:title'));
  const title =
    statedTitle(stated, whole, site) ?? line(shownTitle(document, whole && withoutSite(whole, site)));
  return {
    title,
    headings: new Set([...headingsOf(document), ...(title === null ? [] : [title])]),
    byline:
      names(data.author) ??
      names(meta('author')) ??
      names(meta('article:author')) ??
      names(document.querySelector('[rel~="author"], [itemprop="author"]')?.textContent),
    published: publishedOf(document, url, data.datePublished, meta),
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
  headings: new Set(),
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

/** A name without what pages write round it, such as the time; null for the address of a profile or of the site. */
function nameIn(text: string | null): string | null {
  if (text === null || /^https?:|^[\w.-]+\.(?:com|net|org|[a-z]{2})$/i.test(text)) return null;
  const name = text.replace(/^by\s+/i, '').replace(/\s*\|.*$|[\s,]+\d{1,2}:\d\d.*$/, '');
  return name === '' ? null : name;
}

const isLocked = (free: unknown): boolean => free === false || /^false$/i.test(String(free));
