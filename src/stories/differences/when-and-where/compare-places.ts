import type { Language } from '../../../domain/time.ts';
import { fold } from '../../../text/fold.ts';
import { soundOf } from '../../../text/names/sound.ts';
import { stem } from '../../../text/stem.ts';
import { type Named, relateNames, speaksOf } from '../names/names.ts';
import { sharedWeight } from '../pairing.ts';
import type { Passage } from '../sentences/passages.ts';
import { BARE, ENGLISH_SORTS, KOREAN_SORTS } from './place-words.ts';
import type { Locality } from './places.ts';

/** Whether two places are the place of one event, and how surely. */
export function alignPlaces(a: Locality, b: Locality, weigh: (key: string) => number): number {
  if (a.event !== b.event || a.clause.planned !== b.clause.planned || a.background || b.background) return 0;
  if (areOfTwoDays(a.passage, b.passage)) return 0;
  const shared = sharedWeight(a, b, weigh, (key) => key === `event:${a.event}`);
  return shared / (a.sort === BARE ? 1.6 : 3);
}

/** One met on Tuesday here, and on Thursday there. */
function areOfTwoDays(a: Passage, b: Passage): boolean {
  const [mine, theirs] = [a, b].map(({ keys }) => [...keys].filter((key) => key.startsWith('day:')));
  return Boolean(mine?.length && theirs?.length) && !mine?.some((day) => theirs?.includes(day));
}

/**
 * How two places of one kind go together. A name that is translated shares words with the other, or is not told apart from it.
 */
export function relatePlaces(a: Locality, b: Locality): 'same' | 'differs' | null {
  const relation = relateNames(bare(a), bare(b));
  if (relation === 'same' || relation === 'spelling') return 'same';
  if (relation === null || (a.named.concept === null && b.named.concept === null && mayTranslate(a, b)))
    return null;
  if (sharesWords(a, b)) return 'same';
  if (a.sort === BARE && (isWrittenIn(a, b) || isWrittenIn(b, a))) return null;
  return speaksOf(b.known, bare(a)) || speaksOf(a.known, bare(b)) ? null : 'differs';
}

/**
 * Whether the account of another claim has a name anywhere, in whatever case; of another script that cannot be told of a short
 * sound.
 */
function isWrittenIn({ value, passage }: Locality, { passage: other }: Locality): boolean {
  if (passage.language !== other.language) return soundOf(value).length < TELLING_SOUND;
  const beginning = value.slice(0, Math.max(2, value.length - 2));
  return other.account.title.includes(beginning) || other.account.text.includes(beginning);
}

const TELLING_SOUND = 3;

/** The name without the kind of place: Lantern Square, 화강항. */
function bare({ named, sort, passage }: Locality): Named {
  const { text } = named;
  if (passage.language === 'ko') {
    const ending = KOREAN_SORTS.find(([one, id]) => id === sort && text.endsWith(one))?.[0] ?? '';
    return { ...named, text: text.slice(0, text.length - ending.length) };
  }
  const words = text.split(' ');
  const isKind = (word: string | undefined) => ENGLISH_SORTS.has((word ?? '').toLowerCase());
  const plain = (isKind(words.at(-1)) ? words.slice(0, -1) : isKind(words[0]) ? words.slice(1) : words).join(
    ' ',
  );
  return plain === '' ? named : { ...named, text: plain };
}

/** Names of ports and towns are carried over by their sound; names of squares and halls are translated. */
function mayTranslate(a: Locality, b: Locality): boolean {
  return a.passage.language !== b.passage.language && !CARRIED_OVER.has(a.sort);
}

const CARRIED_OVER = new Set([BARE, 'port', 'airport', 'village', 'town', 'county']);

function sharesWords(a: Locality, b: Locality): boolean {
  const mine = stems(a.value, a.passage.language);
  return [...stems(b.value, b.passage.language)].some((word) => mine.has(word));
}

const stems = (name: string, language: Language): ReadonlySet<string> =>
  new Set(
    name
      .split(/[\s-]+/u)
      .map((word) => stem(fold(word.replace(/[’']s?$/u, '')), language))
      .filter(
        (word) =>
          word.length > 2 &&
          !ENGLISH_SORTS.has(word) &&
          !/^(?:street|squar|avenu|alley|hospit|museum|univers|palac|villag)$/u.test(word),
      ),
  );
