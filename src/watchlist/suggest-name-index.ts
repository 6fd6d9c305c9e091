import type { Observed } from '../domain/suggestion.ts';
import type { Language } from '../domain/time.ts';
import type { ConceptKind } from '../domain/topic.ts';
import type { ConceptFinder } from '../text/concepts.ts';
import { koreanNouns } from './suggest-korean-nouns.ts';
import { isTitleCased, namesInRuns } from './suggest-name-runs.ts';
import type { Occurrence } from './suggest-occurrence.ts';

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
const SAMPLE = 4_000;

interface Entry {
  readonly key: string;
  readonly language: Language;
  readonly forms: Map<string, number>;
  readonly kinds: Map<ConceptKind, number>;
  readonly roles: Set<string>;
  readonly articles: number[];
  /** It has stood inside a sentence, where only names have capitals. */
  inside: boolean;
}

/**
 * Every name in these articles that no concept of the topic has.
 *
 * @param names of the topic, to pass over; its exclusions do not count here
 */
export function unknownNames(articles: readonly Observed[], names: ConceptFinder): readonly Unknown[] {
  const ordinary = ordinaryWords(articles);
  const entries = new Map<string, Entry>();
  for (const [at, article] of articles.entries()) {
    for (const occurrence of occurrencesIn(article, names, ordinary)) {
      const id = `${occurrence.language}:${occurrence.key}`;
      const entry = entries.get(id) ?? begun(occurrence);
      entries.set(id, entry);
      count(entry, occurrence, at);
    }
  }
  return [...entries.values()].flatMap((entry) => (isName(entry, entries) ? [toUnknown(entry)] : []));
}

/**
 * What only ever begins sentences is no name where it is one word, and one word too many where the rest of it is a name by itself:
 * its articles are then that name's.
 */
function isName(entry: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  if (entry.inside) return true;
  const [, ...others] = entry.key.split(' ');
  const rest = entries.get(`${entry.language}:${others.join(' ')}`);
  if (rest === undefined) return others.length > 0;
  for (const at of entry.articles) if (!rest.articles.includes(at)) rest.articles.push(at);
  rest.articles.sort((a, b) => a - b);
  return false;
}

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

/** Words that are written small somewhere, so that a capital at the beginning of a sentence makes no name of them. */
function ordinaryWords(articles: readonly Observed[]): ReadonlySet<string> {
  const words = new Set<string>();
  const step = Math.max(1, Math.ceil(articles.length / SAMPLE));
  for (let at = 0; at < articles.length; at += step) {
    const { text = '' } = articles[at] ?? {};
    for (const [word] of text.matchAll(/(?<![\p{L}’'-])\p{Ll}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*/gu))
      words.add(word);
  }
  return words;
}

const begun = ({ key, language }: Occurrence): Entry => ({
  key,
  language,
  forms: new Map(),
  kinds: new Map(),
  roles: new Set(),
  articles: [],
  inside: false,
});

function count(entry: Entry, { form, kind, role, opens }: Occurrence, at: number): void {
  entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
  if (kind !== null) entry.kinds.set(kind, (entry.kinds.get(kind) ?? 0) + 1);
  if (role !== null) entry.roles.add(role);
  if (entry.articles.at(-1) !== at) entry.articles.push(at);
  entry.inside ||= !opens;
}

function toUnknown({ key, language, forms, kinds, roles, articles }: Entry): Unknown {
  const [kind = null] = byCount(kinds).keys();
  return { key, language, forms: byCount(forms), kind, roles, articles };
}

const byCount = <T extends string>(counts: ReadonlyMap<T, number>): ReadonlyMap<T, number> =>
  new Map([...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

/** The form a name is written in most. */
export const usualForm = ({ forms }: Unknown): string => forms.keys().next().value ?? '';
