import type { Language } from '../../../domain/time.ts';
import { standalone } from '../../../text/fold.ts';
import { romanise, soundOf } from '../../../text/names/sound.ts';
import { termOf, words } from '../../../text/words.ts';
import { thingOf } from './counted-things.ts';
import { type EventId, eventOf } from './event-words.ts';
import { type MatterId, matterOf } from './matters.ts';

/** A word of a passage with what it may stand for. */
export interface Token extends Meaning {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a word may stand for, wherever it stands. */
interface Meaning {
  readonly low: string;
  /** Its stem; null: a stop word or a number. */
  readonly term: string | null;
  readonly event: EventId | null;
  readonly thing: string | null;
  readonly matter: MatterId | null;
  readonly isCapital: boolean;
  /** What sentences share that speak of the same, whatever their language: stem, thing, event. */
  readonly keys: readonly string[];
  /** The key of its sound, by which a name is met again in another script; null: no name, or too short to tell. */
  readonly name: string | null;
}

/** Words kept per language before the memory starts anew. */
const MEMORY = 30_000;
/** Longer words are not kept. */
const LONGEST_KEPT = 40;
const memory = new Map<Language, Map<string, Meaning>>();

/** The words of a sentence, read. */
export function tokensOf(text: string, language: Language): readonly Token[] {
  let known = memory.get(language);
  if (!known) {
    known = new Map();
    memory.set(language, known);
  }
  const read = known;
  return words(text, language).map(({ text: word, start }) => ({
    ...meaningOf(word, language, read),
    text: word,
    start,
    end: start + word.length,
  }));
}

function meaningOf(word: string, language: Language, known: Map<string, Meaning>): Meaning {
  const found = known.get(word);
  if (found) return found;
  if (known.size >= MEMORY) known.clear();
  const meaning = analyse(standalone(word), language);
  if (word.length <= LONGEST_KEPT) known.set(standalone(word), meaning);
  return meaning;
}

/** A sound of fewer consonants is everywhere; of more, the first tell enough, whatever the case ending. */
const TELLING_SOUND = 3;
const SOUND = 5;

function analyse(word: string, language: Language): Meaning {
  const low = word.toLowerCase();
  const term = termOf(word, language);
  const event = eventOf(low);
  const thing = thingOf(low);
  const matter = thing === null ? matterOf(low) : null;
  const keys: string[] = [];
  if (term !== null) keys.push(`${language}:${term}`);
  if (thing !== null) keys.push(`thing:${thing}`);
  if (matter !== null) keys.push(`matter:${matter}`);
  if (event !== null && event !== 'say') keys.push(`event:${event}`);
  const mayName = term !== null && (language === 'ko' || /^\p{Lu}\p{Ll}/u.test(word));
  const plain = language === 'ko' ? (term ?? word) : withoutCase(word);
  const sound = mayName ? soundOf(plain) : '';
  return {
    low,
    term,
    event,
    thing,
    matter,
    isCapital: /^\p{Lu}/u.test(word),
    keys,
    name: nameKey(mayName, plain, sound),
  };
}

/** Endings of Russian cases; what is left of a short name still tells it. */
const CASE = /(?<=\p{Script=Cyrillic}{3})(?:ого|ому|ием|ым|ом|ем|ой|ою|ей|ию|ия|ии|у|ю|а|я|е|ы|и|й|ь)$/iu;

/** A name without the ending of its Russian case; any other as it is. */
export const withoutCase = (name: string): string => name.replace(CASE, '');

/** Hwagang has too few consonants for its sound to tell it, and is known by its letters. */
function nameKey(mayName: boolean, word: string, sound: string): string | null {
  if (sound.length >= TELLING_SOUND) return `name:${sound.slice(0, SOUND)}`;
  const letters = mayName ? romanise(word) : '';
  return letters.length >= 4 ? `name:${letters}` : null;
}

/** The share of words with a capital above which a line is set in capitals, and shows no names by them. */
const TITLED = 0.7;

/** Whether a line is set in capitals, as English headlines are. */
export const isTitled = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ isCapital }) => isCapital).length > tokens.length * TITLED;
