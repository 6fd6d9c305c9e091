import type { Observed } from '../domain/suggestion.ts';
import type { Language } from '../domain/time.ts';
import type { Concept } from '../domain/topic.ts';
import { soundKey, soundsLike } from '../text/name-sound.ts';
import { languageOfName } from '../text/names.ts';
import { type Unknown, usualForm } from './suggest-name-index.ts';
import { dayOf } from './suggest-period.ts';
import { writtenLike } from './suggest-written.ts';

/** An unknown name that a concept of the topic may bear. */
export interface Spelling {
  readonly concept: Concept;
  readonly name: Unknown;
  /** The name of the concept it is like. */
  readonly like: string;
  /** The language it is the first name in; null: it is only another spelling. */
  readonly language: Language | null;
}

const ARTICLES = 4;
const SOURCES = 2;
const DAYS = 2;
/** How alike it must be across scripts, and within one. */
const SOUND = 0.7;
const WRITTEN = 0.72;
/** Whoever stands beside a concept in so large a part of their articles is somebody else: a brother, a namesake. */
const TOGETHER = 0.3;
/** So alike must their company be: the concepts they are named with. */
const COMPANY = 0.6;

/**
 * Names that are written like a name of the topic or, in another script, sound like it: in the same company, and hardly ever in the same article.
 *
 * @param articles in which the names were found
 */
export function spellings(
  names: readonly Unknown[],
  articles: readonly Observed[],
  concepts: readonly Concept[],
): readonly Spelling[] {
  const known = concepts.filter(({ kind }) => kind !== 'idea' && kind !== 'event').map(knownAs);
  const company = companies(articles);
  const frequent = names.filter((name) => !name.roles.has('byline') && isFrequent(name, articles));
  return frequent.flatMap((name) => {
    const best = known
      .flatMap(({ concept, names: own }) => likeness(concept, own, name))
      .filter(({ concept }) => keepsItsCompany(name, concept, articles, company))
      .toSorted((a, b) => b.closeness - a.closeness)[0];
    return best ? [{ concept: best.concept, name, like: best.like, language: best.language }] : [];
  });
}

function isFrequent({ articles: places }: Unknown, articles: readonly Observed[]): boolean {
  if (places.length < ARTICLES) return false;
  const told = places.flatMap((at) => articles[at] ?? []);
  return (
    new Set(told.map(({ sourceId }) => sourceId)).size >= SOURCES &&
    new Set(told.map(({ at }) => dayOf(at))).size >= DAYS
  );
}

interface KnownName {
  readonly text: string;
  readonly language: Language;
  readonly sound: string;
}

function knownAs(concept: Concept): { readonly concept: Concept; readonly names: readonly KnownName[] } {
  const named = Object.entries(concept.names).flatMap(([language, names]) =>
    names.map((text) => ({ text, language, sound: soundKey(text) })),
  );
  const seen = concept.seenAs.map((text) => ({
    text,
    language: languageOfName(text),
    sound: soundKey(text),
  }));
  return { concept, names: [...named, ...seen] };
}

interface Likeness {
  readonly concept: Concept;
  readonly like: string;
  readonly closeness: number;
  readonly language: Language | null;
}

function likeness(concept: Concept, own: readonly KnownName[], name: Unknown): readonly Likeness[] {
  const form = usualForm(name);
  if (concept.kind === 'person' && name.kind !== null && name.kind !== 'person') return [];
  const isNew = !own.some(({ language }) => language === name.language);
  const sound = soundKey(form);
  const found = own.flatMap(({ text, language, sound: other }) => {
    if (Math.abs(sound.length - other.length) > 2) return [];
    const across = language !== name.language;
    // Within one language, a name that another language's accounts carry says nothing new.
    if (across && !isNew) return [];
    const closeness = across ? soundsLike(text, form) : writtenLike(text, form);
    return closeness >= (across ? SOUND : WRITTEN) ? [{ like: text, closeness }] : [];
  });
  const [best] = found.toSorted((a, b) => b.closeness - a.closeness);
  return best ? [{ concept, ...best, language: isNew ? name.language : null }] : [];
}

/** How often each concept is named, and beside which others. */
function companies(articles: readonly Observed[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const { concepts } of articles) {
    for (const one of concepts) {
      const beside = all.get(one) ?? new Map<string, number>();
      all.set(one, beside);
      for (const other of concepts) if (other !== one) beside.set(other, (beside.get(other) ?? 0) + 1);
    }
  }
  return all;
}

function keepsItsCompany(
  { articles: places }: Unknown,
  concept: Concept,
  articles: readonly Observed[],
  company: ReadonlyMap<string, ReadonlyMap<string, number>>,
): boolean {
  const own = new Map<string, number>();
  let together = 0;
  for (const at of places) {
    const { concepts = [] } = articles[at] ?? {};
    if (concepts.includes(concept.id)) together += 1;
    for (const other of concepts) if (other !== concept.id) own.set(other, (own.get(other) ?? 0) + 1);
  }
  if (together / places.length > TOGETHER) return false;
  const known = company.get(concept.id);
  return known === undefined || known.size === 0 || cosine(own, known) >= COMPANY;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [id, count] of a) product += count * (b.get(id) ?? 0);
  const length = (counts: ReadonlyMap<string, number>): number =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  return product / (length(a) * length(b) || 1);
}
