import type { Language } from '../../../domain/time.ts';
import { countryNamed } from '../../../text/countries.ts';
import type { EventId } from '../sentences/event-words.ts';
import type { Passage } from '../sentences/passages.ts';

/** A place that is named by its name alone: in Karsk. */
export interface BarePlace {
  readonly start: number;
  readonly end: number;
}

/** Events that take place in one town at a time. Of fires and arrests one account names the town and another one the county. */
export const IN_ONE_TOWN: ReadonlySet<EventId> = new Set([
  'meet',
  'sign',
  'arrive',
  'hold',
  'open',
  'begin',
  'launch',
  'evacuate',
]);

const NAME = "\\p{Lu}[\\p{L}’'-]{2,20}";
const PATTERNS: Partial<Record<Language, RegExp>> = {
  en: new RegExp(`\\b(?:[Ii]n|[Aa]t|to|into)\\s(${NAME})(?!(?:[’']s?)|[\\p{L}-]|\\s\\p{Lu})`, 'gu'),
  ru: new RegExp(
    `(?<!\\p{L})(?:[Вв]|[Вв]о)\\s(${NAME})(?![\\p{L}-]|\\s\\p{Lu}|\\s(?:области|районе|крае|округе))`,
    'gu',
  ),
};

/** What stands before these is where somebody comes to, and no meeting or ceremony: 화강에 도착, 원동을 방문. */
const KO_ARRIVING = /(?<!\p{L})([가-힣]{2,6})(?:에|을|를)\s(?:도착|입항|입국|방문)/gu;

/**
 * The towns a passage names behind "in", without a word for what they are. States are none; in Korean, where 에서 stands behind
 * whatever something happens at, only places of the topic are, and where somebody arrives.
 */
export function barePlacesIn({ text, language, dates, tokens, mentions }: Passage): readonly BarePlace[] {
  if (language === 'ko') {
    const known = mentions.filter(
      ({ concept, end }) => concept.kind === 'place' && /^에서?\s/u.test(text.slice(end, end + 4)),
    );
    const reached = Array.from(text.matchAll(KO_ARRIVING), ({ 1: name = '', index }) => ({
      start: index,
      end: index + name.length,
    }));
    return [...known, ...reached.filter((one) => !known.some(({ start }) => start === one.start))];
  }
  const pattern = PATTERNS[language];
  if (!pattern) return [];
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.length - name.length;
    const end = start + name.length;
    const isDate = dates.some((date) => date.start < end && start < date.end);
    const word = tokens.find((token) => token.start === start);
    const isWord = !word || (word.event ?? word.thing ?? word.matter) !== null || /^\p{Lu}+$/u.test(name);
    return isDate || isWord || countryNamed(name) !== null ? [] : [{ start, end }];
  });
}
