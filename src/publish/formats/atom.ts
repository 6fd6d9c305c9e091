import type { Element } from '@xmldom/xmldom';

import type { EntryLink, Publication, PublishedEntry, TakenFrom } from '../entry.ts';
import { feedOf, type Place } from './feed.ts';
import {
  ATOM,
  type Attributes,
  children,
  element,
  parseXml,
  removeChildren,
  setLanguage,
  setText,
  writeXml,
} from './xml.ts';

/**
 * A publication in Atom 1.0, RFC 4287. Titles are of `type="text"`, the only form that readers agree on; `xml:lang` stands on the
 * feed, on each entry and on the content, whose own words are English.
 */
export function renderAtom(publication: Publication, place: Place): string {
  const document = parseXml(feedOf(publication, place).atom1());
  const feed = document.documentElement;
  if (feed === null) throw new Error('the feed package wrote no root element');
  setLanguage(feed, publication.language);
  completeHead(feed, publication, place);
  for (const [index, node] of children(feed, 'entry').entries()) {
    const entry = publication.entries[index];
    if (entry !== undefined) completeEntry(node, entry);
  }
  return writeXml(document);
}

function completeHead(feed: Element, publication: Publication, place: Place): void {
  for (const title of children(feed, 'title')) retitle(title, publication.title);
  for (const subtitle of children(feed, 'subtitle')) setText(subtitle, publication.subtitle);
  removeChildren(feed, 'link');
  const before = children(feed, 'subtitle')[0] ?? null;
  const add = (attributes: Attributes) => feed.insertBefore(atom(feed, 'link', attributes), before);
  if (place.home !== null) add({ rel: 'alternate', type: 'text/html', href: place.home });
  if (place.self !== null) add({ rel: 'self', type: 'application/atom+xml', href: place.self });
}

function completeEntry(node: Element, entry: PublishedEntry): void {
  setLanguage(node, entry.language);
  for (const title of children(node, 'title')) retitle(title, entry.title);
  for (const content of children(node, 'content')) setLanguage(content, 'en');
  removeChildren(node, 'link');
  const before = children(node, 'updated')[0] ?? null;
  for (const link of entry.links) node.insertBefore(linkElement(node, link), before);
  for (const name of entry.authors) {
    const author = atom(node, 'author');
    author.appendChild(atom(node, 'name', {}, name));
    node.appendChild(author);
  }
  for (const { term, scheme, label } of entry.categories) {
    node.appendChild(atom(node, 'category', { term, scheme, label }));
  }
  if (entry.source !== null) node.appendChild(sourceElement(node, entry.source));
}

function retitle(title: Element, text: string): void {
  title.setAttribute('type', 'text');
  setText(title, text);
}

function linkElement(owner: Element, { rel, href, title, language }: EntryLink): Element {
  return atom(owner, 'link', { rel, href, hreflang: language === 'und' ? null : language, title });
}

/** RFC 4287 §4.2.11. */
function sourceElement(owner: Element, { title, url, updated }: TakenFrom): Element {
  const source = atom(owner, 'source');
  if (url !== null) {
    source.appendChild(atom(owner, 'id', {}, url));
    source.appendChild(atom(owner, 'link', { rel: 'self', href: url }));
  }
  source.appendChild(atom(owner, 'title', { type: 'text' }, title));
  source.appendChild(atom(owner, 'updated', {}, updated));
  return source;
}

const atom = (owner: Element, name: string, attributes: Attributes = {}, text = ''): Element =>
  element(owner, ATOM, name, attributes, text);
