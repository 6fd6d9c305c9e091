import type { Language } from '../domain/time.ts';
import { numbersIn } from '../text/numbers/numbers.ts';
import { sentences } from '../text/sentences.ts';
import { eachTerm } from '../text/words.ts';
import { figuresIn } from './grouping/anchors.ts';
import type { Told } from './grouping/terms.ts';
import { type Phase, phasesIn } from './phases.ts';

/** What a story has said so far. */
export interface Known {
  /** Whether at least half of its articles are in this language. */
  readonly inLanguage: (language: Language) => boolean;
  /** Who of those that told it is nearest to the article: other outlets, its own in its language, or itself before an edit. */
  readonly by: 'others' | 'outlet' | 'itself';
  /** Whether one of its articles holds this term: a word, a day, a number. */
  readonly has: (term: string) => boolean;
  /** What deeds have come to by the titles and leads of its articles: ended, failed, postponed. */
  readonly phases: ReadonlySet<Phase>;
  /** Whether one of its articles counts something by this number, or may. `behind`: the text after it, the thing first. */
  readonly counts: (number: number, behind: string) => boolean;
}

/** A shorter sentence is a cross-heading, a byline or a turn of phrase, unless it has a new number. */
const SENTENCE_TERMS = 7;
const WITH_NUMBER_TERMS = 4;
/** The share of its terms that the story must not have: with a new name or number among them, and without. */
const NEW_WITH_NAME = 0.6;
const NEW_WITHOUT = 0.8;
/** The share where its outlet has told of the story before, or something is counted anew, and how many terms at least. */
const NEW_IN_PART = 0.2;
const TERMS_IN_PART = 2;
/** What is read of an article, and told of it. */
const READ = 12_000;
const SENTENCES_READ = 60;
const SENTENCES_TOLD = 3;

/**
 * The sentences of an article that say something its story did not have, at most three, in their order; none: a retelling.
 *
 * A sentence is new when most of its terms stand in no article of the story, and a name or a number is among the new ones.
 * Retelling changes words, but seldom names and numbers: without this guard every paraphrase would be news. A sentence with next
 * to nothing known needs no name. A fifth of new words is enough where something is counted that no account counts, such as
 * arrests, and where an outlet tells of a story again, which has more to tell than it had: that the strike is over is said in the
 * words of the strike; there a new count alone is enough, and so it is in an edit, which mostly polishes words. Where most of the
 * story was told in other languages, words cannot be compared: there only a day or a number that no article had makes a sentence
 * new. And what a deed has come to is news in whatever words: talks that end are told in those of the talks that opened.
 */
export function newSentences({ title, text, language }: Told, known: Known): readonly string[] {
  const body = (text.startsWith(title) ? text.slice(title.length) : text).slice(0, READ);
  const isNew = known.inLanguage(language) ? isNewInWords : isNewInFigures;
  return sentences(body)
    .slice(0, SENTENCES_READ)
    .map(({ start, end }) => body.slice(start, end))
    .filter(
      (sentence, at) =>
        isNew(sentence, language, known) || (at < LEAD && comesFurther(sentence, language, known)),
    )
    .slice(0, SENTENCES_TOLD);
}

/** A deed that has come further is told at the top. */
const LEAD = 3;
/** Terms the story must have, to be of its deed. */
const KNOWN_TERMS = 2;

/** Whether it tells of the story's deed, and that it has ended, failed or been put off, which no account has told. */
function comesFurther(sentence: string, language: Language, known: Known): boolean {
  if (phasesIn(sentence, language).every((phase) => known.phases.has(phase))) return false;
  let [had, lacked] = [0, 0];
  eachTerm(sentence, language, { numbers: true }, (term) => {
    if (known.has(term)) had += 1;
    else lacked += 1;
  });
  return had >= KNOWN_TERMS && had >= lacked;
}

function isNewInWords(sentence: string, language: Language, known: Known): boolean {
  const terms = new Set<string>();
  const unknown = new Set<string>();
  let number = false;
  let name = false;
  let first = true;
  eachTerm(sentence, language, { numbers: true }, (term, word) => {
    terms.add(term);
    if (!known.has(term)) {
      unknown.add(term);
      number ||= /^\p{N}{2}/u.test(word);
      // The capital of a sentence's first word says nothing.
      name ||= !first && /^\p{Lu}/u.test(word);
    }
    first = false;
  });
  const counts = countsAnew(sentence, language, known);
  if (!counts && terms.size < (number ? WITH_NUMBER_TERMS : SENTENCE_TERMS)) return false;
  const share = unknown.size / terms.size;
  if (share >= (number || name ? NEW_WITH_NAME : NEW_WITHOUT)) return true;
  const inPart = unknown.size >= TERMS_IN_PART && share >= NEW_IN_PART;
  if (known.by === 'itself') return counts;
  return known.by === 'outlet' ? inPart || counts : inPart && counts;
}

/** Whether it counts something, exactly, by a number that no account has. */
function countsAnew(sentence: string, language: Language, known: Known): boolean {
  return numbersIn(sentence, language).some(
    ({ end, low, high, bound }) =>
      bound === 'exact' &&
      low === high &&
      !isYear(low) &&
      COUNTED.test(sentence.slice(end, end + BEHIND)) &&
      !known.counts(low, sentence.slice(end, end + BEHIND)),
  );
}

/** Where the counted thing stands, in UTF-16 units. */
export const BEHIND = 24;

const isYear = (number: number): boolean => number >= 1900 && number < 2100;
/** What is counted stands behind the number: no hour, no day and no year. */
const COUNTED =
  /^(?:[\s-](?!(?:a\.?m|p\.?m|hours|hrs|часов|час)(?!\p{L}))\p{Ll}|\s?(?!(?:시|일)(?!간)|[년월])\p{Script=Hangul})/u;

function isNewInFigures(sentence: string, _: Language, known: Known): boolean {
  return figuresIn(sentence).some((figure) => !known.has(figure));
}
