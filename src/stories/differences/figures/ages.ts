import { DAY, type Language } from '../../../domain/time.ts';
import { type Claim, momentOf, type Relation } from '../claim.ts';
import { type Named, namedAt, relateNames } from '../names/names.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';

/** How old a person is said to be. */
export interface Age extends Claim {
  readonly kind: 'number';
  readonly years: number;
  /** Given name and surname at least: relatives share a surname. */
  readonly person: Named;
}

const EN_NAME =
  /\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|van|von|al|bin)){0,3}\s\p{Lu}[\p{L}’'-]+/u.source;
const RU_NAME = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}/u.source;
const DIED = /(?:has |had |have )?(?:died|passed away|was killed)/u.source;

/**
 * A name with an age, in the forms in which obituaries and reports give it. What says how old somebody was at another time ("at
 * 23 he left", "aged 23 when") is not among them.
 */
const AGES: Partial<Record<Language, readonly RegExp[]>> = {
  en: [
    `(?<who>${EN_NAME}),\\s(?:who was\\s)?(?:aged\\s)?(?<age>\\d{1,3})(?=[,.;)]|$)(?!, when)`,
    `(?<who>${EN_NAME}) \\((?:aged )?(?<age>\\d{1,3})\\)`,
    `(?<who>${EN_NAME}),\\s(?:an?|the)\\s(?<age>\\d{1,3})-year-old`,
    `(?<age>\\d{1,3})-year-old\\s(?:(?!(?:and|of|who|in|at|on|from|near|outside|by|for|to|with|the)\\b)\\p{Ll}[\\p{L}-]*\\s){0,4}(?<who>${EN_NAME})(?![’']s)`,
    `(?<who>${EN_NAME})(?:, [^,.;]{3,60},)?\\s${DIED}\\s(?:[^.;,]{0,60}\\s)?(?:aged|at the age of|at age|at)\\s(?<age>\\d{2,3})(?=[,.;]|$)`,
    `(?<who>${EN_NAME}) (?:was|is) (?<age>\\d{1,3})(?: years old)?(?=[.;]|$)`,
  ].map((pattern) => new RegExp(pattern, 'gu')),
  ru: [
    `(?<![\\p{L}\\d])(?<age>\\d{1,3})-летн(?:ий|яя|его|ей|ему|им|юю)\\s(?:(?!и\\s)\\p{Ll}[\\p{L}-]*\\s){0,3}(?<who>${RU_NAME})`,
    `(?<who>${RU_NAME}),?\\s(?:скончал\\p{L}+|умер(?:ла)?|погиб(?:ла)?)\\s(?:[^.;,]{0,60}\\s)?в возрасте\\s(?<age>\\d{1,3})`,
    `(?<who>${RU_NAME}),\\s(?<age>\\d{1,3})\\s(?:лет|год|года)(?=[,.;)]|$)`,
  ].map((pattern) => new RegExp(pattern, 'gu')),
  ko: [
    /(?<![가-힣])(?<who>[가-힣]{3})\s?(?:씨|군|양|교수|선수|감독|작가|배우|회장|전 \p{L}{2,6})?\s?\((?:향년 )?(?<age>\d{1,3})세\)/gu,
    /(?<![가-힣])(?<who>[가-힣]{3})\s?(?:씨|군|양)\s?\((?<age>\d{1,3})\)/gu,
    /(?<![가-힣])(?<who>[가-힣]{3})\s?(?:씨|교수|감독|작가|배우|회장|전 \p{L}{2,6})(?:가|이)\s[^.,]{0,40}향년 (?<age>\d{1,3})세/gu,
  ],
};
const OLDEST = 120;

/** What no age does without, in one look: most sentences with digits have none of it. */
const MAY_AGE: Partial<Record<Language, RegExp>> = {
  en: /\d-year-old|, (?:who was |aged )*\d{1,3}(?:[,.;)]|$)|\((?:aged )?\d|\bage|\bat \d|\b(?:was|is) \d/u,
  ru: /\d-летн|возраст|, \d{1,3} (?:лет|год)/u,
  ko: /\d세|\(\d/u,
};

/** The ages a passage gives for people by name. */
export function agesIn(passage: Passage): readonly Age[] {
  if (!MAY_AGE[passage.language]?.test(passage.text)) return [];
  return (AGES[passage.language] ?? []).flatMap((pattern) =>
    Array.from(passage.text.matchAll(pattern)).flatMap((match): readonly Age[] => {
      const { who = '', age = '' } = match.groups ?? {};
      const start = passage.text.indexOf(who, match.index);
      const found = ageAt(passage, match.index, Number(age), namedAt(passage, start, start + who.length));
      return found ? [found] : [];
    }),
  );
}

/** An age that stands at a place of a passage; null: nobody is so old. */
export function ageAt(passage: Passage, at: number, years: number, person: Named): Age | null {
  const clause = clauseAt(passage, at);
  if (!clause || years === 0 || years > OLDEST) return null;
  return {
    kind: 'number',
    passage,
    clause,
    slot: 'number:age',
    subject: 'age',
    value: String(years),
    background: passage.background,
    years,
    person,
  };
}

/** Ages of one person are aligned by the name; looking back, people were younger. */
export function alignAges(a: Age, b: Age): number {
  if (a.background !== b.background || isOfCourt(a) !== isOfCourt(b)) return 0;
  return relateNames(a.person, b.person) === 'same' ? 1 : 0;
}

/** A trial comes years after the deed. */
const isOfCourt = ({ passage }: Age): boolean =>
  passage.keys.has('event:sentence') || /\bguilty\b|\btrial\b|(?<!\p{L})виновн|재판/iu.test(passage.text);

/** Years that the Korean way of counting adds: one is one year old when born, and a year older each New Year's Day. */
const KOREAN_YEARS = 2;

/** How two ages of one person go together. */
export function relateAges(a: Age, b: Age): Relation {
  const apart = Math.abs(a.years - b.years);
  if (apart === 0) return 'same';
  if ([a, b].some(({ passage }) => passage.language === 'ko') && apart <= KOREAN_YEARS) return null;
  return hasGrown(a, b) ? null : 'differs';
}

/** Accounts within this many days tell one age, but for a birthday that falls just there. */
const AT_ONE_TIME = 14;
/**
 * Whether the older age is told by the later account, and the time between them makes up for it: a trial is years after the
 * arrest.
 */
function hasGrown(a: Age, b: Age): boolean {
  const [younger, older] = a.years < b.years ? [a, b] : [b, a];
  const days = (momentOf(older) - momentOf(younger)) / DAY;
  return days > AT_ONE_TIME && older.years - younger.years <= Math.ceil(days / 365);
}
