import type { Element } from '@xmldom/xmldom';

import type { Publication, PublishedEntry } from '../entry.ts';
import { escapeMarkup, gist } from '../markup.ts';
import { alternateOf, feedOf, type Place } from './feed.ts';
import { ATOM, children, DUBLIN_CORE, element, parseXml, removeChildren, setText, writeXml } from './xml.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * A publication in RSS 2.0, with `content:encoded` for the body, `dc:creator` for authors (RSS wants a mail address in `author`)
 * and `atom:link rel=self`. The channel must have a link: where no page is known it is the feed's own id, which is an address
 * of a registered scheme, as RSS asks.
 */
export function renderRss(publication: Publication, place: Place): string {
  const feed = feedOf(publication, place, (entry) => escapeMarkup(gist(entry.body)));
  const document = parseXml(feed.rss2());
  const root = document.documentElement;
  const channel = root === null ? undefined : children(root, 'channel')[0];
  if (!root || !channel) throw new Error('the feed package wrote no channel');
  root.setAttributeNS(XMLNS, 'xmlns:dc', DUBLIN_CORE);
  completeChannel(channel, publication, place);
  if (place.self !== null) {
    root.setAttributeNS(XMLNS, 'xmlns:atom', ATOM);
    const attributes = { rel: 'self', type: 'application/rss+xml', href: place.self };
    channel.insertBefore(
      element(channel, ATOM, 'atom:link', attributes),
      children(channel, 'item')[0] ?? null,
    );
  }
  for (const [index, node] of children(channel, 'item').entries()) {
    const entry = publication.entries[index];
    if (entry !== undefined) completeItem(node, entry);
  }
  return writeXml(document);
}

function completeChannel(channel: Element, publication: Publication, place: Place): void {
  for (const title of children(channel, 'title')) setText(title, publication.title);
  for (const description of children(channel, 'description')) {
    setText(description, publication.subtitle);
  }
  for (const link of children(channel, 'link')) setText(link, place.home ?? publication.id);
}

function completeItem(item: Element, entry: PublishedEntry): void {
  const address = alternateOf(entry);
  for (const title of children(item, 'title')) setText(title, entry.title);
  if (address === null) removeChildren(item, 'link');
  for (const name of entry.authors) item.appendChild(element(item, DUBLIN_CORE, 'dc:creator', {}, name));
  for (const { term, scheme, label } of entry.categories) {
    item.appendChild(element(item, null, 'category', { domain: scheme }, label ?? term));
  }
  if (entry.source?.url) {
    item.appendChild(element(item, null, 'source', { url: entry.source.url }, entry.source.title));
  }
}
