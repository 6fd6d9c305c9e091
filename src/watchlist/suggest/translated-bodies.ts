import type { Observed } from '../../domain/suggestion.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { sentences } from '../../text/sentences.ts';
import type { Unknown } from './unknown-names.ts';

/** In what part of the stories of the rarer name the other must stand, too. */
const SHARED = 0.5;
/** Of the stories of a name no more are looked into. */
const STORIES = 20;

/** Names of one bearer, and the articles they stand in. */
interface Names {
  readonly names: readonly Unknown[];
  readonly articles: readonly number[];
}

/**
 * Tells which names are one body's in several languages. Names of bodies are translated, so that they sound nothing alike:
 * Waterways Service, Служба водных путей, 수로관리청. But accounts of one event have them in the same place: in a sentence with the
 * same figure, or beside the same two concepts of the topic.
 *
 * Two bodies of one event are taken for one where neither is named in the other's language yet; whoever reads the suggestion sees
 * that.
 */
export function translationsAmong(
  articles: readonly Observed[],
  find: ConceptFinder,
): (one: Names, other: Names) => boolean {
  const signs = new Map<Unknown, ReadonlyMap<string, ReadonlySet<string>>>();
  const signsOf = (name: Unknown): ReadonlyMap<string, ReadonlySet<string>> => {
    const known = signs.get(name) ?? signsByStory(name, articles, find);
    signs.set(name, known);
    return known;
  };
  return (one, other) => {
    if (![...one.names, ...other.names].every(({ kind }) => kind === 'organisation')) return false;
    const languages = new Set(one.names.map(({ language }) => language));
    if (other.names.some(({ language }) => languages.has(language))) return false;
    const [mine, theirs] = [storiesOf(one, articles), storiesOf(other, articles)];
    const shared = [...mine].filter((story) => theirs.has(story));
    if (shared.length === 0 || shared.length < SHARED * Math.min(mine.size, theirs.size)) return false;
    return one.names.some((name) =>
      other.names.some((their) => standAlike(signsOf(name), signsOf(their), shared)),
    );
  };
}

function storiesOf({ articles: places }: Names, articles: readonly Observed[]): ReadonlySet<string> {
  return new Set(places.flatMap((at) => articles[at]?.storyId ?? []));
}

function standAlike(
  mine: ReadonlyMap<string, ReadonlySet<string>>,
  theirs: ReadonlyMap<string, ReadonlySet<string>>,
  stories: readonly string[],
): boolean {
  return stories.some((story) => {
    const [signs, others] = [mine.get(story), theirs.get(story)];
    if (!signs || !others) return false;
    const same = [...signs].filter((sign) => others.has(sign));
    return same.length >= 2 || same.some((sign) => FIGURE.test(sign));
  });
}

/** Of one digit there are too many. */
const FIGURE = /^\d{2,}$/;

/** By story, what stands in the sentences that have a name: figures, and concepts of the topic. */
function signsByStory(
  { forms, articles: places }: Unknown,
  articles: readonly Observed[],
  find: ConceptFinder,
): ReadonlyMap<string, ReadonlySet<string>> {
  const signs = new Map<string, Set<string>>();
  for (const at of places.slice(-STORIES)) {
    const { storyId = null, text = '' } = articles[at] ?? {};
    if (storyId === null) continue;
    const found = signs.get(storyId) ?? new Set<string>();
    signs.set(storyId, found);
    for (const { start, end } of sentences(text)) {
      const sentence = text.slice(start, end);
      if (![...forms.keys()].some((form) => sentence.includes(form))) continue;
      for (const figure of sentence.match(/\d+/g) ?? []) found.add(figure);
      for (const { concept } of find(sentence, 'body').mentions) found.add(concept.id);
    }
  }
  return signs;
}
