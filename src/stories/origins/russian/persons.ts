/** Which persons a Russian sentence goes back to. */

import { type Mention, type People, peopleOf, type Subject } from '../people.ts';
import type { Reading, Said } from '../reading.ts';
import type { Phrase, Token } from '../tokens.ts';
import { personNamed, type Voice } from '../voice.ts';
import { describedFrom, fromGenitive, fullName, isSubjectOf, type NameFound, namesIn } from './names.ts';
import { isByWord, isSaying } from './saying.ts';
import { EXPERTS, SAY, TITLES } from './words.ts';

/** The persons a Russian account names in full, in whatever case, and of whom its sentences tell. */
export function russianPeople(said: readonly Said[]): People {
  const names = said.map(({ tokens }) => namesIn(tokens));
  const mentions = names
    .flat()
    .flatMap(({ words, title }): readonly Mention[] =>
      words.length > 1
        ? [{ name: words.join(' '), titles: title === null ? [] : [title, stemOf(title)] }]
        : [],
    );
  const people = peopleOf(mentions, (at) => subjectOf(said[at]?.tokens ?? [], names[at] ?? [], people));
  return people;
}

/** A title without the endings of its cases. */
const stemOf = (title: string): string => title.slice(0, 6);

/** Who speaks in a sentence, else whose name begins it; "она" goes on to tell of the same. */
function subjectOf(tokens: readonly Token[], names: readonly NameFound[], people: People): Subject {
  const speaker = names.find((name) => speaks(tokens, name));
  if (speaker) return meantBy(speaker, people) ?? 'other';
  const first = names.find((name) => meantBy(name, people));
  const pronoun = tokens.findIndex(({ lower }) => lower === 'он' || lower === 'она');
  if (pronoun >= 0 && pronoun < (first?.from ?? tokens.length)) return 'same';
  if (!first) return null;
  return describedFrom(tokens, first.from) === 0 ? meantBy(first, people) : 'other';
}

/** Who is named: in full here, or by a surname that belongs to one full name of the account. */
function meantBy({ words, title }: NameFound, people: People): Mention | null {
  const surname = words.at(-1) ?? '';
  const known = people.bySurname(surname);
  if (words.length > 1)
    return { name: words.join(' '), titles: known?.titles ?? (title === null ? [] : [title]) };
  return known && { ...known, name: fullName(surname, known.name.split(' ')) };
}

function voiceOf({ name, titles }: Mention): Voice {
  if (titles.length === 0) return personNamed(name, { as: 'witness' });
  const isExpert = titles.some((title) => EXPERTS.test(title));
  const isExecutive = titles.some((title) => title.startsWith('гендиректор'));
  return personNamed(name, { as: isExpert ? 'expert' : isExecutive ? 'executive' : null });
}

/**
 * Persons whose word a sentence gives: «сообщил губернатор Антон Седых», «губернатор Антон Седых сообщил», «— сказал Седых»,
 * «отметил губернатор», «Седых: мост откроют», «— сказала она», «по словам губернатора Антона Седых», «по словам Седых».
 */
export function personsHeard(
  { tokens, at, people, resolve }: Reading,
  bodies: readonly Phrase[],
): readonly Voice[] {
  const names = namesIn(tokens).filter(
    ({ from, to }) => !bodies.some((body) => !body.holder && body.from <= to && from <= body.to),
  );
  const heard = names.flatMap((name): readonly Voice[] => {
    const person =
      speaks(tokens, name) || isHeading(tokens, name, at)
        ? meantBy(name, people)
        : byWordOf(tokens, name, people);
    return person ? [{ ...voiceOf(person), ...officeOf(tokens, name, bodies, resolve) }] : [];
  });
  if (heard.length > 0) return heard;
  const meant = titleMeant(tokens, people) ?? pronounMeant(tokens, at, people);
  return meant ? [voiceOf(meant)] : [];
}

/** With a minister, the ministry is heard. */
function officeOf(
  tokens: readonly Token[],
  { from, to }: NameFound,
  bodies: readonly Phrase[],
  resolve: Reading['resolve'],
): Pick<Voice, 'office' | 'kind'> | null {
  const first = describedFrom(tokens, from);
  const phrase = bodies.find((body) => body.holder && body.from <= to && body.to >= first);
  const office = phrase && resolve(phrase);
  return office ? { office, kind: office.kind } : null;
}

