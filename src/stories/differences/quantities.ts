import type { Language } from '../../domain/time.ts';
import type { Bound } from '../../text/number-words.ts';
import { type NumberFound, numbersIn } from '../../text/numbers.ts';
import { unitOf } from '../../text/units.ts';
import type { Claim } from './claim.ts';
import { PEOPLE, thingOf } from './counted-things.ts';
import { eventLabel, TOLLS } from './event-words.ts';
import { type Clause, clauseAt, type Passage } from './passages.ts';
import type { Token } from './tokens.ts';

/** How many, or how much, of what. */
export interface Quantity extends Claim {
  readonly kind: 'number';
  /** In the unit's own measure: metres, tonnes, people. */
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** The thing counted: `thing:ship`, `en:barrel`; null: not said, or people in general. */
  readonly head: string | null;
  /** It counts people by what happened to them. */
  readonly isToll: boolean;
  /** All figures of its sentence. */
  readonly beside: readonly { readonly unit: string; readonly low: number }[];
  /** What happens to it; null: nothing that is known. */
  readonly predicate: string | null;
  /** Of a measure: length, height…; null: not said. */
  readonly dimension: string | null;
  /** It is a part of a number told elsewhere, an addition to it, or so many for each: never compared. */
  readonly isPart: boolean;
}

/** The quantities of a passage. Parts of a whole, increments, rates, ages, years, clock times and ordinals are none. */
export function quantitiesIn(passage: Passage): readonly Quantity[] {
  const { text, language, dates } = passage;
  const numbers = numbersIn(text, language).filter(
    ({ start, end }) => !dates.some((date) => date.start < end && start < date.end),
  );
  const found = numbers.flatMap((number) => {
    const clause = clauseAt(passage, number.start);
    if (!clause || isOther(text, number, language)) return [];
    const counted = countedBy(text, number, clause, language);
    if (counted === null) return [];
    if (counted.unit === 'people' && !Number.isInteger(number.low)) return [];
    if (counted.unit === 'metre' && FROM_THERE.test(text.slice(number.end, number.end + 26))) return [];
    return [
      {
        ...quantity(passage, clause, number, numbers, counted),
        isPart: isPart(text, number, clause, language),
        unit: counted.unit,
      },
    ];
  });
  const beside = found.map(({ unit, low }) => ({ unit, low }));
  return found.map(({ unit, ...rest }) => ({ ...rest, beside }));
}

/** What is measured of a thing, in the three languages. */
const DIMENSIONS: readonly (readonly [string, RegExp])[] = [
  ['width', /\bwide|\bwidth|ширин|폭|너비/iu],
  ['depth', /\bdeep|\bdepth|глубин|깊이|수심/iu],
  ['height', /\bhigh\b|\bheight|\btall|\baltitude|высот|높이|고도/iu],
  ['length', /\blong\b|\blength|длин|протяж|길이/iu],
  ['distance', /\bflew|\bdistance|\bapart\b|расстоян|пролете|날아|비행|거리/iu],
  ['weight', /\bweigh|\bheavy|вес(?:ом|ит|а)?(?!\p{L})|무게/iu],
  ['speed', /\bspeed|\bper hour|скорост|시속/iu],
];

const dimensionOf = (clause: string): string | null =>
  DIMENSIONS.find(([, words]) => words.test(clause))?.[0] ?? null;

interface Counted {
  /** `metre`, `money:dollar`, `people`, or the thing itself. */
  readonly unit: string;
  readonly factor: number;
  readonly label: string;
  readonly head: string | null;
}

