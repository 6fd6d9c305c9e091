import { countryNamed } from '../../../text/countries.ts';
import { type Mention, type People, peopleOf, type Subject } from '../people.ts';
import type { Reading, Said } from '../reading.ts';
import type { Phrase, Token } from '../tokens.ts';
import { personNamed, type Voice } from '../voice.ts';
import { isTitled, type NameFound, namesIn, standingOf, textOf } from './names.ts';
import { isNamedAfterCue, isSpeaking } from './saying.ts';
import { BETWEEN, NOT_AFTER, OF, SAY_INVERTED } from './words.ts';

/** The persons an English account names in full, and of whom its sentences tell. */
export function englishPeople(said: readonly Said[]): People {
  const mentions: Mention[] = [];
  const names = said.map(({ tokens }) => namesIn(tokens));
  for (const [at, found] of names.entries())
    for (const name of found) if (name.to > name.from) mentions.push(mentionOf(said[at]?.tokens ?? [], name));
  const people = peopleOf(mentions, []);
  return peopleOf(
    mentions,
    said.map(({ tokens }, at) => subjectOf(tokens, names[at] ?? [], people)),
  );
}

/** Who speaks in a sentence, else who is named first in it; "she" goes on to tell of the same. */
function subjectOf(tokens: readonly Token[], names: readonly NameFound[], people: People): Subject {
  const speaker = names.find((name) => speaks(tokens, name));
  const first = names.find(
    ({ from }) => !NOT_AFTER.has(tokens[from - 1]?.lower ?? '') && !isOfAnother(tokens, from),
  );
  const pronoun = tokens.findIndex(({ lower }) => lower === 'he' || lower === 'she');
  if (!speaker && pronoun >= 0 && pronoun < (first?.from ?? tokens.length)) return 'same';
  const subject = speaker ?? first;
  return subject ? personMeant(tokens, subject, people) : null;
}

/** The family of Greta Moll. */
const isOfAnother = (tokens: readonly Token[], from: number): boolean =>
  OF.has(tokens[from - 1]?.lower ?? '');

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
    .filter((name) => speaks(tokens, name))
    .flatMap((name): readonly Voice[] => {
      const person = personMeant(tokens, name, people);
      const office = phrases.find(
        (phrase) => phrase.holder && phrase.from >= name.first && phrase.to <= name.to,
      );
      return person ? [{ ...voiceOf(person), ...officeOf(office, resolve) }] : [];
    });
  if (heard.length > 0) return heard;
  const meant = titleMeant(tokens, people) ?? pronounMeant(tokens, at, people);
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
  const isSubject = !NOT_AFTER.has(tokens[name.from - 1]?.lower ?? '') && !isOfAnother(tokens, name.from);
  return (
    (isSubject && isSpeaking(tokens, name.to + 1)) ||
    isInverted(tokens, name) ||
    isNamedAfterCue(tokens, name.first)
  );
}

/** ", said Greta Moll, who lives there", but not ", said Red Sox manager Theo Lind". */
function isInverted(tokens: readonly Token[], { first, to }: NameFound): boolean {
  const behind = tokens[to + 1]?.text ?? '.';
  // Said Ms Koss's sister
  if (/^['’]s?$/u.test(behind) && /^['’]?s$/u.test(tokens[to + (behind.length > 1 ? 1 : 2)]?.lower ?? ''))
    return false;
  return (
    SAY_INVERTED.has(tokens[first - 1]?.lower ?? '') &&
    /^[,"”'’»]$/u.test(tokens[first - 2]?.text ?? '') &&
    (!/^\p{L}/u.test(behind) ||
      /^(?:who|whose|of|at|in|on|from|with|after|as|and|when|during|to)$/u.test(behind) ||
      BETWEEN.has(behind))
  );
}

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

/** "She said": of whom the sentences before this one tell. */
function pronounMeant(tokens: readonly Token[], sentence: number, people: People): Mention | null {
  const isHeard = tokens.some(
    ({ lower }, at) => (lower === 'she' || lower === 'he') && isSpeaking(tokens, at + 1),
  );
  return isHeard ? people.toldOf(sentence) : null;
}
