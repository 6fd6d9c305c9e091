import type { Observed } from '../../domain/suggestion.ts';
import type { Language } from '../../domain/time.ts';
import type { Concept } from '../../domain/topic.ts';
import { languageOfName } from '../../text/names/names.ts';
import { soundOf, soundsLike } from '../../text/names/sound.ts';
import { type Unknown, usualForm } from './unknown-names.ts';
import { writtenLike } from './written-alike.ts';

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
 * Names that are written like a name of the topic or, in another script, sound like it: in the same company, and hardly ever in
 * the same article.
 *
 * @param articles in which the names were found
 */
export function spellings(
  names: readonly Unknown[],
  articles: readonly Observed[],
  concepts: readonly Concept[],
): readonly Spelling[] {
  const known = concepts.filter(({ kind }) => kind !== 'idea' && kind !== 'event').flatMap(knownNames);
  const company = companies(articles);
  return names.flatMap((name) => {
    if (name.roles.has('byline') || isShort(name) || !isFrequent(name, articles)) return [];
    const best = likenesses(known, name)
      .filter(({ of: { concept } }) => keepsItsCompany(name, concept, articles, company))
      .toSorted((a, b) => b.closeness - a.closeness)[0];
    if (best === undefined) return [];
    const { concept, text } = best.of;
    return [{ concept, name, like: text, language: lacks(concept, name.language) ? name.language : null }];
  });
}

/** In two syllables, or four letters, names are alike by chance. */
const isShort = ({ key, language }: Unknown): boolean => key.length < (language === 'ko' ? 3 : 5);

function isFrequent({ articles: places }: Unknown, articles: readonly Observed[]): boolean {
  if (places.length < ARTICLES) return false;
  const told = places.flatMap((at) => articles[at] ?? []);
  return (
    new Set(told.map(({ sourceId }) => sourceId)).size >= SOURCES &&
    new Set(told.map(({ at }) => at.slice(0, 10))).size >= DAYS
  );
}

interface KnownName {
  readonly concept: Concept;
  readonly text: string;
  readonly language: Language;
  readonly sound: string;
}

function knownNames(concept: Concept): readonly KnownName[] {
  const named = [
    ...Object.entries(concept.names).flatMap(([language, names]) =>
      names.map((text) => ({ text, language })),
    ),
    ...concept.seenAs.map((text) => ({ text, language: languageOfName(text) })),
  ];
  return named.map((name) => ({ concept, ...name, sound: soundOf(name.text) }));
}

const lacks = ({ names, seenAs }: Concept, language: Language): boolean =>
  (names[language] ?? []).length === 0 && !seenAs.some((name) => languageOfName(name) === language);

interface Likeness {
  readonly of: KnownName;
  readonly closeness: number;
}

/** In one language by letters; in another by sound, and only where the concept has no name in it yet. */
function likenesses(known: readonly KnownName[], name: Unknown): readonly Likeness[] {
  const form = usualForm(name);
  const sound = soundOf(form);
  return known.flatMap((of) => {
    // Most names are told apart by this alone.
    if (Math.abs(sound.length - of.sound.length) > 2 || sound.charAt(0) !== of.sound.charAt(0)) return [];
    if (of.concept.kind === 'person' && name.kind !== null && name.kind !== 'person') return [];
    const across = of.language !== name.language;
    if (across && !lacks(of.concept, name.language)) return [];
    const closeness = across ? soundsLike(of.text, form) : writtenLike(of.text, form);
    return closeness >= (across ? SOUND : WRITTEN) ? [{ of, closeness }] : [];
  });
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