function quantity(
  passage: Passage,
  clause: Clause,
  number: NumberFound,
  all: readonly NumberFound[],
  counted: Counted,
): Omit<Quantity, 'isPart' | 'beside'> {
  const ofPeople = counted.unit === 'people';
  const predicate =
    predicateOf(number, all, clause, passage.language, ofPeople) ??
    (ofPeople ? carriedOn(passage, clause) : null);
  const isToll =
    counted.unit === 'people' && predicate !== null && TOLLS.has(predicate) && !SCOPED.test(passage.text);
  return {
    kind: 'number',
    passage,
    clause,
    slot: isToll ? `number:${predicate}` : `number:${counted.unit}`,
    subject: isToll ? eventLabel(predicate) : counted.label,
    value: shown(passage.text, number, counted),
    background: passage.background,
    low: number.low * counted.factor,
    high: number.high * counted.factor,
    bound: number.bound,
    isToll,
    head: predicate === 'attend' && counted.head === 'thing:visitor' ? null : counted.head,
    predicate,
    dimension: dimensionOf(passage.text.slice(clause.start, clause.end)),
  };
}

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: 'about ',
  least: 'at least ',
  more: 'more than ',
  most: 'up to ',
  less: 'less than ',
};

/** In the reader's digits, with the unit as it is measured in. */
function shown(text: string, { low, high, bound, end }: NumberFound, { unit, label }: Counted): string {
  const [size, large] = low >= 1e9 ? [1e9, ' billion'] : low >= 1e6 ? [1e6, ' million'] : [1, ''];
  const measured = unit === 'people' || unit.startsWith('thing:') || unit.includes('=');
  const written =
    [...new Set([low, high])].map((value) => (value / size).toLocaleString('en-US')).join('–') + large;
  const sign = unit === 'percent' ? '%' : measured ? '' : ` ${label}`;
  return `${BOUND_WORDS[bound]}${written}${sign && text[end] === '%' ? '%' : sign}`;
}

const TIME_BEHIND =
  /^(?:\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|o'clock|bst|est|edt|hours)(?![\p{L}])|\s?시(?!간|민|내|장)|\s?часов\s(?:утра|вечера|дня)|\s?:)/iu;
const TIME_BEFORE = /(?:(?:오전|오후|새벽|밤)\s?\d{0,2}\s?시?\s?|\d시\s?|(?<!\p{L})в\s\d{1,2}[.:]?)$/u;
const AGE =
  /^(?:\s?[-\s]\s?year\s?[-\s]\s?old|\s?years old|-летн|\s?лет(?:\sот роду)?(?=[,)])|\s?살|\s?세(?!\p{L})|\)\s*(?:씨|군))/iu;
const AGED = /(?:\baged\s|\bage of\s|\bage\s|(?<!\p{L})возраст\p{L}{0,3}\s|\p{Lu}\p{Ll}+,\s|\()$/u;
const LABEL_BEFORE =
  /(?:\b(?:no|nr|article|chapter|route|flight|page|room|phase|type|boeing|airbus|apollo|top|highway|interstate|section|level|magnitude(?: of)?)\.?\s|№\s?|제\s?|#|규모\s?|магнитуд\p{L}{0,4}\s)$/iu;
/** "Eight days ago" is a date. */
const SINCE =
  /^\s\p{L}{3,10}\s(?:ago|earlier|later|before|after|old|назад|спустя|раньше)(?!\p{L})|^\s?\p{L}{1,2}\s?(?:전에?|후에?|만에|뒤)(?!\p{L})/iu;
/** "50 miles north of Detroit" tells where something is, and what, the grammar would have to say. */
const FROM_THERE =
  /^\s?\p{L}{1,10}\s(?:(?:to the )?(?:north|south|east|west)\w*|from|away|off|outside|inland|к (?:северу|югу|западу|востоку)|от|떨어진)(?!\p{L})/iu;
const YEAR = (value: number): boolean => Number.isInteger(value) && value >= 1700 && value <= 2100;

/** Numbers that count nothing: clock times, ages, years, names of things. */
function isOther(text: string, { start, end, low, bound }: NumberFound, language: Language): boolean {
  const behind = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 16), start);
  if (/^,\s\d{3}(?!\d)/u.test(behind) || /\d[,.]\s$/u.test(before)) return true; // a number torn apart
  if (SINCE.test(behind)) return true;
  if (TIME_BEHIND.test(behind) || TIME_BEFORE.test(before) || AGE.test(behind) || LABEL_BEFORE.test(before))
    return true;
  if (AGED.test(before) && /^[,)]|^$/u.test(behind)) return true;
  if (language === 'ko' && /^\s?년(?!간)/u.test(behind)) return true;
  return (
    YEAR(low) &&
    bound === 'exact' &&
    /^\d{4}$/u.test(text.slice(start, end)) &&
    !/^\s?(?:[%€$]|명|people|человек)/u.test(behind)
  );
}