/** «Седых: мост откроют», as a title. */
const isHeading = (tokens: readonly Token[], { from, to }: NameFound, sentence: number): boolean =>
  sentence === 0 && from === 0 && tokens[to + 1]?.text === ':';

function speaks(tokens: readonly Token[], { from, to, words }: NameFound): boolean {
  const behind = verbBehind(tokens, to + 1);
  if (behind !== null && isSubjectOf(tokens[behind]?.lower ?? '', words)) return true;
  const before = verbBefore(tokens, from);
  return before !== null && isSubjectOf(tokens[before]?.lower ?? '', words);
}

/** Седых сообщил; Яна Штерн из местного университета считает; Лев Берг, капитан парома, рассказал. */
function verbBehind(tokens: readonly Token[], at: number): number | null {
  let place = at;
  if (tokens[place]?.lower === 'из')
    while (place - at < 6 && /^\p{L}/u.test(tokens[place]?.text ?? '') && !isSay(tokens, place)) place += 1;
  if (tokens[place]?.text === ',') {
    const close = tokens.findIndex(({ text }, after) => after > place && text === ',');
    if (close < 0 || tokens.slice(place, close).some((_, within) => isSay(tokens, place + within)))
      return null;
    place = close + 1;
  }
  while (place - at < 12 && WHEN.test(tokens[place]?.lower ?? '')) place += 1;
  return isSay(tokens, place) && !isToGuests(tokens, place) ? place : null;
}

const WHEN =
  /^(?:в|во|на|также|уже|ранее|позднее|затем|сегодня|вчера|утром|вечером|днём|днем|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|этом|своём|своем|канале|странице|интервью|журналистам)$/u;

/** «— рассказала учительница Нина Касьяр», «О планах рассказал мэр Олег Ремизов»: the verb before what somebody is. */
function verbBefore(tokens: readonly Token[], name: number): number | null {
  const verb = describedFrom(tokens, name) - 1;
  if (!isSay(tokens, verb) || isToGuests(tokens, verb)) return null;
  const before = tokens[verb - 1];
  return before === undefined ||
    OF_WHAT.test(tokens[0]?.lower ?? '') ||
    /^[,—–»”"-]$/u.test(before.text) ||
    /^(?:этом|как|чём|чем)$/u.test(before.lower)
    ? verb
    : null;
}

/** A sentence that begins with what is told of. */
const OF_WHAT = /^о(?:бо?)?$/u;

const isSay = (tokens: readonly Token[], at: number): boolean =>
  SAY.has(tokens[at]?.lower ?? '') && isSaying(tokens, at);

/** «Рассказал депутатам»: a speech to those it was made for. */
const isToGuests = (tokens: readonly Token[], says: number): boolean =>
  /(?:ам|ям)$/u.test(tokens[says + 1]?.lower ?? '') && tokens[says + 1]?.lower !== 'журналистам';

/** «По словам лидера профсоюза Греты Молль», whatever the office; as "according to" in English. */
function byWordOf(tokens: readonly Token[], name: NameFound, people: People): Mention | null {
  const first = describedFrom(tokens, name.from);
  if (!tokens.some((_, at) => at >= first && at <= name.from && isByWord(tokens, at))) return null;
  const meant = meantBy(name, people);
  return meant && { ...meant, name: fromGenitive(meant.name) };
}

/** «Отметил губернатор», «губернатор обещал», where one governor is named. */
function titleMeant(tokens: readonly Token[], people: People): Mention | null {
  for (const [at, { lower }] of tokens.entries()) {
    if (!TITLES.test(lower) || /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) continue;
    const isHeard = (isSay(tokens, at + 1) && !isToGuests(tokens, at + 1)) || isSay(tokens, at - 1);
    const meant = isHeard ? people.byTitle(stemOf(lower)) : null;
    if (meant) return meant;
  }
  return null;
}

/** «— сказала она»: of whom the sentences before this one tell. */
function pronounMeant(tokens: readonly Token[], sentence: number, people: People): Mention | null {
  const isHeard = tokens.some(
    ({ lower }, at) =>
      ((lower === 'он' || lower === 'она') && (isSay(tokens, at + 1) || isSay(tokens, at - 1))) ||
      (lower === 'словам' && /^(?:его|её|ее)$/u.test(tokens[at - 1]?.lower ?? '')),
  );
  return isHeard ? people.toldOf(sentence) : null;
}
