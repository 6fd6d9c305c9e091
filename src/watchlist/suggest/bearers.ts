import type { Observed } from '../../domain/suggestion.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { soundOf, soundsLike } from '../../text/names/sound.ts';
import { translationsAmong } from './translated-bodies.ts';
import { type Unknown, usualForm } from './unknown-names.ts';

/** Names that are taken for one bearer's: Oda Brennick, Ода Бренник, 오다 브레닉. */
export interface Bearer {
  /** The most frequent first. */
  readonly names: readonly Unknown[];
  /** Ascending. */
  readonly articles: readonly number[];
  /** Some of the names are taken for one body's although they sound nothing alike. */
  readonly translated: boolean;
}

/**
 * The bearers of names, without those that are part of another's name wherever they stand.
 *
 * @param articles in which the names were found
 * @param find finds the concepts of the topic
 */
export function bearersOf(
  names: readonly Unknown[],
  articles: readonly Observed[],
  find: ConceptFinder,
): readonly Bearer[] {
  return withoutParts(translated(soundingAlike(names, articles), articles, find));
}

/** Scripts agree on a name this much at least. */
const ALIKE = 0.7;

/** Puts the names of one bearer together: those that sound alike in different languages. */
function soundingAlike(names: readonly Unknown[], articles: readonly Observed[]): readonly Bearer[] {
  const bearers: Unknown[][] = [];
  const byFirstSound = new Map<string, Unknown[][]>();
  for (const name of names) {
    const first = soundOf(usualForm(name)).charAt(0);
    const near = byFirstSound.get(first) ?? [];
    byFirstSound.set(first, near);
    const same = near.find((others) => isSameBearer(others, name));
    if (same) same.push(name);
    else {
      const made = [name];
      near.push(made);
      bearers.push(made);
    }
  }
  return bearers.map((all) => ({ names: all, articles: merged(all, articles.length), translated: false }));
}

function isSameBearer(others: readonly Unknown[], name: Unknown): boolean {
  if (others.some(({ language }) => language === name.language)) return false;
  return others.some((other) => soundsLike(usualForm(other), usualForm(name)) >= ALIKE);
}

/** Puts the names a body has in several languages together. */
function translated(
  bearers: readonly Bearer[],
  articles: readonly Observed[],
  find: ConceptFinder,
): readonly Bearer[] {
  const areOne = translationsAmong(articles, find);
  const joined: Bearer[] = [];
  for (const bearer of bearers) {
    const at = joined.findIndex((other) => areOne(other, bearer));
    const other = joined[at];
    if (other === undefined) joined.push(bearer);
    else {
      const names = [...other.names, ...bearer.names];
      joined[at] = { names, articles: merged(names, articles.length), translated: true };
    }
  }
  return joined;
}

function merged(names: readonly Unknown[], length: number): readonly number[] {
  const [only] = names;
  if (names.length === 1 && only) return only.articles;
  const all = new Set(names.flatMap(({ articles }) => articles));
  return Array.from({ length }, (_, at) => at).filter((at) => all.has(at));
}

/** Without those that are part of another's name wherever they stand: Brennick is Oda Brennick. */
function withoutParts(bearers: readonly Bearer[]): readonly Bearer[] {
  const holders = new Map<string, Set<Bearer>>();
  for (const bearer of bearers) {
    for (const { key, language } of bearer.names) {
      const words = key.split(' ');
      if (words.length < 2) continue;
      for (const word of words) {
        const id = `${language}:${word}`;
        holders.set(id, (holders.get(id) ?? new Set()).add(bearer));
      }
    }
  }
  return bearers.filter((bearer) =>
    bearer.names.every(({ key, language }) => {
      const around = [...(holders.get(`${language}:${key.split(' ')[0]}`) ?? [])].filter(
        (other) => other !== bearer && other.names.some((name) => holds(name, key, language)),
      );
      const covered = new Set(around.flatMap(({ articles }) => articles));
      return bearer.articles.filter((at) => covered.has(at)).length < bearer.articles.length * 0.6;
    }),
  );
}

function holds(name: Unknown, key: string, language: string): boolean {
  return name.language === language && name.key !== key && ` ${name.key} `.includes(` ${key} `);
}
