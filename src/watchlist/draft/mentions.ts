import type { Language } from '../../domain/time.ts';
import { cut } from '../../text/characters.ts';
import { countryNamed } from '../../text/countries.ts';
import { fold } from '../../text/fold.ts';
import { koreanProperNames } from '../../text/korean-proper-names.ts';
import { type ProperName, properNames } from '../../text/proper-names.ts';
import { sentences } from '../../text/sentences.ts';
import { stem } from '../../text/stem.ts';
import { hanNames } from './han-names.ts';

/** A document a topic is drafted from. */
export interface DraftDocument {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

/** A name at a place of a document. */
export interface Mention extends ProperName {
  /** The same for all inflected forms of one spelling, and for all names of a country. */
  readonly key: string;
  readonly language: Language;
  /** Which document, from 0. */
  readonly document: number;
  /** Which sentence of all the documents. */
  readonly sentence: number;
  /** Written as where something is: "in Kursk". */
  readonly located: boolean;
}

/** The names of all documents in order, and how many sentences there are. */
export function mentionsIn(documents: readonly DraftDocument[]): readonly Mention[] {
  const small = new Set(documents.flatMap(({ text }) => cut(text, READ).match(IN_SMALL) ?? []));
  const wholes = documents.map(({ title, text }) =>
    title === '' ? cut(text, READ) : `${title}\n\n${cut(text, READ)}`,
  );
  // What is a name shows in texts without capitals and spaces only where they are held side by side.
  const han = hanNames(wholes.map((whole, at) => (isHan(documents[at]) ? whole : '')));
  let sentencesBefore = 0;
  return documents.flatMap(({ language }, document) => {
    const whole = wholes[document] ?? '';
    const ends = sentences(whole).map(({ end }) => end);
    const base = sentencesBefore;
    sentencesBefore += ends.length;
    const found = isHan({ language })
      ? (han[document] ?? [])
      : language === 'ko'
        ? koreanProperNames(whole)
        : properNames(whole, language, small);
    return completed(found, whole).map((name) => ({
      ...name,
      key: keyOf(name.text, language),
      language,
      document,
      sentence: base + ends.findIndex((end) => end >= name.end),
      located: LOCATED.test(whole.slice(Math.max(0, name.start - 16), name.start)),
    }));
  });
}

const isHan = (document: Pick<DraftDocument, 'language'> | undefined): boolean =>
  document?.language === 'ja' || document?.language === 'zh';

/** "No Gwansuk" at the beginning of a sentence is he too where he is named elsewhere: a first word is no article then. */
function completed(found: readonly ProperName[], text: string): readonly ProperName[] {
  const full = [...new Set(found.map((name) => name.text))].filter((name) => name.includes(' '));
  const byLastWord = Map.groupBy(full, (name) => name.slice(name.lastIndexOf(' ') + 1));
  return found.map((name) => {
    const before = text.slice(Math.max(0, name.end - LONGEST_NAME), name.end);
    const longer = byLastWord.get(name.text)?.find((one) => before.endsWith(one));
    return longer === undefined ? name : { ...name, text: longer, start: name.end - longer.length };
  });
}

const LONGEST_NAME = 100;
/** News says early whom it is about; it also bounds the work on a text of 10 MB. In UTF-16 units. */
const READ = 20_000;

const IN_SMALL = /(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}’'-]*/gu;

const LOCATED = /(?<!\p{L})(?:in|at|near|outside|в|во|под|около|возле)\s(?:the\s|города\s)?$/iu;

/** What places are called besides their name: Kursk Region, Курская область. */
export const PLACE_WORD =
  /(?<=^|[\s\p{Pd}])(?:region|oblast|province|county|district|area|област\p{L}*|кра[йяею]м?|район\p{L}*)$/iu;

/** What all inflected forms of a name have in common; of a country, what all its names have. */
function keyOf(name: string, language: Language): string {
  const country = countryNamed(name);
  if (country) return `country:${country.code}`;
  const all = name.split(/[\s\p{Pd}]+/u).filter((word) => word !== '');
  const words = all.length > 1 && PLACE_WORD.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
  return words.map((word) => (language === 'ru' ? stem(word, 'ru') : fold(word))).join(' ');
}
