/** Which persons an English sentence goes back to. */

import { countryNamed } from '../../../text/names/countries.ts';
import { type Mention, type People, peopleOf, type Subject } from '../people.ts';
import type { Reading, Said } from '../reading.ts';
import type { Phrase, Token } from '../tokens.ts';
import { personNamed, type Voice } from '../voice.ts';
import { isTitled, type NameFound, namesIn, standingOf, textOf } from './names.ts';
import { isNamedAfterCue, isSpeaking } from './saying.ts';
import { BETWEEN, SAY_INVERTED, set } from './words.ts';

/** The persons an English account names in full, and of whom its sentences tell. */
export function englishPeople(said: readonly Said[]): People {
  // Headlines capitalise other words, too.
  const names = said.map(({ tokens }, at) => (at === 0 ? [] : namesIn(tokens)));
  const mentions = said.flatMap(({ tokens }, at) =>
    (names[at] ?? []).filter(({ from, to }) => to > from).map((name) => mentionOf(tokens, name)),
  );
  const people = peopleOf(mentions, (at) => subjectOf(said[at]?.tokens ?? [], names[at] ?? [], people));
  return people;
}

/** Who speaks in a sentence, else whose name begins it; "she" goes on to tell of the same. */
function subjectOf(tokens: readonly Token[], names: readonly NameFound[], people: People): Subject {
  const speaker = names.find((name) => speaks(tokens, name));
  if (speaker) return personMeant(tokens, speaker, people) ?? 'other';
  const first = names.find((name) => personMeant(tokens, name, people));
  const pronoun = tokens.findIndex(({ lower }) => lower === 'he' || lower === 'she');
  if (pronoun >= 0 && pronoun < (first?.from ?? tokens.length)) return 'same';
  if (!first) return null;
  return first.first <= 1 ? personMeant(tokens, first, people) : 'other';
}

/**
 * Persons whose word a sentence gives: "Mayor Jan Koss said", "Koss said", "the mayor said", "she said", "the mayor of Karsk, Jan
 * Koss, said", "Jan Koss, head of the miners, said", ", said Inga Moss, whose home it was", "according to Captain Lev Berg".
 *
 * @param phrases bodies and known voices of the sentence: their names are no persons'
 */
export function personsHeard(
  { tokens, sentence, at, people, resolve }: Reading,
  phrases: readonly Phrase[],
): readonly Voice[] {
  if (sentence.endsWith('?')) return [];
  const heard = namesIn(tokens)
    .filter(
      ({ from, to }) => !phrases.some((phrase) => !phrase.holder && phrase.from <= to && from <= phrase.to),
    )
    .filter((name, at, names) => speaks(tokens, name) || speaksWith(tokens, name, names[at + 1]))
    .flatMap((name): readonly Voice[] => {
      const person = personMeant(tokens, name, people);
      const office = phrases.find(
        (phrase) => phrase.holder && phrase.from >= name.first && phrase.to <= name.to,
      );
      return person ? [{ ...voiceOf(person), ...officeOf(office, resolve) }] : [];
    });
  if (heard.length > 0) return heard;
  const meant =
    titleMeant(tokens, people) ?? pronounMeant(tokens, at, people) ?? officeMeant(tokens, at, people);
  return meant ? [voiceOf(meant)] : [];
}

const mentionOf = (tokens: readonly Token[], name: NameFound): Mention => ({
  name: textOf(tokens, name),
  titles: name.titles,
});

/** Somebody who is named in full, here or elsewhere in the account, or at least with what they are: Marshal Omrin. */
function personMeant(tokens: readonly Token[], name: NameFound, people: People): Mention | null {
  const here = mentionOf(tokens, name);
  const known = people.bySurname(tokens[name.to]?.text ?? '');
  if (name.to > name.from)
    return countryNamed(here.name) ? null : { ...here, titles: known?.titles ?? here.titles };
  return known ?? (isTitled(tokens, name) ? here : null);
}

const voiceOf = ({ name, titles }: Mention): Voice => personNamed(name, { as: standingOf(titles) });

/** With a minister, the ministry is heard. */
function officeOf(
  phrase: Phrase | undefined,
  resolve: Reading['resolve'],
): Pick<Voice, 'office' | 'kind'> | null {
  const office = phrase && resolve(phrase);
  return office ? { office, kind: office.kind } : null;
}

