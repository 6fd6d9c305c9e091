import type { ConceptKind } from '../../domain/topic.ts';
import { stemKorean } from '../../text/korean.ts';
import { isKoreanFullName } from '../../text/names/korean-surnames.ts';
import { stopWords } from '../../text/stop-words.ts';
import type { Occurrence, Taken } from './occurrence.ts';
import { isByline, isKoreanBody, roleOfWord } from './role-words.ts';

const HANGUL = /\p{Script=Hangul}+/gu;
/** What no noun ends with. */
const VERBAL = /(?:다|며|고|면서|지만|는데|도록|려고|하는|되는|했던|있는|없는|라는|이란)$/u;
/** A noun of one syllable and its particle: 비를, rain. */
const SYLLABLE = /^.[은는을를의에]$/u;
const PLACE_PARTICLE = /(?:에서|에|로|까지|에서는|에는)$/u;

interface Token {
  readonly text: string;
  /** Without particles. */
  readonly noun: string;
  readonly start: number;
  readonly taken: boolean;
}

/**
 * What a Korean text may name beside what is taken: nouns of two to five syllables without their particles and, with more weight,
 * what stands before the word of a role (오다 브레닉 벨마르크 외교장관은).
 */
export function koreanNouns(text: string, taken: readonly Taken[]): readonly Occurrence[] {
  const tokens = Array.from(text.matchAll(HANGUL), ({ 0: word, index }): Token => {
    const isTaken = taken.some(({ start, end }) => start < index + word.length && index < end);
    return { text: word, noun: stemKorean(word), start: index, taken: isTaken };
  });
  return tokens.flatMap((token, at) => {
    if (token.taken) return [];
    const role = isByline(token.noun) ? 'byline' : roleOfWord(token.noun, 'ko');
    if (role !== null) return bearerBefore(tokens, at, text, role);
    return isNoun(token) ? [occurrence(token.noun, kindOf(token), null)] : [];
  });
}

function isNoun({ noun, text }: Token): boolean {
  if (noun.length < 2 || noun.length > 5 || SYLLABLE.test(noun)) return false;
  return !VERBAL.test(text) && !VERBAL.test(noun) && !stopWords('ko').has(noun) && !stopWords('ko').has(text);
}

/** The name that stands before a role, over the country it is held in. */
function bearerBefore(
  tokens: readonly Token[],
  at: number,
  text: string,
  role: string,
): readonly Occurrence[] {
  let last = at - 1;
  while (last >= 0 && tokens[last]?.taken) last -= 1;
  const [family, given] = [tokens[last], tokens[last - 1]];
  if (family === undefined || family.text !== family.noun || !isNoun(family)) return [];
  const adjoins =
    given !== undefined && !given.taken && text.slice(given.start + given.text.length, family.start) === ' ';
  // A Korean is named in three syllables, foreigners often in two words.
  const isForeign =
    adjoins && given.text === given.noun && given.text.length < 6 && !isKoreanFullName(family.noun);
  const name = isForeign && !VERBAL.test(given.text) ? `${given.text} ${family.noun}` : family.noun;
  return [occurrence(name, 'person', role)];
}

const kindOf = ({ text, noun }: Token): ConceptKind | null => {
  if (isKoreanBody(noun)) return 'organisation';
  return text.length > noun.length && PLACE_PARTICLE.test(text) ? 'place' : null;
};

const occurrence = (form: string, kind: ConceptKind | null, role: string | null): Occurrence => ({
  key: form,
  form,
  language: 'ko',
  kind,
  role,
  opens: false,
});
