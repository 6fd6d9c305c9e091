/** What a sentence claims that can be checked. */

import type { SoleClaim } from '../../domain/comparison.ts';
import type { Language } from '../../domain/time.ts';
import { cut } from '../../text/characters.ts';
import { clauseAround, countsIn } from './counts.ts';
import { quotationsIn } from './quotations.ts';
import { speakerOf } from './speakers.ts';
import { type Figure, type Statement, termsOf } from './told.ts';

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
  /** What the number makes with others of its sentence: 212 passengers and 31 crew are another's 243 people. */
  readonly sums: readonly number[];
  /** Who says the words, where the sentence tells; null: it does not, or they are no words of anybody. */
  readonly speaker: string | null;
  /** Who says or does it, where a name shows; null: none does. */
  readonly name: string | null;
}

/** What a sentence claims, by kind, the most telling first: a quotation hides no number. */
export const CANDIDATES: readonly ((statement: Statement, language: Language) => readonly Candidate[])[] = [
  quoted,
  numbered,
  done,
];

const MARKED = /["“„«‘「『]/u;
/** Words of fewer terms that nobody known has said tell nothing of the event: I was just so scared. */
const QUOTED_TERMS = 3;

function quoted(statement: Statement, language: Language): readonly Candidate[] {
  if (!MARKED.test(statement.text)) return [];
  return quotationsIn(statement.text)
    .slice(0, 2)
    .map(({ text, start, end }): Candidate => {
      const around = `${statement.text.slice(0, start)} ${statement.text.slice(end)}`;
      return {
        kind: 'quote',
        text: inFewWords(text),
        statement,
        terms: termsOf(text, language),
        figure: null,
        sums: [],
        speaker: speakerOf(statement.text, { start, end }, language),
        name: nameIn(around),
      };
    })
    .filter(({ speaker, terms }) => speaker !== null || terms.size >= QUOTED_TERMS);
}

function numbered(statement: Statement, language: Language): readonly Candidate[] {
  const { text, terms } = statement;
  return countsIn(statement, language).map(({ figure, sums, start, end }) => ({
    kind: 'number',
    text: inFewWords(clauseAround(text, start, end)),
    statement,
    terms,
    figure,
    sums,
    speaker: null,
    name: null,
  }));
}

/** Sentences that guess, quote the many, or look ahead are no deeds. */
const VAGUE =
  /["“”«»„`!?]|''|(?<!\p{L})(?:I|we|you|our|your|well|it's|it'll|may|might|could|would|analysts?|experts?|observers?|critics|some|many|expected|likely|remains|seems?|reportedly|officials|эксперт\p{Ll}*|аналитик\p{Ll}*|наблюдател\p{Ll}*|возможно|вероятно|ожида\p{Ll}*|может|могут)(?!\p{L})|전문가|관측|전망|예상|것으로 보인다|분위기/u;
/** What was done in other years is background. */
const BEFORE =
  /(?<!\p{N})(?:19|20)\d\d(?!\p{N})|^(?:Then|While)(?!\p{L})|(?<!\p{L})(?:last (?:year|season)|years ago|прошл\p{Ll}+ год\p{Ll}*|лет назад)(?!\p{L})|지난해|작년|년 전/u;
/** Words of a sentence that tells of something done. */
const DEED_TERMS = 7;
const DEED_LENGTH = 220;

function done(statement: Statement): readonly Candidate[] {
  const name = nameIn(statement.text);
  const { text, terms } = statement;
  if (name === null || terms.size < DEED_TERMS || text.length > DEED_LENGTH) return [];
  if (VAGUE.test(text) || BEFORE.test(text)) return [];
  return [
    {
      kind: 'deed',
      text: inFewWords(statement.text),
      statement,
      terms: statement.terms,
      figure: null,
      sums: [],
      speaker: null,
      name,
    },
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
  return kept.length < text.trim().length
    ? `${kept.replace(/[,;:–—-]$/u, '')}…`
    : kept.replace(/[.。,;]$/u, '');
}
