import { countryNamed } from '../../../text/names/countries.ts';
import { isNoName, kindOfWord } from '../../../text/names/kinds.ts';
import type { Passage } from '../sentences/passages.ts';
import type { Office } from './offices.ts';

/** Somebody a passage names: his name alone, and with the office he holds. */
export interface Person {
  readonly start: number;
  readonly end: number;
  readonly name: { readonly start: number; readonly end: number };
}

const FULL_NAME = /(?<![\p{L}’'-])\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]+){1,2}/gu;

/**
 * Who is named in a passage, in order: who holds an office, and whoever else is named in full, as far as capitals tell; in Korean
 * the first alone.
 */
export function peopleOf({ text, language }: Passage, offices: readonly Office[]): readonly Person[] {
  const held = offices.flatMap(({ start, end, name }) =>
    name ? [{ start: Math.min(start, name.start), end: Math.max(end, name.end), name }] : [],
  );
  if (language === 'ko') return held;
  const plain = Array.from(text.matchAll(FULL_NAME), ({ 0: name, index }) => {
    const place = { start: index + titleOf(name).length, end: index + name.length };
    return { ...place, start: index, name: place };
  }).filter(({ start, end }) => !held.some((one) => one.start < end && start < one.end));
  return [...held, ...plain].toSorted((a, b) => a.start - b.start);
}

const TITLE =
  /^(?:(?:Mayor|Governor|General|Colonel|Captain|Major|Admiral|Lieutenant|Sergeant|Envoy|Ambassador|Minister|President|Premier|Deputy|Senator|Judge|Justice|Professor|Doctor|Dr|Mr|Mrs|Ms|Sir|Lady|Lord|King|Queen|Prince|Princess|Bishop|Director|Chairman|Chief|Inspector|Coach|Генерал|Полковник|Капитан|Адмирал|Профессор)\s)+/u;

/** What stands before a name with a capital, and is none of it: Mayor Greta Sollis. */
export const titleOf = (name: string): string => TITLE.exec(name)?.[0] ?? '';

/** Whether a word of a name says that it is none of a person: Ellory Bay, Ministry of Trade. */
export const isOfNoPerson = (name: string): boolean =>
  countryNamed(name) !== null ||
  name.split(' ').some((word) => isNoName(word) || kindOfWord(word) !== null || /^\p{Lu}{2,}$/u.test(word));
