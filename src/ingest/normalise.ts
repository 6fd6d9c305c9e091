import type { Item, Publisher, RawBody } from '../domain/article.ts';
import type { Content, Entry, FeedDocument } from '../domain/document.ts';
import type { Source } from '../domain/source.ts';
import { EARLIEST, type Instant, type Language } from '../domain/time.ts';
import { cleanCharacters, cut, foldSpace } from '../text/characters.ts';
import { sha256 } from '../text/fingerprints.ts';
import { htmlToText, plainText } from '../text/html/html.ts';
import { sanitiseHtml } from '../text/html/sanitise.ts';
import { detectLanguage } from '../text/language.ts';
import { type Identity, identityOf, type KeysOf, keysAmong } from './keys.ts';

/** What a document comes to for the corpus. */
export interface Normalised {
  readonly items: readonly Item[];
  /** What was left out, and why. */
  readonly skipped: readonly string[];
}

const LONGEST_TITLE = 300;
/** Of an excerpt that stands in for a summary, and of a title that is made of first words. */
const EXCERPT = 400;
const FIRST_WORDS = 80;
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 2_000;
export const LONGEST_TEXT = 200_000;
/** So much of a text tells its language. */
const TELLING = 300;
/** A description from this length on is the article, not what it is about. */
export const FULL_TEXT = 1_000;
/**
 * The items of a document: plain text, canonical addresses, keys. HTML is carried along as it was found; what is kept in
 * full goes through `withHtml` before it is stored.
 *
 * @param document as `parseDocument` reads it; raw bodies do, and cost less.
 * @param now dates after it count as none.
 */
export function normalise(document: FeedDocument, source: Source, now: Instant): Normalised {
  const identities = document.entries.map(identityOf);
  const keysOf = keysAmong(source.id, identities);
  const speaking = { ...source, language: source.language ?? languageOfAll(document) };
  const skipped: string[] = [];
  const items = new Map<string, Item>();
  for (const [at, entry] of document.entries.entries()) {
    const identity = identities[at] ?? identityOf(entry);
    const item = itemOf(entry, identity, keysOf, document.feed.language, speaking, now);
    const before = item && items.get(item.keys[0]);
    if (item === null) skipped.push(`entry ${at + 1}, which has no title, text or address`);
    else if (before) {
      skipped.push(
        `entry ${at + 1}, or the one before it with the same id: ${foldSpace(item.keys[0]).slice(0, 100)}`,
      );
      if (isNewer(item, before)) items.set(item.keys[0], item);
    } else items.set(item.keys[0], item);
  }
  return { items: [...items.values()], skipped };
}

/** Of two versions of one entry (RFC 4287 §4.1.1 allows them) the later counts; the first, where nothing tells. */
const isNewer = (item: Item, than: Item): boolean => (item.updated ?? '') > (than.updated ?? '');

function itemOf(
  entry: Entry,
  identity: Identity,
  keysOf: KeysOf,
  feedLanguage: Language | null,
  source: Source,
  now: Instant,
): Item | null {
  const { url } = identity;
  const publisher = publisherOf(entry, source);
  const body = bodyOf(entry);
  const stated = withoutOutlet(foldSpace(cleanCharacters(entry.title ?? '')), publisher);
  const title = shorten(stated, LONGEST_TITLE) || shorten(body.summary, FIRST_WORDS) || addressTitle(url);
  if (title === '') return null;
  const { text, rawBody } = body;
  const summary = publisher !== null && isTitleAgain(body.summary, stated, publisher) ? '' : body.summary;
  const published = plausible(entry.published ?? entry.created ?? entry.updated, now);
  const hints = { stated: entry.language ?? feedLanguage, sourceLanguage: source.language };
  return {
    sourceId: source.id,
    keys: keysOf(identity, title, text ?? summary),
    url,
    title,
    summary,
    text,
    html: null,
    ...(rawBody && { rawBody }),
    language: detectLanguage(`${title}\n${(text ?? summary).slice(0, TELLING)}`, hints),
    authors: entry.authors
      .flatMap(({ name }) => (name ? [cut(foldSpace(name).replace(BY, ''), LONGEST_NAME)] : []))
      .slice(0, 10),
    categories: entry.tags.slice(0, 50),
    enclosures: entry.enclosures.slice(0, 10),
    published,
    updated: plausible(entry.updated, now),
    publisher,
    contentHash: sha256(JSON.stringify([title, summary, text, url])),
  };
}

