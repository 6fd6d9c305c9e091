import type { Content, Enclosure, Entry } from '../../domain/document.ts';
import { webUrl } from '../../text/url.ts';
import { attributeOf, type Element, type Fields, firstText } from './elements.ts';
import { readSource } from './head.ts';
import { languageTag } from './inherited.ts';
import type { FeedRecord } from './records.ts';
import { isHtml, mediaType, type RichText, readRichText } from './rich-text.ts';
import { readScope, type Surroundings } from './scope.ts';

/** One entry, of whatever format. */
export function readEntry(record: FeedRecord, outside: Surroundings): Entry {
  const { fields, attributes } = record;
  const around = surroundingsIn(attributes, outside);
  const scope = readScope(record, around);
  const { summary, contents } = readBodies(fields, around);
  const source = fields('source')[0];
  return {
    ...scope,
    summary: summary && around.clean(summary),
    summaryType: summary?.type ?? null,
    summaryLanguage: summary?.language ?? null,
    content: contents.map((content) => toContent(content, around)),
    enclosures: readEnclosures(fields, scope.links, around),
    comments: webUrl(firstText(fields, 'comments'), around.base),
    source: source === undefined ? null : readSource(source, around),
  };
}

function surroundingsIn(attributes: Readonly<Record<string, string>>, outside: Surroundings): Surroundings {
  const { base, lang } = attributes;
  if (base === undefined && lang === undefined) return outside;
  return {
    ...outside,
    base: base ?? outside.base,
    lang: lang === undefined ? outside.lang : languageTag(lang),
  };
}

/** Content in the form it is printed in. */
export function toContent(text: RichText, around: Surroundings): Content {
  const { type, language, base } = text;
  const content = { value: around.clean(text), type: mediaType(type), language, src: webUrl(text.src, base) };
  return around.bodies === 'raw' && isHtml(type) ? { ...content, base } : content;
}

/** Elements that hold an article, or what there is of it, as HTML; the others hold what it is about. */
const HTML = ['content', 'content:encoded', 'fullitem', 'body', 'xhtml:body', 'xhtml:div', 'turbo:content'];
/** The article as search engines are handed it: text in lines, or HTML. */
const FOR_SEARCH = ['yandex:full-text', 'rambler:full-text'];
const FULL = new Set([...HTML, ...FOR_SEARCH]);
/** Elements that hold a summary, best first. A second body of RSS (`description` beside `summary`) is content. */
const SUMMARIES = [
  'summary',
  'description',
  'dc:description',
  'abstract',
  'itunes:summary',
  'media:description',
];

function readBodies(
  fields: Fields,
  around: Surroundings,
): { summary: RichText | null; contents: readonly RichText[] } {
  const bodies = fields('body').flatMap((element) => {
    const of = attributeOf(element, 'of') ?? '';
    const text = readRichText(element, around, untypedAs(of, around));
    return text.value === '' && text.src === null ? [] : [{ of, text }];
  });
  const summary = SUMMARIES.map((name) => bodies.find(({ of }) => of === name)).find(Boolean);
  const contents = bodies.filter(
    (body) => FULL.has(body.of) || (body.of === 'description' && body !== summary),
  );
  return { summary: summary?.text ?? null, contents: contents.map(({ text }) => text) };
}

/** What a body is that does not say: RSS 2.0 allows HTML in descriptions; modules and Atom say text where nothing is said. */
function untypedAs(of: string, { isAtom }: Surroundings): 'html' | 'text' | 'guess' {
  if (isAtom && (of === 'content' || of === 'summary')) return 'text';
  return of === 'description' || HTML.includes(of) ? 'html' : 'guess';
}

function readEnclosures(fields: Fields, links: Entry['links'], around: Surroundings): readonly Enclosure[] {
  const enclosure = (element: Element): Enclosure[] => {
    const url = webUrl(attributeOf(element, 'url') ?? attributeOf(element, 'href'), around.base);
    const length = attributeOf(element, 'length') ?? attributeOf(element, 'filesize');
    return url === null ? [] : [{ url, type: attributeOf(element, 'type'), length: lengthOf(length) }];
  };
  const linked = links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, length }) => ({ url: href, type, length }));
  const enclosures = [
    ...fields('enclosures').flatMap(enclosure),
    ...linked,
    ...fields('media:content').flatMap(enclosure),
  ];
  if (enclosures.length < 2) return enclosures;
  return [...new Map(enclosures.map((one) => [one.url, one])).values()];
}

const lengthOf = (written: string | null): number | null =>
  written !== null && /^\d{1,15}$/.test(written) ? Number(written) : null;
