import type { Item } from '../../src/domain/article.ts';
import type { Judgement } from '../../src/domain/change.ts';
import type { Decision } from '../../src/domain/verdict.ts';
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

/** What the topic of the ferries says of an article. */
export const judged = (articleId: string, decision: Decision = 'accepted'): Judgement => ({
  articleId,
  topicId: 'ferries',
  topicHash: 'h',
  decision,
  score: 0.5,
  acceptAt: 0.5,
  reviewAt: 0.3,
  reasons: [],
  missing: [],
  nearest: null,
  flip: '',
  judged: 'summary',
  tags: [],
});
