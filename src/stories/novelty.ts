import type { Language } from '../domain/time.ts';
import { sentences } from '../text/sentences.ts';
import { eachTerm } from '../text/words.ts';
import { figuresIn } from './anchors.ts';
import type { Told } from './terms.ts';

/** What a story has said so far. */
export interface Known {
  /** Whether at least half of its articles are in this language. */
  readonly inLanguage: (language: Language) => boolean;
  /** Whether the outlet of the article has told of the story before, in its language. */
  readonly byOutlet: boolean;
  /** Whether one of its articles holds this term: a word, a day, a number. */
  readonly has: (term: string) => boolean;
}

/** A shorter sentence is a cross-heading, a byline or a turn of phrase, unless it has a new number. */
const SENTENCE_TERMS = 7;
const WITH_NUMBER_TERMS = 4;
/** The share of its terms that the story must not have: with a new name or number among them, and without. */
const NEW_WITH_NAME = 0.6;
const NEW_WITHOUT = 0.8;
/** The share where its outlet has told of the story before, and how many terms at least. */
const NEW_OF_OUTLET = 0.2;
const TERMS_OF_OUTLET = 2;
/** What is read of an article, and told of it. */
const READ = 12_000;
const SENTENCES_READ = 60;
const SENTENCES_TOLD = 3;

/**
 * The sentences of an article that say something its story did not have, at most three, in their order; none: a retelling.
 *
 * A sentence is new when most of its terms stand in no article of the story, and a name or a number is among the new ones. Retelling
 * changes words, but seldom names and numbers: without this guard every paraphrase were news. A sentence with next to
 * nothing known needs no name. An outlet that tells of a story again has more to tell than it had: that the strike is over is said
 * in the words of the strike, so a fifth of new words is enough there. Where most of the story was told in other languages, words
 * cannot be compared: there only a day or a number that no article had makes a sentence new.
 */
export function newSentences({ title, text, language }: Told, known: Known): readonly string[] {
  const body = (text.startsWith(title) ? text.slice(title.length) : text).slice(0, READ);
  const isNew = known.inLanguage(language) ? isNewInWords : isNewInFigures;
  return sentences(body)
    .slice(0, SENTENCES_READ)
    .map(({ start, end }) => body.slice(start, end))
    .filter((sentence) => isNew(sentence, language, known))
    .slice(0, SENTENCES_TOLD);
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
  if (terms.size < (number ? WITH_NUMBER_TERMS : SENTENCE_TERMS)) return false;
  const share = unknown.size / terms.size;
  if (known.byOutlet && unknown.size >= TERMS_OF_OUTLET && share >= NEW_OF_OUTLET) return true;
  return share >= (number || name ? NEW_WITH_NAME : NEW_WITHOUT);
}

function isNewInFigures(sentence: string, _: Language, known: Known): boolean {
  return figuresIn(sentence).some((figure) => !known.has(figure));
}
