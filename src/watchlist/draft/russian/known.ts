import { mayBeNominative, nameStem } from '../../../text/russian-endings.ts';
import { nominativeOf } from '../../../text/russian-nominative.ts';
import { stem } from '../../../text/stem.ts';

/** What documents show of Russian names by other places than the one that is looked at. */
export interface KnownNames {
  /** Stems of words that have a capital within a sentence. */
  readonly within: ReadonlySet<string>;
  /** Names of two words and more, and those of them that are met in the nominative, by their stems. */
  readonly whole: ReadonlySet<string>;
  readonly nominative: ReadonlySet<string>;
  /** Whether a form of the word stands in small letters. */
  readonly isSmall: (word: string) => boolean;
  /** Whether words stand by themselves as a name within a sentence. */
  readonly isAlone: (words: readonly string[]) => boolean;
  /** Whether a word is the nominative of the name that stands by itself in these forms, as far as they tell. */
  readonly isNominative: (word: string) => boolean;
}

/** The words of a name. */
export const wordsOf = (name: string): readonly string[] => name.split(/\s+/u);

/** What all cases of a name have in common. */
export const stemsOf = (words: readonly string[]): string => words.map(nameStem).join(' ');

/**
 * @param names of all texts
 * @param small stems of the words these have in small letters, as `smallWords` gives them
 */
export function knownNames(
  names: readonly { readonly text: string; readonly opens: boolean }[],
  small: ReadonlySet<string>,
): KnownNames {
  const alone = new Map<string, Map<string, number>>();
  const within = new Set<string>();
  const whole = new Set<string>();
  const nominative = new Set<string>();
  for (const { text, opens } of names) {
    const words = wordsOf(text);
    const key = stemsOf(words);
    for (const word of opens ? words.slice(1) : words) within.add(nameStem(word));
    if (words.length > 1) {
      whole.add(key);
      if (mayBeNominative(words)) nominative.add(key);
    } else if (!opens) {
      const forms = alone.get(key) ?? new Map<string, number>();
      alone.set(key, forms.set(text, (forms.get(text) ?? 0) + 1));
    }
  }
  return {
    within,
    whole,
    nominative,
    isSmall: (word) => small.has(stem(word, 'ru')),
    isAlone: (words) => alone.has(stemsOf(words)),
    isNominative: (word) =>
      mayBeNominative([word]) && isNominativeOf(word, alone.get(nameStem(word)) ?? new Map([[word, 1]])),
  };
}

const IN_SMALL = /(?<!\p{L})\p{Ll}{4,}/gu;

/** The stems of the words that texts have in small letters. */
export function smallWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.match(IN_SMALL) ?? []).map((word) => stem(word, 'ru')));
}

/** Whether it is a surname’s or a place’s does not show. */
const isNominativeOf = (word: string, forms: ReadonlyMap<string, number>): boolean =>
  [true, false].some((isPerson) => nominativeOf(forms, isPerson) === word);
