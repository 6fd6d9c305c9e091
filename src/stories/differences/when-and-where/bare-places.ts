import type { Language } from '../../../domain/time.ts';
import { countryNamed } from '../../../text/names/countries.ts';
import type { EventId } from '../sentences/event-words.ts';
import type { Passage } from '../sentences/passages.ts';
import type { Token } from '../sentences/tokens.ts';

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

/** Where something takes place, soon before the verb that says so: 카르스크에서 열린다. */
const KO_HELD =
  /(?<!\p{L})([가-힣]{2,5})에서 (?:\S{1,8} ){0,2}(?:열[린렸리]|개최|서명|체결|만[나났난]|회담|치러)/gu;
/** No town by its end: a hall, a hotel, a square, a meeting. */
const KO_NO_TOWN = /(?:장|관|실|식|회|당|원|석|역|항|궁|텔|곳|앞|뒤|안|밖|국|부|청|전|후|날|중|내|서)$/u;

/** What stands before these is where somebody comes to, and no meeting or ceremony: 화강에 도착, 원동을 방문. */
const KO_ARRIVING = /(?<!\p{L})([가-힣]{2,6})(?:에|을|를)\s(?:도착|입항|입국|방문)/gu;

const isTown = (name: string, token: Token | undefined): boolean =>
  !KO_NO_TOWN.test(name) &&
  countryNamed(name) === null &&
  (token?.event ?? token?.thing ?? token?.matter ?? null) === null;

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
    const held = Array.from(text.matchAll(KO_HELD), ({ 1: name = '', index }) => ({
      start: index,
      end: index + name.length,
    })).filter(({ start, end }) =>
      isTown(
        text.slice(start, end),
        tokens.find((token) => token.start === start),
      ),
    );
    return [
      ...known,
      ...[...reached, ...held].filter((one) => !known.some(({ start }) => start === one.start)),
    ];
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
