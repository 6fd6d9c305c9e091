import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

const ATOM = 'http://www.w3.org/2005/Atom';
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const LANGUAGE = /^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
/** An absolute IRI of characters that RFC 3987 §2.2 allows. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/** Throws on anything but well-formed XML. */
export function strictXml(text: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(text, 'text/xml');
}

export function elements(of: Element | Document, name: string): readonly Element[] {
  return [...of.childNodes].filter((node): node is Element => node.nodeType === 1 && node.nodeName === name);
}

export const text = (of: Element, name: string): string => elements(of, name)[0]?.textContent ?? '';

export function entriesOf(atom: string): readonly Element[] {
  return elements(strictXml(atom), 'feed').flatMap((feed) => elements(feed, 'entry'));
}

/** What an Atom document breaks of RFC 4287, and of what readers rely on beyond it; empty: nothing. */
export function atomProblems(atom: string): readonly string[] {
  const [feed] = elements(strictXml(atom), 'feed');
  if (feed?.namespaceURI !== ATOM) return ['§4.1.1: the root is no feed'];
  const entries = elements(feed, 'entry');
  const ids = entries.map((entry) => text(entry, 'id'));
  const dates = entries.map((entry) => text(entry, 'updated'));
  const newest = dates.reduce((a, b) => (a > b ? a : b), '');
  return [
    ...headProblems(feed, 'feed'),
    ...check(elements(feed, 'author').length === 1, '§4.1.1: the feed has no author'),
    ...check(new Set(ids).size === ids.length, '§4.1.1: two entries have one id'),
    ...check(newest === '' || text(feed, 'updated') === newest, "updated is not the newest entry's"),
    ...check(dates.join() === dates.toSorted().reverse().join(), 'the entries are not newest first'),
    ...entries.flatMap(entryProblems),
  ];
}

function entryProblems(entry: Element): readonly string[] {
  const [content] = elements(entry, 'content');
  return [
    ...headProblems(entry, 'entry'),
    ...check(DATE.test(text(entry, 'published')), '§4.2.9: published is no date'),
    ...check(elements(entry, 'content').length === 1, '§4.1.2: not exactly one content'),
    ...check(content?.getAttribute('type') === 'html', 'the content is not HTML'),
    ...check(elements(entry, 'author').length > 0, '§4.1.2: no author'),
    ...elements(entry, 'author').flatMap((author) =>
      check(text(author, 'name') !== '', '§3.2.1: an author without a name'),
    ),
    ...elements(entry, 'category').flatMap((category) => [
      ...check(Boolean(category.getAttribute('term')), '§4.2.2: a category without a term'),
      ...check(IRI.test(category.getAttribute('scheme') ?? ''), '§4.2.2: a scheme that is no IRI'),
      ...check(Boolean(category.getAttribute('label')), 'a category without a label'),
    ]),
    ...check(elements(entry, 'source').length <= 1, '§4.1.2: two sources'),
  ];
}

/** What feeds and entries have in common. */
function headProblems(of: Element, what: string): readonly string[] {
  const links = elements(of, 'link');
  const alternates = links.filter((link) => link.getAttribute('rel') === 'alternate');
  const language = of.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang') ?? '';
  return [
    ...['id', 'title', 'updated'].flatMap((name) =>
      check(elements(of, name).length === 1, `§4.1: ${what} has not exactly one ${name}`),
    ),
    ...check(IRI.test(text(of, 'id')), `§4.2.6: the id of the ${what} is no IRI`),
    ...check(DATE.test(text(of, 'updated')), `§3.3: updated of the ${what} is no date`),
    ...check(text(of, 'title').trim() !== '', `the ${what} has an empty title`),
    ...check(
      elements(of, 'title')[0]?.getAttribute('type') === 'text',
      `the title of the ${what} is no text`,
    ),
    ...check(LANGUAGE.test(language), `the ${what} has no language`),
    ...check(alternates.length <= 1, `§4.1: the ${what} has two alternates`),
    ...links.flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      return check(IRI.test(href) && /^https?:/.test(href), `§4.2.7: a link leads to "${href}"`);
    }),
  ];
}

/** What an RSS document breaks of RSS 2.0 and of the RSS Advisory Board's profile; empty: nothing. */
export function rssProblems(rss: string): readonly string[] {
  const [root] = elements(strictXml(rss), 'rss');
  const [channel] = root === undefined ? [] : elements(root, 'channel');
  if (channel === undefined) return ['no channel'];
  const items = elements(channel, 'item');
  const guids = items.map((item) => text(item, 'guid'));
  return [
    ...['title', 'link', 'description', 'language', 'lastBuildDate'].flatMap((name) =>
      check(elements(channel, name).length === 1 && text(channel, name) !== '', `channel without ${name}`),
    ),
    ...check(IRI.test(text(channel, 'link')), 'the link of the channel is no IRI'),
    ...check(new Set(guids).size === guids.length, 'two items have one guid'),
    ...items.flatMap(itemProblems),
  ];
}

function itemProblems(item: Element): readonly string[] {
  const names = [...item.childNodes].map((node) => node.nodeName);
  return [
    ...check(text(item, 'title') !== '', 'an item without a title'),
    ...check(elements(item, 'title')[0]?.firstChild?.nodeType === 3, 'a title in CDATA'),
    ...check(
      elements(item, 'guid')[0]?.getAttribute('isPermaLink') === 'false',
      'a guid taken for an address',
    ),
    ...check(Number.isFinite(Date.parse(text(item, 'pubDate'))), 'an item without a date'),
    ...check(text(item, 'description') !== '', 'an item without a description'),
    ...check(names.indexOf('description') < names.indexOf('content:encoded'), 'content before description'),
    ...check(elements(item, 'author').length === 0, 'an author, which would have to be a mail address'),
    ...elements(item, 'link').flatMap((link) =>
      check(/^https?:/.test(link.textContent ?? ''), `a link leads to "${link.textContent}"`),
    ),
  ];
}

/** What a document breaks of JSON Feed 1.1; empty: nothing. */
export function jsonFeedProblems(json: string): readonly string[] {
  const feed = JSON.parse(json);
  const ids: readonly string[] = feed.items.map((item: { id: string }) => item.id);
  return [
    ...check(feed.version === 'https://jsonfeed.org/version/1.1', 'not version 1.1'),
    ...check(typeof feed.title === 'string' && feed.title !== '', 'no title'),
    ...check(LANGUAGE.test(feed.language), 'no language'),
    ...check(!('author' in feed) && feed.authors.length > 0, 'authors are not those of 1.1'),
    ...check(new Set(ids).size === ids.length, 'two items have one id'),
    ...feed.items.flatMap((item: JsonItem) => [
      ...check(typeof item.content_html === 'string', 'an item without content'),
      ...check(DATE.test(String(item.date_published)), 'an item without a date'),
      ...check(!('author' in item) && Array.isArray(item.authors), 'an item without authors'),
      ...check(!('url' in item) || /^https?:/.test(String(item.url)), `an item leads to "${item.url}"`),
      ...check(
        item.tags?.every((tag) => typeof tag === 'string'),
        'a tag that is no text',
      ),
    ]),
  ];
}

interface JsonItem {
  readonly content_html?: unknown;
  readonly date_published?: unknown;
  readonly authors?: unknown;
  readonly url?: unknown;
  readonly tags?: readonly unknown[];
}

const check = (holds: boolean | undefined, problem: string): readonly string[] => (holds ? [] : [problem]);
