/** Where a text names voices that are known by name. */

import type { Concept } from '../../domain/topic.ts';
import { type NameFinder, nameFinder } from '../../text/names/finder.ts';
import { languageOfName } from '../../text/names/names.ts';
import { bodyNamed } from './body-named.ts';
import { KNOWN_VOICES } from './known-voices.ts';
import { STATES } from './states.ts';
import type { Named, Voice } from './voice.ts';

/** Finds known voices and the topic's organisations and persons in a text; by start, not overlapping. */
export type VoiceFinder = (text: string) => readonly Named[];

const finders = new WeakMap<readonly Concept[], VoiceFinder>();

/** The finder for a topic's concepts, built once: each name is expanded into its forms. */
export function voiceFinder(concepts: readonly Concept[]): VoiceFinder {
  const built = finders.get(concepts);
  if (built) return built;
  const find = nameFinder<Voice>([...knownNames(), ...concepts.flatMap(namesOf)]);
  const finder: VoiceFinder = (text) => withoutOverlaps(find(text).found);
  finders.set(concepts, finder);
  return finder;
}

function* knownNames() {
  for (const { id, name, kind, state, names } of KNOWN_VOICES) {
    const of: Voice = { name, kind, form: 'known', id, conceptId: null, roles: [], proper: [name], state };
    for (const text of names) yield { text, language: languageOfName(text), isPerson: false, of };
  }
}

function namesOf(concept: Concept) {
  if (concept.kind !== 'organisation') return [];
  const all = Object.entries(concept.names).flatMap(([language, names]) =>
    names.map((text) => ({ text, language })),
  );
  const name = concept.names.en?.[0] ?? all[0]?.text;
  if (name === undefined) return [];
  const known = KNOWN_VOICES.find(({ names }) => all.some(({ text }) => names.includes(text)));
  const longest = all.map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0] ?? name;
  const body = all.map(({ text }) => bodyNamed(text)).find((one) => one !== null);
  const of: Voice = {
    name: known?.name ?? name,
    kind: known?.kind ?? kindByNames(all.map(({ text }) => text).join(' ')),
    form: 'known',
    id: known?.id ?? concept.id,
    conceptId: concept.id,
    roles: body?.roles ?? [],
    proper: body?.proper ?? longest.split(' '),
    state: known?.state ?? statesIn(longest)[0]?.of ?? null,
  };
  return all.map(({ text, language }) => ({ text, language, isPerson: false, of }));
}

function kindByNames(names: string): Voice['kind'] {
  if (/news agency|telegraph|агентство|통신/iu.test(names))
    return /central|state|центральн|중앙|국영/iu.test(names) ? 'state-agency' : 'agency';
  return /ministry|government|министерств|мин[а-я]{3}|police|army|부(?:\s|$)|성(?:\s|$)/iu.test(names)
    ? 'government'
    : 'other';
}

/** Of names that overlap the longest counts; of one length the concept, which the topic speaks of. */
function withoutOverlaps(
  found: readonly { readonly of: Voice; readonly start: number; readonly end: number }[],
): readonly Named[] {
  const kept: Named[] = [];
  for (const { of, start, end } of found) {
    const last = kept.at(-1);
    if (!last || start >= last.end) kept.push({ voice: of, start, end });
    else if (start === last.start && end === last.end && of.conceptId !== null)
      kept[kept.length - 1] = { voice: of, start, end };
  }
  return kept;
}

let states: NameFinder<string> | null = null;

/** The states a text names, where: `north-korea`. */
export function statesIn(
  text: string,
): readonly { readonly of: string; readonly start: number; readonly end: number }[] {
  states ??= nameFinder(
    Object.entries(STATES).flatMap(([of, names]) =>
      names.map((name) => ({ text: name, language: languageOfName(name), isPerson: false, of })),
    ),
  );
  const kept: { readonly of: string; readonly start: number; readonly end: number }[] = [];
  for (const state of states(text).found) if (state.start >= (kept.at(-1)?.end ?? 0)) kept.push(state);
  return kept;
}
