import type { Item } from '../../src/domain/article.ts';
import { sha256 } from '../../src/text/fingerprints.ts';

/** An item as a poll of a source brings it; its hash follows its words as it does in a real one. */
export function item(said: Partial<Item> & { readonly guid: string }): Item {
  const { guid, ...rest } = said;
  const url = said.url === undefined ? `https://harbour.example/${guid}` : said.url;
  const sourceId = said.sourceId ?? 'harbour-gazette';
  const title = said.title ?? 'Ferry between Vell and Ostrava resumes';
  const summary = said.summary ?? 'The ferry runs twice a day again.';
  return {
    sourceId,
    url,
    title,
    summary,
    text: null,
    html: null,
    language: 'en',
    authors: [],
    categories: [],
    enclosures: [],
    published: '2026-01-05T08:00:00.000Z',
    updated: null,
    publisher: null,
    keys: [`guid:${sourceId}:${guid}`, ...(url === null ? [] : [`url:${url}`])],
    contentHash: sha256(JSON.stringify([title, summary, url])),
    ...rest,
  };
}
