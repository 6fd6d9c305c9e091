import type { Language } from '../../domain/time.ts';
import { cut } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';
import { countryNamed } from '../../text/names/countries.ts';
import { koreanProperNames } from '../../text/names/korean-proper-names.ts';
import { type ProperName, properNames } from '../../text/names/proper-names.ts';
import { nameStem } from '../../text/russian-endings.ts';
import { sentences } from '../../text/sentences.ts';
import { hanNames } from './han-names.ts';
import { russianNames } from './russian/names.ts';

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
  /** Its place shows that it stands in a case; false: it may be in the nominative. */
  readonly oblique: boolean;
}

/** The names of all documents in order, and how many sentences there are. */
export function mentionsIn(documents: readonly DraftDocument[]): readonly Mention[] {
  const small = new Set(documents.flatMap(({ text }) => cut(text, READ).match(IN_SMALL) ?? []));
  const wholes = documents.map(({ title, text }) =>
    title === '' ? cut(text, READ) : `${title}\n\n${cut(text, READ)}`,
  );
  const found = namesOf(documents, wholes, small);
  let sentencesBefore = 0;
  return documents.flatMap(({ language }, document) => {
    const whole = wholes[document] ?? '';
    const ends = sentences(whole).map(({ end }) => end);
    const base = sentencesBefore;
    sentencesBefore += ends.length;
    return completed(found[document] ?? [], whole).map((name) => ({
      oblique: false,
      ...name,
      key: keyOf(name.text, language),
      language,
      document,
      sentence: base + ends.findIndex((end) => end >= name.end),
      located: LOCATED.test(whole.slice(Math.max(0, name.start - 16), name.start)),
    }));
  });
}

/** The names of each document. What is one shows in Russian, Japanese and Chinese only where texts are held side by side. */
function namesOf(
  documents: readonly DraftDocument[],
  wholes: readonly string[],
  small: ReadonlySet<string>,
): readonly (readonly ProperName[])[] {
  const han = hanNames(wholes.map((whole, at) => (isHan(documents[at]) ? whole : '')));
  const alone = documents.map(({ language }, at): readonly ProperName[] => {
    const whole = wholes[at] ?? '';
    if (isHan({ language })) return han[at] ?? [];
    return language === 'ko' ? koreanProperNames(whole) : properNames(whole, language, small);
  });
  const isRussian = documents.map(({ language }) => language === 'ru');
  const russian = russianNames(
    alone.map((names, at) => ({ names: isRussian[at] ? names : [], text: wholes[at] ?? '' })),
  );
  return alone.map((names, at) => (isRussian[at] ? (russian[at] ?? []) : names));
}

const isHan = (document: Pick<DraftDocument, 'language'> | undefined): boolean =>
  document?.language === 'ja' || document?.language === 'zh';

/** "No Gwansuk" at the beginning of a sentence is he too where he is named elsewhere: a first word is no article then. */
function completed<Name extends ProperName>(found: readonly Name[], text: string): readonly Name[] {
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
  return words.map((word) => (language === 'ru' ? nameStem(word) : fold(word))).join(' ');
}
