import type { Category, Link, Scope } from '../../domain/document.ts';
import type { Instant } from '../../domain/time.ts';
import { cut, foldSpace } from '../../text/characters.ts';
import { webUrl } from '../../text/url.ts';
import { readDate } from '../dates.ts';
import { attributeOf, type Element, type Fields, firstText, textOf } from './elements.ts';
import { languageTag } from './inherited.ts';
import { readPeople } from './people.ts';
import type { FeedRecord } from './records.ts';
import { type RichText, readRichText, type Scoped, scopeOf, toLine } from './rich-text.ts';

/** Whether HTML is sanitised, or left as it was found: for those who want its text, and sanitise what they keep. */
export type Bodies = 'sanitised' | 'raw';

/** What a scope is read in. */
export interface Surroundings extends Scoped {
  /** Of dates that name none. */
  readonly timezone: string;
  /** Atom says what its texts are, and text where it does not; RSS never says. */
  readonly isAtom: boolean;
  readonly bodies: Bodies;
  /** Makes HTML safe to show, unless `bodies` are raw. */
  clean(text: RichText): string;
  /** Takes note of what had to be left out. */
  skip(what: string): void;
}

const LONGEST_TITLE = 1_000;
const LONGEST_ID = 2_000;
const LONGEST_TERM = 200;

/** What feed and entry have in common, in any of the formats; each has its own elements for it. */
export function readScope(record: FeedRecord, around: Surroundings): Scope {
  const { fields } = record;
  const title = readTitle(fields, around);
  const links = readLinks(fields, around);
  const authors =
    AUTHORS.map((name) => readPeople(fields, around, [name])).find((all) => all.length > 0) ?? [];
  const rights = readFirst(fields, around, ['rights', 'copyright', 'dc:rights'], 'guess');
  return {
    title: title && cut(toLine(title), LONGEST_TITLE),
    titleType: title?.type ?? null,
    titleLanguage: title?.language ?? null,
    link: mainLink(record, links, around),
    id: readId(record, around),
    updated: readLast(
      fields,
      around,
      ['updated', 'modified', 'dcterms:modified', 'dc:date', 'lastBuildDate'],
      record.attributes.lastmod,
    ),
    published: readLast(fields, around, ['published', 'issued', 'dcterms:issued', 'dcterms:available']),
    created: readLast(fields, around, ['created', 'dcterms:created']),
    language: languageTag(firstText(fields, 'language', 'dc:language')) ?? around.lang,
    author: authors[0] ?? null,
    authors,
    contributors: readPeople(fields, around, ['contributor', 'dc:contributor']),
    publisher: readPeople(fields, around, ['dc:publisher', 'webMaster', 'itunes:owner'])[0] ?? null,
    tags: readTags(fields),
    links,
    rights: rights && around.clean(rights),
    rightsType: rights?.type ?? null,
  };
}

/** Best first: a podcast's author or a feed's editor stands in only where nobody else is named. */
const AUTHORS = ['author', 'dc:creator', 'dc:author', 'itunes:author', 'managingEditor'];

function readTitle(fields: Fields, around: Surroundings): RichText | null {
  return readFirst(fields, around, ['title', 'dc:title', 'media:title'], 'guess');
}

/** The first text of these names that says anything. */
export function readFirst(
  fields: Fields,
  around: Surroundings,
  names: readonly string[],
  untyped: 'html' | 'guess',
): RichText | null {
  for (const name of names) {
    for (const element of fields(name)) {
      const text = readRichText(element, around, around.isAtom ? 'text' : untyped);
      if (text.value !== '') return text;
    }
  }
  return null;
}

