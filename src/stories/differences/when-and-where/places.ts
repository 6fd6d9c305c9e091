import type { Claim } from '../claim.ts';
import { type Named, namedAt } from '../names/names.ts';
import { type EventId, eventLabel } from '../sentences/event-words.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { eventTold } from '../sentences/subjects.ts';
import { isTitled } from '../sentences/tokens.ts';
import { barePlacesIn, IN_ONE_TOWN } from './bare-places.ts';
import { BARE, ENGLISH_SORTS, KOREAN_SORTS, RUSSIAN_SORTS } from './place-words.ts';

/** Where something took place. */
export interface Locality extends Claim {
  readonly kind: 'place';
  readonly named: Named;
  /** What kind of place it is: `port`, `square`; only places of one kind are held against each other. */
  readonly sort: string;
  readonly event: EventId;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

const NAME = "\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]{1,20}){0,3}";
/** on Lantern Square; at Lindholm hospital */
const EN_TYPED = new RegExp(
  `\\b(?:in|at|on|near|to|off|reached)\\s(?:the\\s)?(?:\\p{Ll}+\\s)?(${NAME})(?:\\s(\\p{Ll}{3,10}))?`,
  'gu',
);
/** the port of Hwagang; an alley called the Alley of Friends is named by its name */
const EN_OF = new RegExp(
  `\\b(?:in|at|on|near|to|off|reached)\\s(?:the\\s)?(?:\\p{L}+\\s)?(\\p{Ll}{3,10})\\sof\\s(${NAME})`,
  'gu',
);
/** на площади Согласия, в порт Хваган */
const RU_TYPED =
  /(?<!\p{L})(?:в|на|у|во|близ|около)\s(?:\p{Ll}+\s)?(\p{Ll}{3,12})\s«?(\p{Lu}[\p{L}-]{2,20}(?:\s\p{Lu}[\p{L}-]{2,20})?)/gu;
const KO_TYPED = /([가-힣]{2,10}?)(?:에서|에|으로|로)(?=\s|$)/gu;

/** A village is a town: of where one meets, an account names it with or without its kind. */
const TOWNS: ReadonlySet<string> = new Set(['village', 'town']);

const NEARBY = /(?:\b(?:near|off)|(?<!\p{L})(?:у|близ|около))\s(?:\p{Ll}+\s){0,4}$/iu;

/** The places of a passage at which an event took place, and that say what kind of place they are. */
export function placesIn(passage: Passage, known: ReadonlySet<string>): readonly Locality[] {
  const typed = found(passage);
  const bare = barePlacesIn(passage)
    .filter(({ start, end }) => !typed.some((one) => one.start < end && start < one.end))
    .map(({ start, end }) => ({ start, end, sort: BARE }));
  return [...typed, ...bare].flatMap(({ start, end, sort: told }) => {
    const clause = clauseAt(passage, start);
    const event =
      clause && eventTold(clause, nearestEvent(passage, clause.tokens, start, end), passage.language);
    if (!clause || !event || (told === BARE && !IN_ONE_TOWN.has(event))) return [];
    const isTown = TOWNS.has(told) && IN_ONE_TOWN.has(event) && !NEARBY.test(passage.text.slice(0, start));
    const sort = isTown ? BARE : told;
    const named = namedAt(passage, start, end);
    return [
      {
        kind: 'place' as const,
        passage,
        clause,
        slot: `place:${sort}`,
        subject: `place: ${eventLabel(event)}`,
        value: named.text,
        background: passage.background,
        named,
        sort,
        event,
        known,
      },
    ];
  });
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sort: string;
}

function found({ text, language, at, tokens }: Passage): readonly Found[] {
  if (at === 0 && language === 'en' && isTitled(tokens)) return [];
  if (language === 'en') return inEnglish(text);
  if (language === 'ru') {
    return Array.from(text.matchAll(RU_TYPED), (match) => {
      const [whole, noun = '', name = ''] = match;
      const start = match.index + whole.length - name.length;
      return {
        start,
        end: start + name.length,
        sort: RUSSIAN_SORTS.find(([pattern]) => pattern.test(noun))?.[1] ?? '',
      };
    }).filter(({ sort }) => sort !== '');
  }
  if (language !== 'ko') return [];
  return Array.from(text.matchAll(KO_TYPED), ({ 1: name = '', index }) => {
    const sort =
      KOREAN_SORTS.find(([ending]) => name.endsWith(ending) && name.length > ending.length + 1)?.[1] ?? '';
    return { start: index, end: index + name.length, sort };
  }).filter(({ sort }) => TELLING_IN_KOREAN.has(sort));
}

/** One syllable at the end of a Korean word tells little; these kinds are told surely enough. */
const TELLING_IN_KOREAN = new Set([
  'street',
  'square',
  'port',
  'airport',
  'museum',
  'park',
  'hospital',
  'hotel',
  'hall',
  'university',
  'mine',
  'base',
]);

function inEnglish(text: string): readonly Found[] {
  const all: Found[] = [];
  for (const match of text.matchAll(EN_OF)) {
    const [whole, noun = '', name = ''] = match;
    const sort = ENGLISH_SORTS.get(noun);
    const start = match.index + whole.length - name.length;
    if (sort) all.push({ start, end: start + name.length, sort });
  }
  for (const match of text.matchAll(EN_TYPED)) {
    const { 0: whole, 1: name = '', 2: noun = '' } = match;
    const start = match.index + whole.indexOf(name, 3);
    if (all.some((one) => one.start < start + name.length && start < one.end)) continue;
    const own = name.split(' ').at(-1)?.toLowerCase() ?? '';
    const sort = name.includes(' ')
      ? (ENGLISH_SORTS.get(own) ?? ENGLISH_SORTS.get(noun))
      : ENGLISH_SORTS.get(noun);
    if (sort) all.push({ start, end: start + name.length, sort });
  }
  return all;
}

function nearestEvent(
  { language }: Passage,
  tokens: Passage['tokens'],
  start: number,
  end: number,
): EventId | null {
  let best: EventId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const token of tokens) {
    if (token.event === null || token.event === 'say' || (token.start >= start && token.end <= end)) continue;
    if (language === 'ko' && token.start < end) continue;
    const distance = token.start >= end ? token.start - end : start - token.end;
    if (distance < least) [best, least] = [token.event, distance];
  }
  return best;
}
