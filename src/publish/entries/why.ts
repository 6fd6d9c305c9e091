import type { Topic } from '../../domain/topic.ts';
import type { Reason, Verdict } from '../../domain/verdict.ts';
import { firstWords, line } from '../plain-text.ts';
import type { Account } from './account.ts';

/** A quote of more words could be a sentence of the article. */
const QUOTE_WORDS = 4;
const PARTS = 4;

/** Why an article is in, in one line: each side of the topic with what showed it, `Russia (Belousov) + North Korea (KCNA)`. */
export function whyAccepted(verdict: Verdict, topic: Topic, account: Account): string {
  const speaking = verdict.reasons.filter((reason) => reason.weight > 0);
  const sides = topic.facets.flatMap((facet) => {
    const reason = speaking.find(({ facets }) => facets.includes(facet.id));
    return reason === undefined ? [] : [withQuote(line(facet.title), shownQuote(reason, account))];
  });
  if (sides.length > 0) return sides.slice(0, PARTS).join(' + ');
  if (speaking.some(({ rule }) => rule === 'label')) return 'a person said so';
  const quotes = speaking.map((reason) => shownQuote(reason, account)).filter(Boolean);
  if (quotes.length > 0) return [...new Set(quotes)].slice(0, PARTS).join(', ');
  return verdict.nearest === null ? 'its score' : `like ${line(verdict.nearest.example)}`;
}

/** What may be quoted: of a private source what its title says, of any other no more than a name. */
function shownQuote(reason: Reason, account: Account): string {
  return account.private && reason.field !== 'title' ? '' : firstWords(line(reason.quote), QUOTE_WORDS);
}

function withQuote(side: string, quote: string): string {
  return quote === '' ? side : `${side} (${quote})`;
}

/**
 * What kind of evidence a rule is, to follow what it quotes: “sappers” in the title: a word of the examples.
 *
 * @param called the name of a concept, by its id
 */
export function evidenceInWords(rule: string, called: (concept: string) => string = (id) => id): string {
  const colon = rule.indexOf(':');
  const name = rule.slice(colon + 1);
  switch (colon < 0 ? rule : rule.slice(0, colon)) {
    case 'label':
      return 'a person’s word';
    case 'edited':
      return 'it was accepted before its outlet edited it';
    case 'together':
      return 'the sides meet in a sentence';
    case 'near':
      return 'the sides meet in neighbouring sentences';
    case 'late':
      return 'the last side comes in here, not at once';
    case 'concept':
      return `names ${called(name)}`;
    case 'shared':
      return `names ${called(name)}, as examples do`;
    case 'term':
      return 'a word of the examples';
    case 'exclude':
      return `excluded by ${name}`;
    default:
      return rule;
  }
}
