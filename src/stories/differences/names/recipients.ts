import type { Language } from '../../../domain/time.ts';
import { countryNamed } from '../../../text/names/countries.ts';
import { isKoreanFullName } from '../../../text/names/korean-surnames.ts';
import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { type Named, namedAt, relateNames } from './names.ts';
import type { Office } from './offices.ts';

/** Who was given something. */
export interface Recipient extends Claim {
  readonly kind: 'recipient';
  readonly named: Named;
  /** Others are given it, too: to Captain Palm and nurse Ida Brandt. */
  readonly isOneOfSeveral: boolean;
  /** What stands before the verb, where who gives is told; in Korean anybody is. */
  readonly before: string;
  /** Stems of what was given, in the account's language; empty: not told apart. */
  readonly thing: ReadonlySet<string>;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const RANKS = 'General|Lieutenant|Major|Colonel|Captain|Admiral|Marshal|Professor|Dr|Mr|Mrs|Ms|Sir|Lady';
const NAME = "\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s\\p{Lu}[\\p{L}’'-]{1,20}){0,3}";
const EN_TO = new RegExp(
  `\\sto\\s(?:the\\s|an?\\s|his\\s|her\\s)?(?:(?:${RANKS}|\\p{Ll}{3,14})\\.?\\s){0,2}(${NAME})`,
  'gu',
);
const EN_DIRECT = new RegExp(
  `^\\s(?:(?:the|its|his|her)\\s)?(?:\\p{Ll}+\\s){0,2}?(?:(?:General|Colonel|Captain|Admiral|Marshal|Professor|Dr|Mr|Mrs|Ms|Sir)\\.?\\s)?(${NAME})\\s(?:with|an?|the|his|her|its)\\s`,
  'u',
);
const APPOSED = new RegExp(`^(?:\\s\\p{Ll}+){1,3},\\s(${NAME})`, 'u');
const EN_GIVING =
  /^(?:hand|hands|handed|handing|give|gave|given|giving|present|presents|presented|presenting|award|awards|awarded|donated|passed|presentation|handover)$/u;

const RU_GIVING =
  /^(?:переда(?:л|ла|ли|ло|н|на|ны|но|ёт|ет|ст)|вручи(?:л|ла|ли)|вручен[аыо]?|вручён|подари(?:л|ла|ли)|подарен[аыо]?|преподн(?:ёс|ес|есла|если))$/u;
const RU_RANKED =
  /(?<!\p{L})(?:генерал(?:-\p{L}+)?у|полковнику|капитану|адмиралу|маршалу|профессору|ветерану|вдове|коллеге|тренеру)\s(?:\p{Ll}+\s)?((?:\p{Lu}[\p{L}-]{1,20}\s?){1,4})/gu;
const RU_NAME = /(?<=\s)((?:\p{Lu}[\p{L}-]{1,20}\s){1,3}\p{Lu}[\p{L}-]{0,20}[уюе])(?=[\s,.;]|$)/gu;

/** Where a prize is awarded a given name in the dative tells whom to, whatever the surname: вручили Артёму Бойко. */
const RU_AWARD = /(?<!\p{L})(?:приз|преми|наград|медал|орден|куб(?:ок|ка)|гран-при|диплом|грамот)/iu;
const RU_GIVEN = /(?<=\s)(\p{Lu}\p{Ll}{1,20}[уюе]\s\p{Lu}[\p{L}-]{1,20})(?=[\s,.;]|$)/gu;

/** Right behind the verb stands whom it is given to: подарил Софье Крамер. */
const RU_ADJACENT = /^\s(\p{Lu}\p{Ll}{1,20}[уюеи]\s\p{Lu}[\p{L}-]{1,20})(?=[\s,.;]|$)/u;

/** Persons (에게, 께), and bodies by what they are (총리실에). */
const KO_TO =
  /([가-힣]{2,6})(?:에게|께)(?=\s)|([가-힣]{1,8}(?:실|청|협회|위원회|재단|대사관|의회|국회|병원|박물관|미술관|학교|대학|도서관))에(?=\s)/gu;
/** Before an office that says itself what it is of, a word with a particle is no part of it: 서명은 국회의장에게. */
const LONG_OFFICE = 4;
const PARTICLE = /[은는이가을를의]$/u;
const KO_TITLE =
  /^(?:.{0,4}(?:장관|대통령|총리|위원장|대사|대장|장군|중장|소장|대령|사령관|시장|지사|군수|관장|교수|회장|의장|국방상|외무상|여사|감독|선수|씨))$/u;

/** Behind a recipient: a second one, by name. */
const AND_OTHERS: Readonly<Record<Language, RegExp>> = {
  en: /^,?\s(?:and|as well as)\s(?:to\s)?(?:(?:the|his|her|its)\s)?(?:\p{Ll}+\s){0,3}\p{Lu}/u,
  ru: /^,?\s(?:и|а также)\s(?:\p{Ll}+\s){0,3}\p{Lu}/u,
  ko: /^\s?(?:\p{L}{1,6})?[와과]\s/u,
};

/** Who gives also, or at the same occasion, has given to somebody before. */
const ALSO =
  /\b(?:also|too|as well|likewise|same (?:ceremony|day|evening))\b|(?<!\p{L})(?:также|тоже)(?!\p{L})|또한|역시/iu;

/**
 * Who was given what, where the passage names the person.
 *
 * @param officesOf finds those of a passage; asked only where something is given
 */
export function recipientsIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
): readonly Recipient[] {
  const giving = passage.tokens.find(({ event, low }) => event === 'give' && isGiving(low, passage.language));
  if (!giving) return [];
  const clause = clauseAt(passage, giving.start);
  const offices = passage.language === 'ko' ? [] : officesOf(passage);
  const span =
    passage.language === 'ko'
      ? korean(passage.text, giving.start)
      : passage.language === 'ru'
        ? russian(passage, giving.end, offices)
        : english(passage, giving.end, offices);
  if (!clause || !span) return [];
  const named = namedAt(passage, span.start, span.end);
  const between = passage.tokens.filter(
    ({ start, term, isCapital }) =>
      term !== null &&
      start !== giving.start &&
      (start < span.start || start > span.end) &&
      (!isCapital || isThing(passage.text, start, giving, span)),
  );
  const thing = new Set(between.flatMap(({ term }) => (term === null ? [] : [term])));
  return [
    {
      kind: 'recipient',
      passage,
      clause,
      slot: 'recipient:give',
      subject: subjectOf(passage, giving.start, giving.end, span),
      value: named.text,
      background: passage.background,
      named,
      isOneOfSeveral:
        (AND_OTHERS[passage.language]?.test(passage.text.slice(span.end)) ?? false) ||
        ALSO.test(passage.text),
      before: passage.language === 'ko' ? '' : passage.text.slice(0, giving.start),
      thing,
    },
  ];
}