function speaks(tokens: readonly Token[], name: NameFound): boolean {
  if (isSubject(tokens, name) && isSpeaking(tokens, name.to + 1, isApposed(tokens, name))) return true;
  return isWhole(tokens, name) && (isInverted(tokens, name) || isNamedAfterCue(tokens, name.first));
}

/** "The candidate, local farmer Jan Koss, said" */
const isApposed = (tokens: readonly Token[], { from, first }: NameFound): boolean =>
  [from, first].some((at) => tokens[at - 1]?.text === ',');

/** "Ken Varr and Commerce Secretary Jo Lind announced" */
const speaksWith = (tokens: readonly Token[], { to }: NameFound, next: NameFound | undefined): boolean =>
  tokens[to + 1]?.lower === 'and' && next !== undefined && next.titled <= to + 4 && speaks(tokens, next);

/** Not "under President Lind", "the family of Greta Moll", "to Greta Moll". */
const isSubject = (tokens: readonly Token[], { from, titled }: NameFound): boolean =>
  [from, titled].every((at) => !NO_SUBJECT.has(tokens[at - 1]?.lower ?? ''));

const NO_SUBJECT = set(
  'of for at from with by against to in on under into about near over between despite through than like via what',
);

/** Nothing goes on behind it: not "Harbour Town manager Theo Lind", "Ms Koss's sister", "Karsk authorities". */
function isWhole(tokens: readonly Token[], { to }: NameFound): boolean {
  const [behind = '.', next = ''] = [tokens[to + 1]?.lower, tokens[to + 2]?.lower];
  if (behind === "'s" || (/^['’]$/u.test(behind) && next === 's')) return false;
  return !/^\p{L}/u.test(behind) || BEHIND.has(behind) || BETWEEN.has(behind);
}

const BEHIND = set('who whose of at in on from with after as and when during to');

/** ", said Greta Moll, who lives there". */
const isInverted = (tokens: readonly Token[], { first }: NameFound): boolean =>
  SAY_INVERTED.has(tokens[first - 1]?.lower ?? '') && /^[,"”'’»]$/u.test(tokens[first - 2]?.text ?? '');

/** "The marshal said", where one marshal is named. */
function titleMeant(tokens: readonly Token[], people: People): Mention | null {
  for (const [at, { lower }] of tokens.entries()) {
    if (lower !== 'the' || !/^\p{Ll}/u.test(tokens[at + 1]?.text ?? '') || !isSpeaking(tokens, at + 2))
      continue;
    const meant = people.byTitle(tokens[at + 1]?.lower ?? '');
    if (meant) return meant;
  }
  return null;
}

/** "She said": of whom the sentences before this one tell, where this one names nobody before. */
function pronounMeant(tokens: readonly Token[], sentence: number, people: People): Mention | null {
  const says = tokens.findIndex(
    ({ lower }, at) =>
      (lower === 'she' || lower === 'he') &&
      !/^(?:what|which|that)$/u.test(tokens[at - 1]?.lower ?? '') &&
      !THINKS.has(tokens[at + 1]?.lower ?? '') &&
      isSpeaking(tokens, at + 1),
  );
  const quoted = tokens.findLastIndex(({ text }, at) => at < says && /^["“”'`]$/u.test(text));
  const isNamed = namesIn(tokens).some(
    (name) => name.from > quoted && name.from < says && personMeant(tokens, name, people),
  );
  return says < 0 || isNamed ? null : people.toldOf(sentence);
}

/** What somebody does of whom others tell, as often as somebody who is asked. */
const THINKS = set('thinks believes hopes fears expects doubts counts predicts admits');

/** "The president will visit Karsk, her office said": of whom this sentence tells, or those before it. */
function officeMeant(tokens: readonly Token[], sentence: number, people: People): Mention | null {
  const says = tokens.findIndex(
    ({ lower }, at) =>
      /^(?:his|her)$/u.test(lower) &&
      /^(?:office|spokes(?:man|woman|person))$/u.test(tokens[at + 1]?.lower ?? '') &&
      isSpeaking(tokens, at + 2),
  );
  if (says < 0) return null;
  const first = namesIn(tokens).find((name) => name.to < says && personMeant(tokens, name, people));
  return first ? personMeant(tokens, first, people) : people.toldOf(sentence);
}