const PART_BEFORE: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:(?:including|among|of (?:them|whom|these|those)|another|further|other|additional|extra)\s(?:\w+\s)?(?:\w+\s)?|(?:of (?:the|his|her|its|their)|\d of|each|per|every|first|second|next|last|remaining|from|between|one in)\s)$/iu,
  ru: /(?<!\p{L})(?:из них|из которых|в том числе|среди (?:них|погибших|пострадавших)|включая|ещё|еще|другие|других|остальные|по|первые|последние|каждые|от)\s(?:\p{L}+\s){0,1}$/iu,
  ko: /(?:이 가운데|이 중|그중|그 중|이중|가운데|중에서|중|포함해?|추가로?|각각|각|나머지|다른|이 밖에|또)\s?(?:\p{L}+\s){0,1}$/u,
};
const PART_AFTER: Readonly<Record<Language, RegExp>> = {
  en: /^(?:\s\p{L}+){0,1}\s(?:of (?:the|them|whom|these|those|its|his|her|their)|more|others?|another|further|additional|each|per|apiece|in (?:five|ten|three|four)|out of)\b/iu,
  ru: /^(?:\s\p{L}+){0,1}\s(?:из (?:них|которых|пострадавших|погибших)|каждый|каждая|других|больше|из\s\d)/iu,
  ko: /^\s?(?:명|대|척|곳|개|건)?(?:씩|\s?더\s)/u,
};

/** A count over a time of its own is not the count of the event. */
const SCOPED =
  /\b(?:since|over (?:the )?(?:\w+ )?(?:nights?|days|weeks|months|years|course|past|last)|throughout|to date|so far this)\b|(?<!\p{L})(?:с начала|за (?:последн|прошедш|весь|все|год|месяц|недел|сутки))|동안|이후/iu;

/** A part of a number told elsewhere, an addition to it, or so many for each. */
function isPart(text: string, { start, end }: NumberFound, clause: Clause, language: Language): boolean {
  const before = text.slice(Math.max(clause.start, start - 40, 0), start);
  return (
    (PART_BEFORE[language]?.test(before) ?? false) ||
    (PART_AFTER[language]?.test(text.slice(end, end + 30)) ?? false)
  );
}

/** What the number counts or measures; null: nothing that can be compared. */
function countedBy(
  text: string,
  { start, end, unit }: NumberFound,
  clause: Clause,
  language: Language,
): Counted | null {
  if (unit !== null) return { unit, factor: 1, label: `${unit}s`, head: null };
  const sign = /[$€£¥₩₽]\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].trim();
  const money = sign ? unitOf(sign) : null;
  if (money) return { unit: money.id, factor: money.factor, label: money.label, head: null };
  if (/^\s?[%％]/u.test(text.slice(end, end + 2)))
    return { unit: 'percent', factor: 1, label: '%', head: null };
  return language === 'ko' ? koreanCounted(text, start, end, clause) : spacedCounted(end, clause, language);
}

/** The words behind the number that may be its noun: adjectives stand before it. */
const NOUN_WITHIN = 4;

