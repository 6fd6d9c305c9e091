import type { Entry, FeedDocument, Person } from '../../domain/document.ts';
import { cleanCharacters, cut, foldSpace } from '../../text/characters.ts';
import { webUrl } from '../../text/url.ts';
import { readDate } from '../dates.ts';
import { toContent } from './entry.ts';
import { languageTag } from './inherited.ts';
import { LONGEST_TEXT, MOST_ENTRIES } from './limits.ts';
import type { RichText } from './rich-text.ts';
import type { Surroundings } from './scope.ts';

type JsonFeed = ReturnType<typeof import('feedsmith').parseJsonFeed>;
type JsonItem = NonNullable<JsonFeed['items']>[number];

/** JSON Feed 1 and 1.1. @throws where the text is no JSON, or no JSON Feed */
export async function readJsonFeed(
  json: string,
  outside: Surroundings,
): Promise<Omit<FeedDocument, 'encoding' | 'skipped'>> {
  const { parseJsonFeed } = await import('feedsmith');
  const short = withShortArrays(json);
  if (short !== json) outside.skip(`every item after the first ${MOST_ENTRIES}`);
  const value: unknown = JSON.parse(short, (name, member: unknown) => {
    if (name === '__proto__' || name === 'constructor') return undefined;
    return typeof member === 'string' ? cleanCharacters(member) : member;
  });
  const feed = parseJsonFeed(value);
  const { items = [] } = feed;
  const stated = (value as { items?: unknown; version?: unknown }) ?? {};
  const dropped = Array.isArray(stated.items) ? stated.items.length - items.length : 0;
  if (dropped > 0) outside.skip(`${dropped} items that are no objects`);
  const around = { ...outside, lang: languageTag(feed.language) ?? outside.lang };
  return {
    ok: true,
    error: null,
    format: `json-${/version\/(\d+(?:\.\d+)?)/.exec(String(stated.version))?.[1] ?? '1'}`,
    feed: {
      ...scope(feed, around),
      link: webUrl(feed.home_page_url, around.base),
      id: feed.feed_url ?? null,
      subtitle: feed.description ?? null,
      subtitleType: feed.description ? 'text' : null,
      subtitleLanguage: feed.description ? around.lang : null,
      image: null,
      icon: webUrl(feed.favicon, around.base),
      logo: webUrl(feed.icon, around.base),
      generator: null,
      polling: { every: null, skipHours: [], skipDays: [] },
    },
    entries: items.map((item) => readItem(item, around)),
  };
}

/** A JSON Feed is 6 levels deep, its extensions hardly more. */
const DEEPEST = 100;

/**
 * JSON whose arrays and objects have as many members as a feed may have entries, and no more: what is beyond is cut out before
 * the parser makes objects of it. In one pass, since `JSON.parse` with a reviver would answer hostile nesting with a stack
 * overflow.
 *
 * @throws where it is nested too deep
 */
function withShortArrays(json: string): string {
  const members: number[] = []; // of each array and object that is open
  const kept: string[] = [];
  let copied = 0;
  let cutAt = -1; // depth of the outermost one that is too long; -1: none is
  let isString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') isString = !isString;
    else if (isString) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') {
      if (members.push(1) > DEEPEST) throw new Error(`it is nested deeper than ${DEEPEST} levels`);
    } else if (character === ']' || character === '}') {
      if (members.length === cutAt) {
        copied = at;
        cutAt = -1;
      }
      members.pop();
    } else if (character === ',') {
      const count = (members.pop() ?? 0) + 1;
      members.push(count);
      if (cutAt < 0 && count > MOST_ENTRIES) {
        kept.push(json.slice(copied, at));
        cutAt = members.length;
      }
    }
  }
  return kept.length === 0 ? json : kept.join('') + json.slice(copied);
}

function readItem(item: JsonItem, outside: Surroundings): Entry {
  const around = { ...outside, lang: languageTag(item.language) ?? outside.lang };
  const bodies = [rich(item.content_html, 'html', around), rich(item.content_text, 'text', around)];
  const date = (written: unknown): string | null => {
    if (typeof written !== 'string' || written === '') return null;
    const read = readDate(written, around.timezone);
    if (read === null) around.skip(`the date ${written.slice(0, 60)}`);
    return read;
  };
  return {
    ...scope(item, around),
    link: webUrl(item.url ?? item.external_url, around.base) ?? webUrl(item.id, null),
    id: item.id ?? null,
    published: date(item.date_published),
    updated: date(item.date_modified),
    tags: (item.tags ?? []).map((term) => ({ term: foldSpace(term), scheme: null, label: null })),
    summary: item.summary ?? null,
    summaryType: item.summary ? 'text' : null,
    summaryLanguage: item.summary ? around.lang : null,
    content: bodies.flatMap((body) => (body === null ? [] : [toContent(body, around)])),
    enclosures: (item.attachments ?? []).flatMap(({ url, mime_type, size_in_bytes }) => {
      const address = webUrl(url, around.base);
      return address ? [{ url: address, type: mime_type ?? null, length: size_in_bytes ?? null }] : [];
    }),
    comments: null,
    source: null,
  };
}

function rich(
  value: string | undefined,
  type: 'html' | 'text',
  { base, lang }: Surroundings,
): RichText | null {
  return value ? { value: cut(value, LONGEST_TEXT), type, language: lang, base, src: null } : null;
}

function scope(object: JsonFeed | JsonItem, around: Surroundings) {
  const authors = (object.authors ?? []).flatMap(({ name, url }): Person[] => {
    const address = webUrl(url, around.base);
    return name || address ? [{ name: name ? foldSpace(name) : null, email: null, url: address }] : [];
  });
  return {
    title: object.title ? foldSpace(object.title) : null,
    titleType: object.title ? 'text' : null,
    titleLanguage: object.title ? around.lang : null,
    updated: null,
    published: null,
    created: null,
    language: around.lang,
    author: authors[0] ?? null,
    authors,
    contributors: [],
    publisher: null,
    tags: [],
    links: [],
    rights: null,
    rightsType: null,
  };
}