/**
 * A name between the verb and whom it is given to is that of a thing: presented the Order of Merit to; before "presented it" it
 * may be.
 */
const isThing = (text: string, at: number, giving: Span, recipient: Span): boolean =>
  (at > giving.end && at < recipient.start) ||
  (at < giving.start && /^\sit\sto\s/u.test(text.slice(giving.end)));

function isGiving(low: string, language: string): boolean {
  if (language === 'ko') return true;
  return (language === 'ru' ? RU_GIVING : EN_GIVING).test(low);
}

/** What is given, in the words of an English account; else only that something is. */
function subjectOf({ language, tokens }: Passage, start: number, end: number, recipient: Span): string {
  if (language !== 'en') return 'given to';
  const behind = tokens.filter(
    (token) => token.start >= end && token.end <= recipient.start && token.term !== null,
  );
  const ahead = tokens.filter((token) => token.end <= start && token.term !== null).slice(-1);
  const noun = behind.length > 0 ? behind.slice(0, 2) : ahead;
  const words = noun.map(({ low }) => low).join(' ');
  return words === '' ? 'given to' : `${words} given to`;
}

function english({ text }: Passage, from: number, offices: readonly Office[]): Span | null {
  const rest = text.slice(from, from + 160);
  const direct = EN_DIRECT.exec(rest);
  if (direct?.[1]) {
    const at = from + direct[0].indexOf(direct[1]);
    return { start: at, end: at + direct[1].length };
  }
  const to = rest.search(/\sto\s/u);
  if (to < 0) return null;
  const office = offices.find(({ start, name }) => name && start >= from + to && start < from + to + 60);
  const plain = [...rest.slice(to).matchAll(EN_TO)][0];
  const named = plain?.[1] && /^\p{Lu}/u.test(plain[1]) && plain.index <= 1 ? plain : null;
  if (office?.name) return office.name;
  if (!named?.[1]) return null;
  const end = from + to + named.index + named[0].length;
  if (countryNamed(named[1]) !== null) {
    // To his North Velmish counterpart, Ida Brandt: the name stands behind what the person is.
    const apposed = APPOSED.exec(text.slice(end));
    return apposed?.[1]
      ? { start: end + apposed[0].length - apposed[1].length, end: end + apposed[0].length }
      : null;
  }
  const at = end - named[1].length;
  return { start: at, end: at + named[1].replace(/[’']s$/u, '').length };
}

function russian({ text }: Passage, from: number, offices: readonly Office[]): Span | null {
  const until = from + 140;
  const office = offices.find(
    ({ start, text: words, name }) =>
      name && start >= from && start < until && /(?:у|ю|е)(?:\s|$)/u.test(`${words} `),
  );
  if (office?.name) return office.name;
  const rest = text.slice(from, until);
  const adjacent = RU_ADJACENT.exec(rest)?.[1];
  if (adjacent !== undefined) return { start: from + 1, end: from + 1 + adjacent.length };
  for (const pattern of RU_AWARD.test(text) ? [RU_RANKED, RU_NAME, RU_GIVEN] : [RU_RANKED, RU_NAME]) {
    const match = [...rest.matchAll(pattern)][0];
    const name = match?.[1]?.trim();
    if (match && name !== undefined) {
      const start = from + match.index + match[0].indexOf(name);
      return { start, end: start + name.length };
    }
  }
  return null;
}

function korean(text: string, until: number): Span | null {
  for (const { 0: whole, 1: word = '', 2: body, index } of text.slice(0, until).matchAll(KO_TO)) {
    if (body !== undefined) return { start: index, end: index + body.length };
    if (!KO_TITLE.test(word) && isKoreanFullName(word))
      return { start: index, end: index + whole.length - (whole.endsWith('에게') ? 2 : 1) };
    const before = /((?:[가-힣]{1,6}\s){0,1}[가-힣]{2,6})\s$/u.exec(
      text.slice(Math.max(0, index - 16), index),
    )?.[1];
    if (before === undefined) return null;
    const last = before.split(' ').at(-1) ?? '';
    // 배움초 하늘솔 교사에게: of a calling that no table knows only a name that looks like one is taken.
    if (!isKoreanFullName(last) && !KO_TITLE.test(word)) return null;
    const isOther = word.length >= LONG_OFFICE && PARTICLE.test(last);
    const name = isOther ? word : isKoreanFullName(last) ? last : before;
    const start = text.lastIndexOf(name, index);
    return { start, end: start + name.length };
  }
  return null;
}

/** Whether two accounts tell of one gift, and how surely. */
export function alignRecipients(a: Recipient, b: Recipient, weigh: (key: string) => number): number {
  if (a.background || b.background || a.clause.planned !== b.clause.planned) return 0;
  const sameLanguage = a.passage.language === b.passage.language;
  if (sameLanguage && ![...a.thing].some((term) => b.thing.has(term))) return 0;
  let shared = 0;
  for (const key of a.passage.keys) if (key !== 'event:give' && b.passage.keys.has(key)) shared += weigh(key);
  if (shared > 0 && relateNames(a.named, b.named) === 'same') return 1;
  return shared / (sameLanguage ? 2 : 1.3);
}

/** Who is given a thing by one account gives it in the other. */
const passesOn = ({ before }: Recipient, { named }: Recipient): boolean => {
  const surname = named.text.split(' ').at(-1) ?? named.text;
  return surname.length > 3 && before.includes(surname.slice(0, -1));
};

/** How two recipients go together; another spelling of a name is told where names are. */
export function relateRecipients(a: Recipient, b: Recipient): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  if (relation === 'differs' && (a.isOneOfSeveral || b.isOneOfSeveral || passesOn(a, b) || passesOn(b, a)))
    return null;
  return relation === 'spelling' ? 'same' : relation;
}