/** RFC 4287 §4.2.7 and the plain `link` of RSS. */
function readLinks(fields: Fields, around: Surroundings): readonly Link[] {
  return fields('link').flatMap((element): Link[] => {
    const written = attributeOf(element, 'href') ?? textOf(element);
    if (written === '' && attributeOf(element, 'href') === null) return [];
    const { base } = scopeOf(element, around);
    const href = webUrl(written === '' ? base : written, base);
    if (href === null) {
      around.skip(`a link to ${written.slice(0, 80)}, which is no web address`);
      return [];
    }
    const length = Number.parseInt(attributeOf(element, 'length') ?? '', 10);
    return [
      {
        rel: attributeOf(element, 'rel') || 'alternate',
        href,
        type: attributeOf(element, 'type'),
        title: attributeOf(element, 'title'),
        hreflang: attributeOf(element, 'hreflang'),
        length: Number.isSafeInteger(length) ? length : null,
      },
    ];
  });
}

/** The address a reader opens: the page, where there are several forms of it; an id that is one, where there is no link. */
function mainLink(
  { fields, attributes }: FeedRecord,
  links: readonly Link[],
  around: Surroundings,
): string | null {
  const original = webUrl(firstText(fields, 'feedburner:origLink'), null);
  if (original !== null) return original;
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const page = alternates.find(({ type }) => type === null || /html/i.test(type)) ?? alternates[0];
  if (page) return page.href;
  const id = fields('id').find((guid) => attributeOf(guid, 'ispermalink')?.toLowerCase() !== 'false');
  const named = id === undefined ? null : webUrl(textOf(id), null);
  return named ?? webUrl(attributes.href ?? attributes.about, around.base);
}

/** Atom's id, RSS's guid, RDF's subject. A relative reference is resolved; any other id stays as it is, RFC 4287 §4.2.6.1. */
function readId({ fields, attributes }: FeedRecord, around: Surroundings): string | null {
  const id = firstText(fields, 'id') ?? attributes.about?.trim();
  if (!id) return null;
  const isPath = /^\.{0,2}\/(?!\/)/.test(id);
  return cut((isPath ? webUrl(id, around.base) : null) ?? id, LONGEST_ID);
}

/** The last date of the first of these names that has one which exists. */
function readLast(
  fields: Fields,
  around: Surroundings,
  names: readonly string[],
  otherwise?: string,
): Instant | null {
  for (const written of [...names.map((name) => textOf(fields(name).at(-1))), otherwise]) {
    if (!written) continue;
    const date = readDate(written, around.timezone);
    if (date !== null) return date;
    around.skip(`the date ${written.slice(0, 60)}`);
  }
  return null;
}

const ITUNES = 'http://www.itunes.com/';
const MEDIA = 'http://search.yahoo.com/mrss/category_schema';

function readTags(fields: Fields): readonly Category[] {
  const tag = (term: string | null, scheme: string | null, label: string | null): Category[] =>
    term ? [{ term: cut(foldSpace(term), LONGEST_TERM), scheme: scheme || null, label: label || null }] : [];
  const at = attributeOf;
  const keywords = (element: Element, scheme: string | null): Category[] =>
    textOf(element)
      .split(',')
      .flatMap((word) => tag(word.trim(), scheme, null));
  const tags = [
    ...fields('category').flatMap((it) =>
      tag(
        at(it, 'term') || textOf(it) || at(it, 'label'),
        at(it, 'scheme') || at(it, 'domain'),
        at(it, 'label'),
      ),
    ),
    ...fields('dc:subject').flatMap((it) => tag(textOf(it), null, null)),
    ...fields('media:category').flatMap((it) => tag(textOf(it), at(it, 'scheme') || MEDIA, at(it, 'label'))),
    ...fields('itunes:category').flatMap((it) => tag(at(it, 'text'), ITUNES, null)),
    ...fields('itunes:keywords').flatMap((it) => keywords(it, ITUNES)),
    ...[...fields('keywords'), ...fields('media:keywords')].flatMap((it) => keywords(it, null)),
  ];
  if (tags.length < 2) return tags;
  return [...new Map(tags.map((one) => [`${one.scheme} ${one.term}`, one])).values()];
}
