/** Whether a state does something in a title or a lead, and is no mere place. */

import { ENGLISH_FIELDS } from '../english/body-words.ts';
import { sameName } from '../same-name.ts';
import type { Token } from '../tokens.ts';
import type { statesIn } from '../voice-finder.ts';

/** Nouns that make a place an actor: Velmark's troops, премьер Тосана, учения Тосана, 토산 총리. */
const ENGLISH_ACTORS =
  /^(?:government|president|premier|minister|ministers|leader|leaders|king|queen|army|navy|troops|soldiers|forces|military|sappers|sailors|workers|ships|diplomats|delegation|delegations|envoy|ambassador|parliament|scientists|guests|general|officers|fleet|drones|jets|aircraft|warships|rescuers|counterpart)$/u;
const RUSSIAN_ACTORS =
  /^(?:правительств|президент|премьер|министр|глав|лидер|король|арми|флот|войск|солдат|военн|пограничник|сил[аы]?$|сапёр|сапер|моряк|рабоч|корабл|делегаци|посол|посл|посольств|парламент|власт|учён|учен|гост|генерал|офицер|лётчик|парти|спасател|столиц|учени[яй]|манёвр|переговор)/u;
const KOREAN_ACTORS =
  /^(?:정부|대통령|총리|수상|외무상|국방상|외교장관|국방장관|장관|위원장|군대|군인|군|병사|공병|대표단|대사|선박|함정|학자|주석)/u;

const PLACING = new Set(
  'in at near off outside across over around inside throughout from toward towards into within under'.split(
    ' ',
  ),
);
const PLACING_RU = new Set(
  'в во на из под у около близ возле через над вокруг по юге севере востоке западе берегу берегах'.split(' '),
);
const DIRECTION = /^(?:the|northern|southern|eastern|western|central|north|south|east|west)$/u;
const VERB_LIKE =
  /^(?:to|will|would|has|have|had|is|are|was|were|may|can|sign|agree|plan|say|and|begin|start|open|hold|meet|[a-z]{3,}s|[a-z]{3,}ed)$/u;
const VERB_LIKE_RU = /(?:[еиюя]т|[аеия]л[аио]?|[шч][её]л|шли|лся|лась|лись|ется|ятся|и)$/u;

/** To say that others did something, or to look on, is not to take part in it. */
const SAYING =
  /^(?:says|said|reports|reported|claims|claimed|watches|watched|condemns|condemned|criticises|criticised|criticizes|criticized|fears|believes|сообщ\p{Ll}*|заяв\p{Ll}*|утвержда\p{Ll}*|расска\p{Ll}*|счита\p{Ll}*|след[ия]т|наблюда\p{Ll}*|осуди\p{Ll}*|осужда\p{Ll}*)$/u;

/** A title or one of the first sentences, read once for all who may act in it. */
export interface Lead {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly states: ReturnType<typeof statesIn>;
}

/**
 * Whether a title or a lead has a state act: it, its government, its soldiers or its guests do something there. A place where
 * something merely happens (a flood in Velmark) is no actor.
 *
 * @param state an id of states.ts, or a name as a body bears it
 */
export function isActor({ tokens, states }: Lead, state: string, isId: boolean): boolean {
  const places = isId ? states.filter(({ of }) => of === state) : [];
  if (isId && places.length === 0) return false;
  const isNamed = ({ text, start, end }: Token): boolean =>
    isId
      ? places.some((place) => place.end > start && place.end <= end + 1)
      : /^[\p{Lu}\p{Script=Hangul}]|^\p{Ll}+ск/u.test(text) && sameName(withoutParticle(text), state);
  return tokens.some((token, at) => isNamed(token) && acts(tokens, at));
}

/** A Korean word without the particle that shows its part in the sentence. */
export const withoutParticle = (word: string): string =>
  word.replace(/(?<=\p{Script=Hangul}{2})(?:은|는|이|가|과|와|의|에|도|서|에서)$/u, '');

function acts(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  if (/\p{Script=Hangul}/u.test(text)) return actsInKorean(tokens, at);
  return /\p{Script=Cyrillic}/u.test(text) ? actsInRussian(tokens, at) : actsInEnglish(tokens, at);
}

function actsInEnglish(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (DIRECTION.test(tokens[before]?.lower ?? '')) before -= 1;
  const previous = tokens[before]?.lower ?? '';
  if (PLACING.has(previous)) return false;
  if (previous === 'of') return ENGLISH_ACTORS.test(tokens[before - 1]?.lower ?? '');
  let after = at + 1;
  while (
    /^'s$|^\p{Lu}/u.test(tokens[after]?.text.replace('’', "'") ?? '') &&
    after - at < 3 &&
    !ENGLISH_ACTORS.test(tokens[after]?.lower ?? '')
  )
    after += 1;
  while (Object.hasOwn(ENGLISH_FIELDS, tokens[after]?.lower ?? '') && after - at < 5) after += 1;
  const next = tokens[after]?.lower ?? '';
  if (ENGLISH_ACTORS.test(next)) return true;
  if (previous === 'and' && before > 0 && /^\p{Lu}/u.test(tokens[before - 1]?.text ?? ''))
    return before === 1 || actsInEnglish(tokens, before - 1);
  return before < 0 && after === at + 1 && VERB_LIKE.test(next) && !SAYING.test(next);
}

function actsInRussian(tokens: readonly Token[], at: number): boolean {
  const previous = tokens[at - 1]?.lower ?? '';
  if (PLACING_RU.has(previous)) return false;
  if (tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => RUSSIAN_ACTORS.test(lower))) return true;
  const next = tokens[at + 1]?.lower ?? '';
  if (RUSSIAN_ACTORS.test(next)) return true;
  if (previous === 'и' && at > 1) return actsInRussian(tokens, at - 2);
  return at === 0 && VERB_LIKE_RU.test(next) && !SAYING.test(next);
}

function actsInKorean(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {};
  const next = tokens[at + 1]?.text ?? '';
  if (/(?:이|가|은|는|과|와)$/u.test(text) && text !== withoutParticle(text)) return true;
  if (KOREAN_ACTORS.test(next)) return true;
  return at === 0 && /^[,·]$/u.test(next);
}