/** Nearly every English newspaper that has reporters in its feed has them as they stand above the article. */
const BY = /^by\s+(?=\S)/i;

/** The language of all titles together, for a feed that states none: of a single title it is often told wrongly. */
function languageOfAll({ feed, entries }: FeedDocument): Language | null {
  if (feed.language !== null || entries.length < 2) return feed.language;
  return detectLanguage(entries.map(({ title }) => title ?? '').join('\n'));
}

interface Body {
  readonly summary: string;
  readonly text: string | null;
  readonly rawBody: RawBody | null;
}

/** The fullest content is the body; without any, a description that is as long as an article. */
function bodyOf(entry: Entry): Body {
  const isText = entry.summaryType === 'text';
  const description =
    entry.summary === null ? '' : isText ? plainText(entry.summary) : htmlToText(entry.summary);
  const summary = foldSpace(description);
  const contents = entry.content.map((content) => ({ content, text: textOf(content) }));
  const best = contents.reduce<(typeof contents)[number] | null>(
    (fullest, one) => (one.text.length > (fullest?.text.length ?? 0) ? one : fullest),
    null,
  );
  if (best !== null) {
    const { content, text } = best;
    const rawBody = isHtmlType(content.type) ? { html: content.value, base: content.base ?? '' } : null;
    return {
      summary: shorten(summary, LONGEST_SUMMARY) || shorten(text, EXCERPT),
      text: cut(text, LONGEST_TEXT),
      rawBody,
    };
  }
  if (entry.summary === null || summary.length < FULL_TEXT) return { summary, text: null, rawBody: null };
  return {
    summary: shorten(summary, EXCERPT),
    text: cut(description, LONGEST_TEXT),
    rawBody: isText ? null : { html: entry.summary, base: entry.link ?? '' },
  };
}

const isHtmlType = (type: string): boolean => type === 'text/html' || type === 'application/xhtml+xml';

function textOf({ value, type }: Content): string {
  if (isHtmlType(type)) return htmlToText(value);
  return type.startsWith('text/') ? plainText(value) : '';
}

/** The beginning of a text, cut between words; an ellipsis says so. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return foldSpace(text);
  const beginning = foldSpace(cut(text, limit));
  const space = beginning.lastIndexOf(' ');
  const whole = space > limit / 2 ? beginning.slice(0, space) : beginning;
  return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}

const addressTitle = (url: string | null): string =>
  shorten(url?.replace(/^https?:\/\//, '') ?? '', LONGEST_TITLE);

const plausible = (date: Instant | null, now: Instant): Instant | null =>
  date !== null && date >= EARLIEST && date <= now ? date : null;

/** Whom a search feed or an aggregator took the entry from; null where that is the source itself. */
function publisherOf({ source: origin, publisher }: Entry, source: Source): Publisher | null {
  const name = origin?.title ?? publisher?.name;
  if (!name) return null;
  const url = origin?.link ?? publisher?.url ?? null;
  const isSource =
    name === source.title || (url !== null && URL.parse(url)?.host === URL.parse(source.url)?.host);
  return isSource ? null : { name: cut(foldSpace(cleanCharacters(name)), LONGEST_NAME), url };
}

/** Search feeds put the outlet behind each title, which would make all of an outlet's titles alike. */
function withoutOutlet(title: string, publisher: Publisher | null): string {
  const suffix = ` - ${publisher?.name}`;
  return publisher !== null && title.length > suffix.length && title.endsWith(suffix)
    ? title.slice(0, -suffix.length)
    : title;
}

/** Search feeds have nothing else to say: their summary is the title, as a link, and the outlet. */
function isTitleAgain(summary: string, title: string, { name }: Publisher): boolean {
  const rest = summary.startsWith(title) ? summary.slice(title.length) : null;
  return rest !== null && rest.replace(name, '').replace(/[\s|·:–—-]+/g, '') === '';
}

/** An article with its body as sanitised HTML instead of as it was found. For those that are stored in full. */
export function withHtml<T extends Item>({ rawBody, ...item }: T): Omit<T, 'rawBody'> {
  if (!rawBody) return item;
  const html = sanitiseHtml(rawBody.html, rawBody.base).trim();
  return { ...item, html: html === '' ? null : html };
}
