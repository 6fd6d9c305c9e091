import type { SoleClaim } from '../../domain/comparison.ts';
import type { Language } from '../../domain/time.ts';
import { cut } from '../../text/characters.ts';
import { datesIn } from '../../text/dates.ts';
import { numbersIn } from '../../text/numbers.ts';
import { quotationsIn } from './quotations.ts';
import { type Figure, figure, type Statement, termsOf } from './told.ts';

/** Something a sentence claims that can be checked: words of somebody, a number, something done by somebody named. */
export interface Candidate {
  readonly kind: SoleClaim['kind'];
  /** In a few words. */
  readonly text: string;
  readonly statement: Statement;
  /** What must not be told elsewhere in other words. */
  readonly terms: ReadonlySet<string>;
  /** The number it is about; null: none. */
  readonly figure: Figure | null;
  /** Who says or does it, where a name shows; null: none does. */
  readonly name: string | null;
}

/** What one sentence claims, the most telling first: a quotation hides no number. */
export function candidatesIn(statement: Statement, language: Language): readonly Candidate[] {
  return [...quoted(statement, language), ...numbered(statement, language), ...done(statement)];
}

function quoted(statement: Statement, language: Language): readonly Candidate[] {
  return quotationsIn(statement.text)
    .slice(0, 2)
    .map(({ text, start, end }) => {
      const around = `${statement.text.slice(0, start)} ${statement.text.slice(end)}`;
      return {
        kind: 'quote',
        text: inFewWords(text),
        statement,
        terms: termsOf(text, language),
        figure: null,
        name: nameIn(around),
      };
    });
}

/** A smaller number without a unit is everywhere. */
const TELLING_NUMBER = 10;
/** Behind a number: days, hours and years of a calendar or a clock, which are no counts. */
const DATED =
  /^\s?(?:일|시|분|월|년|초|세|GMT|UTC|a\.m|p\.m|am(?!\p{L})|pm(?!\p{L})|час|год|лет|o['’]clock|in the (?:morning|afternoon|evening))/u;

function numbered(statement: Statement, language: Language): readonly Candidate[] {
  const { text, terms } = statement;
  const dates = datesIn(text, language, { day: 0, certain: false });
  const isDated = (start: number, end: number): boolean =>
    DATED.test(text.slice(end, end + 16)) || dates.some((date) => date.start < end && start < date.end);
  return numbersIn(text, language)
    .filter(
      ({ low, high, bound, start, end }) =>
        low === high && bound === 'exact' && !isYear(low) && !isDated(start, end),
    )
    .map(({ low, start, end }) => ({ start, end, figure: figure(low, text, end) }))
    .filter(
      ({ figure: { value, unit } }) => (value >= TELLING_NUMBER || unit !== null) && !SPANS.has(unit ?? ''),
    )
    .filter(({ start, end }) => !TOLL.test(clauseAround(text, start, end)))
    .slice(0, 3)
    .map(({ start, end, figure }) => ({
      kind: 'number',
      text: clauseAround(text, start, end),
      statement,
      terms,
      figure,
      name: null,
    }));
}

/** Lengths of time are told in many ways: 18 months, a year and a half. */
const SPANS: ReadonlySet<string> = new Set(['day', 'hour']);
/** The dead and the hurt are compared by what they are; 8 killed and 15 injured are another's 23 casualties. */
const TOLL =
  /(?<!\p{L})(?:killed|dead|died|deaths?|injured|wounded|hurt|casualties|missing|victims)(?!\p{L})|погиб|пострада|ранен|жертв|пропал|사망|부상|숨지|숨졌|다쳤|다친|다쳐|실종|사상/iu;
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1_800 && value <= 2_100;

/** Sentences that guess, quote the many, or look ahead are no deeds. */
const VAGUE =
  /(?<!\p{L})(?:may|might|could|would|analysts?|experts?|observers?|critics|some|many|expected|likely|remains|seems?|reportedly|officials|эксперт\p{Ll}*|аналитик\p{Ll}*|наблюдател\p{Ll}*|возможно|вероятно|ожида\p{Ll}*|может|могут)(?!\p{L})|전문가|관측|전망|예상|것으로 보인다|분위기/u;
/** Words of a sentence that tells of something done. */
const DEED_TERMS = 7;

function done(statement: Statement): readonly Candidate[] {
  const name = nameIn(statement.text);
  if (name === null || statement.terms.size < DEED_TERMS || VAGUE.test(statement.text)) return [];
  return [
    { kind: 'deed', text: inFewWords(statement.text), statement, terms: statement.terms, figure: null, name },
  ];
}

/** The first name of two words or more that is no beginning of a sentence; null: none. Korean names do not show. */
function nameIn(text: string): string | null {
  const [name] =
    /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{Ll}\p{M}’-]{1,30}(?: \p{Lu}[\p{Ll}\p{M}’-]{1,30}){1,3}/u.exec(text) ?? [];
  return name ?? null;
}

const FEW = 14;
const CHARACTERS = 110;

function inFewWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  const few = words.slice(0, FEW).join(' ');
  const kept = cut(few, CHARACTERS);
  return kept.length < text.trim().length ? `${kept.replace(/[,;:–—-]$/u, '')}…` : kept;
}

/** The clause a number stands in. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const from =
    Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), before.lastIndexOf(' — '), -1) + 1;
  const stop = text.slice(end).search(/[,;](?!\d)|\s—\s/u);
  return inFewWords(text.slice(from, stop < 0 ? text.length : end + stop).trim());
}
