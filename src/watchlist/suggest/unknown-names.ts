import type { Observed } from '../../domain/suggestion.ts';
import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { isTitleCased, namesInRuns } from './capitalised-runs.ts';
import { koreanNouns } from './korean-nouns.ts';
import type { Occurrence } from './occurrence.ts';

/** A name the topic does not know, and where it stands. */
export interface Unknown {
  readonly key: string;
  readonly language: Language;
  /** How it is written, and how often; the most frequent first. */
  readonly forms: ReadonlyMap<string, number>;
  readonly kind: ConceptKind | null;
  /** What its bearer is said to be; empty: nobody says. */
  readonly roles: ReadonlySet<string>;
  /** Of the articles it was looked for in: their places in that list, ascending. */
  readonly articles: readonly number[];
}

/** Texts that are looked through for the words that are written small. */
const SAMPLE = 2_000;

/** Whoever is named once is not looked at further; most are. */
const LEAST = 2;

interface Place extends Occurrence {
  /** Of the article. */
  readonly at: number;
}

/** Names by language and key, with the places they stand at. */
type Places = ReadonlyMap<string, readonly Place[]>;

/**
 * Every name that stands in these articles twice or more and that no concept of the topic has.
 *
 * @param names of the topic, to pass over; its exclusions do not count here
 */
export function unknownNames(articles: readonly Observed[], names: ConceptFinder): readonly Unknown[] {
  const ordinary = ordinaryWords(articles);
  const places = new Map<string, Place[]>();
  for (const [at, article] of articles.entries()) {
    for (const occurrence of occurrencesIn(article, names, ordinary)) {
      const id = idOf(occurrence.language, occurrence.key);
      const known = places.get(id);
      if (known) known.push({ ...occurrence, at });
      else places.set(id, [{ ...occurrence, at }]);
    }
  }
  return [...withoutOpeners(places).values()].flatMap((found) =>
    found.length < LEAST ? [] : [toUnknown(found)],
  );
}

const idOf = (language: Language, key: string): string => `${language}:${key}`;

/**
 * What only ever begins sentences is no name where it is one word, and one word too many where the rest of it is a name by
 * itself: its places are then that name's.
 */
function withoutOpeners(places: ReadonlyMap<string, Place[]>): Places {
  const kept = new Map(places);
  for (const [id, found] of places) {
    const [first] = found;
    if (first === undefined || found.some(({ opens }) => !opens)) continue;
    const [, ...others] = first.key.split(' ');
    const rest = places.get(idOf(first.language, others.join(' ')));
    if (rest !== undefined) rest.push(...found.map((place) => ({ ...place, form: restOf(place.form) })));
    if (rest !== undefined || others.length === 0) kept.delete(id);
  }
  return kept;
}

const restOf = (form: string): string => form.slice(form.search(/[\s-]/u) + 1);

function occurrencesIn(
  { title, text, language }: Observed,
  names: ConceptFinder,
  ordinary: ReadonlySet<string>,
): readonly Occurrence[] {
  const isOrdinary = (word: string): boolean => ordinary.has(word);
  const read = (part: string, field: 'title' | 'body'): readonly Occurrence[] => {
    const { mentions } = names(part, field);
    if (language === 'ko') return koreanNouns(part, mentions);
    return namesInRuns(part, language, mentions, isOrdinary);
  };
  const inTitle = isTitleCased(title) ? [] : read(title, 'title');
  return [...inTitle, ...read(text, 'body')];
}

/** A word in small letters. */
const SMALL = /(?<![\p{L}’'-])\p{Ll}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*/gu;

/** Words that are written small somewhere, so that a capital at the beginning of a sentence makes no name of them. */
function ordinaryWords(articles: readonly Observed[]): ReadonlySet<string> {
  const words = new Set<string>();
  const step = Math.max(1, Math.ceil(articles.length / SAMPLE));
  for (let at = 0; at < articles.length; at += step) {
    const { text = '' } = articles[at] ?? {};
    for (const word of text.match(SMALL) ?? []) words.add(word);
  }
  return words;
}

function toUnknown(places: readonly Place[]): Unknown {
  const [{ key, language }] = places as readonly [Place];
  const [kind = null] = byCount(places.flatMap((place) => place.kind ?? [])).keys();
  return {
    key,
    language,
    kind,
    forms: byCount(places.map(({ form }) => form)),
    roles: new Set(places.flatMap(({ role }) => role ?? [])),
    articles: [...new Set(places.map(({ at }) => at))].toSorted((a, b) => a - b),
  };
}

/** How often each comes, the most frequent first. */
function byCount<T extends string>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

/** The form a name is written in most. */
export const usualForm = ({ forms }: Unknown): string => forms.keys().next().value ?? '';
