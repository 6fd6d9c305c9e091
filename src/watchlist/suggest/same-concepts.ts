import type { Observed } from '../../domain/suggestion.ts';
import type { Concept } from '../../domain/topic.ts';
import { fold } from '../../text/fold.ts';
import { soundOf, soundsLike } from '../../text/names/sound.ts';
import { writtenLike } from './written-alike.ts';

/** Two concepts of a topic that have one bearer. */
export interface SameConcept {
  readonly keep: Concept;
  readonly drop: Concept;
  readonly names: readonly [string, string];
  /** That name the one that would go. */
  readonly articles: readonly Observed[];
}

/** Across scripts, and within one: nearly letter by letter, since whoever wrote both did not take them for one. */
const SOUND = 0.8;
const WRITTEN = 0.85;
/** Shorter names are alike by chance. */
const SHORTEST = 4;

/** Pairs of concepts of one kind and on one side that share a name or whose names sound alike. */
export function sameConcepts(
  concepts: readonly Concept[],
  kept: readonly Observed[],
): readonly SameConcept[] {
  const pairs: SameConcept[] = [];
  for (const [at, one] of concepts.entries()) {
    for (const other of concepts.slice(at + 1)) {
      const names = one.kind === other.kind && sameFacets(one, other) ? alike(one, other) : null;
      if (names === null) continue;
      const count = ({ id }: Concept): number =>
        kept.filter((article) => article.concepts.includes(id)).length;
      const [keep, drop] = count(one) >= count(other) ? [one, other] : [other, one];
      pairs.push({
        keep,
        drop,
        names,
        articles: kept.filter((article) => article.concepts.includes(drop.id)),
      });
    }
  }
  return pairs;
}

const sameFacets = ({ facets: a }: Concept, { facets: b }: Concept): boolean =>
  a.length === b.length && a.every((facet) => b.includes(facet));

function alike(one: Concept, other: Concept): readonly [string, string] | null {
  if (one.kind === 'idea' || one.kind === 'event') return null;
  const languages = new Set([...Object.keys(one.names), ...Object.keys(other.names)]);
  // Names in one language that are plainly different speak against what another language says.
  const differ = [...languages].some((language) => {
    const [a = [], b = []] = [one.names[language], other.names[language]];
    return a.length > 0 && b.length > 0 && !a.some((name) => b.some((theirs) => isOne(name, theirs, true)));
  });
  if (differ) return null;
  for (const [language, names] of Object.entries(one.names)) {
    for (const name of names) {
      for (const [theirLanguage, theirs] of Object.entries(other.names)) {
        const found = theirs.find((their) => isOne(name, their, language === theirLanguage));
        if (found !== undefined) return [name, found];
      }
    }
  }
  return null;
}

function isOne(name: string, other: string, sameLanguage: boolean): boolean {
  if (fold(name) === fold(other)) return true;
  if (sameLanguage) return name.length > SHORTEST && writtenLike(name, other) >= WRITTEN;
  return soundOf(name).length >= SHORTEST && soundsLike(name, other) >= SOUND;
}
