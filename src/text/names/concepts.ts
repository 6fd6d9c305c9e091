import type { Concept, Exclusion } from '../../domain/topic.ts';
import { nameFinder } from './finder.ts';
import { languageOfName } from './names.ts';
import type { Name } from './tries.ts';

/** That a text names a concept at a place. */
export interface Mention {
  readonly concept: Concept;
  /** By which kind of name. */
  readonly as: 'name' | 'seenAs' | 'weak';
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** How many words stand before it. */
  readonly word: number;
}

/** That an exclusion of the topic applies at a place. */
export interface Excluded {
  readonly exclusion: Exclusion;
  readonly start: number;
  readonly end: number;
}

interface ConceptsFound {
  /** In the order of the text, not overlapping; two concepts with one name are both there. Masked ones are not. */
  readonly mentions: readonly Mention[];
  /** Exclusions that reject, and masks that covered a name. */
  readonly excluded: readonly Excluded[];
  /** How many words the text has. */
  readonly words: number;
}

/** Finds what a text names. Weak names are among it: `backedMentions` says which of them count. */
export type ConceptFinder = (text: string, field: 'title' | 'body') => ConceptsFound;

/**
 * Builds the finder of a list of concepts; once a topic, since it expands every name into its forms.
 *
 * Of names that overlap the one that begins first counts, of those the longest: "North Korea" does not name Korea. But a concept
 * without a facet takes nothing away from those with one: «северокорейские военные», soldiers, is also the North.
 *
 * @throws SyntaxError where the pattern of an exclusion is no regular expression; the settings are checked for that.
 */
export function conceptFinder(
  concepts: readonly Concept[],
  exclusions: readonly Exclusion[] = [],
): ConceptFinder {
  const find = nameFinder<Named>([...concepts.flatMap(namesOf), ...exclusions.flatMap(phrasesOf)]);
  const patterns = exclusions.flatMap((exclusion) =>
    exclusion.pattern === null ? [] : [{ exclusion, regExp: new RegExp(exclusion.pattern, 'giu') }],
  );
  return (text, field) => {
    const mentions: Mention[] = [];
    const excluded: Excluded[] = [];
    const { found, words } = find(text);
    for (const { of, ...place } of found) {
      if ('concept' in of) mentions.push({ ...of, ...place });
      else excluded.push({ ...of, start: place.start, end: place.end });
    }
    for (const { exclusion, regExp } of patterns) {
      // A mask is of no account where nothing is named, and a search costs more than most texts are worth.
      if (exclusion.effect === 'mask' && mentions.length === 0) continue;
      for (const { 0: match, index } of text.matchAll(regExp)) {
        if (match !== '') excluded.push({ exclusion, start: index, end: index + match.length });
      }
    }
    const here = excluded.filter(({ exclusion }) => exclusion.field === 'any' || field === 'title');
    return { ...withoutMasked(mentions, here), words };
  };
}

/**
 * The mentions of one article that count: a weak name does only beside other names of each of its facets or, where its
 * concept has no facet, of the same concept.
 *
 * @param fields the mentions in each field of the article
 */
export function backedMentions(fields: readonly (readonly Mention[])[]): readonly (readonly Mention[])[] {
  if (!fields.some((mentions) => mentions.some(isWeak))) return fields;
  const facets = new Set<string>();
  const concepts = new Set<Concept>();
  for (const { concept, as } of fields.flat()) {
    if (as === 'weak') continue;
    concepts.add(concept);
    for (const facet of concept.facets) facets.add(facet);
  }
  const isBacked = ({ concept }: Mention) =>
    concept.facets.length > 0 ? concept.facets.every((facet) => facets.has(facet)) : concepts.has(concept);
  return fields.map((mentions) => mentions.filter((mention) => !isWeak(mention) || isBacked(mention)));
}

const isWeak = ({ as }: Mention): boolean => as === 'weak';

type Named = Pick<Mention, 'concept' | 'as'> | { readonly exclusion: Exclusion };

function namesOf(concept: Concept): readonly Name<Named>[] {
  const isPerson = concept.kind === 'person';
  const kinds = {
    name: { concept, as: 'name' },
    seenAs: { concept, as: 'seenAs' },
    weak: { concept, as: 'weak' },
  } as const;
  const named = (of: Named) => (text: string) => ({ text, language: languageOfName(text), isPerson, of });
  return [
    ...Object.entries(concept.names).flatMap(([language, names]) =>
      names.map((text) => ({ text, language, isPerson, of: kinds.name })),
    ),
    ...concept.seenAs.map(named(kinds.seenAs)),
    ...concept.weak.map(named(kinds.weak)),
  ];
}

function phrasesOf(exclusion: Exclusion): readonly Name<Named>[] {
  const of = { exclusion };
  return exclusion.phrases.map((text) => ({ text, language: languageOfName(text), isPerson: false, of }));
}

/** One pass over both, @param mentions by start, the longest first. */
function withoutMasked(
  mentions: readonly Mention[],
  excluded: readonly Excluded[],
): Pick<ConceptsFound, 'mentions' | 'excluded'> {
  const masks = excluded
    .filter(({ exclusion }) => exclusion.effect === 'mask')
    .sort((a, b) => a.start - b.start);
  const covering = new Set<Excluded>();
  const kept: Mention[] = [];
  let lastOfFacet: Mention | undefined;
  let lastOther: Mention | undefined;
  let next = 0;
  for (const mention of mentions) {
    while ((masks[next]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) next += 1;
    let mask: Excluded | undefined;
    for (let at = next; !mask; at += 1) {
      const candidate = masks[at];
      if (!candidate || candidate.start >= mention.end) break;
      if (covers(candidate, mention)) mask = candidate;
    }
    if (mask) {
      covering.add(mask);
    } else if (mention.concept.facets.length > 0) {
      if (!isBehind(mention, lastOfFacet)) continue;
      kept.push(mention);
      lastOfFacet = mention;
    } else if (isBehind(mention, lastOther) && !isInside(mention, lastOfFacet)) {
      kept.push(mention);
      lastOther = mention;
    }
  }
  return {
    mentions: kept,
    excluded: excluded.filter((one) => one.exclusion.effect === 'reject' || covering.has(one)),
  };
}

/** A name that is longer than the mask inside it stays: it was not the masked one. */
function covers(mask: Excluded, { start, end }: Mention): boolean {
  const overlap = mask.start < end && start < mask.end;
  return overlap && !(start <= mask.start && end >= mask.end && end - start > mask.end - mask.start);
}

/** Behind the last name taken, or the same words naming another concept. */
function isBehind({ concept, start, end }: Mention, last: Mention | undefined): boolean {
  if (!last || start >= last.end) return true;
  return last.start === start && last.end === end && last.concept !== concept;
}

function isInside({ start, end }: Mention, outer: Mention | undefined): boolean {
  return outer !== undefined && start < outer.end && end - start < outer.end - outer.start;
}
