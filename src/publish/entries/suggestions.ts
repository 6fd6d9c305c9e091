import type { Suggestion } from '../../domain/suggestion.ts';
import type { Publication, PublishedEntry, Publishing } from '../entry.ts';
import { derivedId } from '../ids.ts';
import { line } from '../plain-text.ts';
import { listFeed } from '../select.ts';

const EXAMPLES = 3;

/**
 * `keeper/suggestions`: what is proposed and not decided yet. An entry reads as it did at first, whatever is found out later. It
 * shows titles alone: sentences of an article are shown as far as its source allows, and the evidence has them from many.
 */
export function suggestionsFeed(open: readonly Suggestion[], publishing: Publishing): Publication {
  const entries = open.map((suggestion) => suggestionEntry(suggestion, publishing));
  return listFeed(
    'keeper/suggestions',
    'Suggestions',
    'What the watchlist and the sources lack, for you to decide',
    entries,
    publishing,
  );
}

function suggestionEntry({ number, proposed, opening }: Suggestion, publishing: Publishing): PublishedEntry {
  const paragraph = (text: string) => ({ role: 'advice', language: null, runs: [{ text }] }) as const;
  return {
    id: derivedId(publishing.settings.tagAuthority, `suggestion/${number}`),
    title: `${number}: ${line(opening.title)}`,
    language: 'en',
    published: proposed,
    updated: proposed,
    links: [],
    categories: [],
    authors: ['topicwatch'],
    body: [
      paragraph(line(opening.why)),
      ...opening.evidence.articles.slice(0, EXAMPLES).map(({ title }) => paragraph(`“${line(title)}”`)),
      paragraph(
        `The evidence: topicwatch suggest ${number}. To make the change: topicwatch suggest accept ${number}. To put it aside: topicwatch suggest refuse ${number}`,
      ),
    ],
    source: null,
  };
}