function spacedCounted(end: number, clause: Clause, language: Language): Counted | null {
  const behind = clause.tokens.filter((token) => token.start >= end).slice(0, NOUN_WITHIN);
  const [first, second] = behind;
  if (!first) return people(null);
  if (/^(?:square|кв|квадратн|cubic|кубич|кубомет)/u.test(first.low)) {
    const side = second ? unitOf(second.low) : null;
    if (!side) return null;
    const solid = /^cub|^куб/u.test(first.low);
    return {
      unit: solid ? 'volume' : 'area',
      factor: side.factor ** (solid ? 3 : 2),
      label: solid ? 'cubic metres' : 'square metres',
      head: null,
    };
  }
  const unit = unitOf(first.low);
  if (unit) return { unit: unit.id, factor: unit.factor, label: unit.label, head: null };
  const noun: Token[] = [];
  for (const token of behind) {
    if (token.term === null || (token.event !== null && token.thing === null)) break;
    noun.push(token);
    if (token.thing !== null) break;
  }
  const thing = noun.find((token) => token.thing !== null);
  if (thing?.thing) return counted(thing.thing, thing.text);
  const head =
    language === 'ru'
      ? noun.find(({ low }) => !/(?:ых|их|ый|ий|ой|ая|ые|ие)$/u.test(low))
      : noun.findLast(({ low }) => low.endsWith('s'));
  if (head?.term)
    return { unit: `${language}=${head.term}`, factor: 1, label: head.low, head: `${language}:${head.term}` };
  return noun.length === 0 ? people(null) : null;
}

function koreanCounted(text: string, start: number, end: number, clause: Clause): Counted | null {
  const behind = /^\s?여?\s?(\p{Script=Hangul}{1,6}|[a-zA-Z㎞㎡㎏㎝]{1,4})/u.exec(
    text.slice(end, end + 12),
  )?.[1];
  if (behind === undefined) return null;
  for (let length = Math.min(behind.length, 4); length > 0; length -= 1) {
    const word = behind.slice(0, length);
    if (!/^[가-힣]$/u.test(word) || length === behind.length || COUNTER_END.test(behind.slice(length))) {
      const unit = unitOf(word.toLowerCase());
      if (unit) return { unit: unit.id, factor: unit.factor, label: unit.label, head: null };
      const thing = thingOf(word);
      if (thing) {
        const noun = clause.tokens.findLast((token) => token.end <= start);
        const near =
          noun && /^\s?(?:약|최소|최대|모두|총)?\s?$/u.test(text.slice(noun.end, start)) ? noun.thing : null;
        return counted(near ?? thing, near ? (noun?.text ?? word) : word);
      }
    }
  }
  return null;
}

const COUNTER_END =
  /^(?:이|가|을|를|은|는|의|에|도|로|과|와|쯤|가량|정도|이상|여|만|씩|으로|에서|에게|이다|이며|다)/u;

const counted = (thing: string, label: string): Counted =>
  PEOPLE.has(thing)
    ? { ...people(thing === 'person' ? null : `thing:${thing}`), label }
    : { unit: `thing:${thing}`, factor: 1, label, head: `thing:${thing}` };

/** A number without a noun counts people, if anything: "14 were injured". */
const people = (head: string | null): Counted => ({ unit: 'people', factor: 1, label: 'people', head });

/** How far from a number the word may stand that says what happened. */
const REACH = 48;

/**
 * The event word of the clause that is nearest to the number, with no other number in between; of people, what is counted happens to them
 * wherever it stands. In Korean the verb follows.
 */
function predicateOf(
  number: NumberFound,
  all: readonly NumberFound[],
  clause: Clause,
  language: Language,
  ofPeople: boolean,
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { event, start, end } of clause.tokens) {
    if (event === null || event === 'say') continue;
    const [from, to] = start >= number.end ? [number.end, start] : [end, number.start];
    if (to - from > REACH || all.some((other) => other !== number && other.start >= from && other.end <= to))
      continue;
    const against = start >= number.start ? 0 : language === 'ko' ? 8 : 1;
    const distance = to - from + against + (ofPeople && !TOLLS.has(event) ? 1000 : 0);
    if (distance < least) [best, least] = [event, distance];
  }
  return ofPeople && best === 'visit' ? 'attend' : best;
}

/** "Twelve were killed in Karsk and five in Dolna": what happened is not said again. */
function carriedOn({ text, clauses }: Passage, clause: Clause): string | null {
  if (!/^\s?(?:and|и|а)\s/iu.test(text.slice(clause.start, clause.start + 5))) return null;
  const before = clauses[clauses.indexOf(clause) - 1];
  return before?.tokens.find(({ event }) => event !== null && TOLLS.has(event))?.event ?? null;
}
