import type { Language } from '../../../domain/time.ts';
import type { Mention } from '../../../text/names/concepts.ts';
import { isPlanned } from './modality.ts';
import { isTitled, type Token } from './tokens.ts';

/** A stretch between commas and conjunctions, in which a number and its verb, a date and what it dates stand together. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly planned: boolean;
  /** It looks back on another event: its sentence does, or it does so itself in one that tells of these days. */
  readonly background: boolean;
  /** What it speaks of, in forms that sentences share: stems, things, events, names by their sound, concepts. */
  readonly keys: ReadonlySet<string>;
}

/** Signs that part clauses; in Korean also the endings that tie one clause to the next (숨지고, 밝혔으며). */
const PARTING: Readonly<Record<Language, RegExp>> = {
  en: /[;:()“”"…]|,(?!\d)|\s[-–—]\s|\s(?=(?:and|but|while|when|as|after|that|who|which|where)\s)/gu,
  ru: /[;:()«»"…]|,(?!\d)|\s(?=(?:и|а|но|когда|что|который|пока)\s)/gu,
  ko: /[;:()“”"…]|,(?!\d)|(?<=\p{Script=Hangul}(?:고|며|면서|지만|는데|으나|돼|다고))\s/gu,
};
const PARTING_ELSE = /[;:()“”"…]|,(?!\d)/gu;

/** Parts a sentence into its clauses, none of which is background yet. */
export function clausesOf(
  text: string,
  language: Language,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): readonly Clause[] {
  const cuts = Array.from(text.matchAll(PARTING[language] ?? PARTING_ELSE), ({ index }) => index).filter(
    (index) => !isBetweenNames(text, index),
  );
  const titled = language !== 'ko' && isTitled(tokens);
  return [0, ...cuts].flatMap((start, number): Clause[] => {
    const end = cuts[number] ?? text.length;
    const inside = tokens.filter((token) => token.start >= start && token.start < end);
    if (inside.length === 0) return [];
    const named = mentions.filter((mention) => mention.start >= start && mention.start < end);
    const keys = new Set<string>();
    for (const token of inside) {
      for (const key of token.keys) keys.add(key);
      if (token.name !== null && !titled) keys.add(token.name);
    }
    for (const { concept } of named) keys.add(`concept:${concept.id}`);
    return [
      {
        start,
        end,
        tokens: inside,
        planned: isPlanned(text.slice(start, end), language),
        background: false,
        keys,
      },
    ];
  });
}

/** "Karsk and Dolna" is of one clause. */
const isBetweenNames = (text: string, index: number): boolean =>
  /^\s(?:and|и)\s\p{Lu}/u.test(text.slice(index, index + 8)) &&
  /\p{Lu}[\p{L}’'-]+$/u.test(text.slice(Math.max(0, index - 24), index));
