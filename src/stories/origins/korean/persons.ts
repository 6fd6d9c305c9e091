/** Which persons a Korean sentence goes back to. */

import { countryNamed } from '../../../text/names/countries.ts';
import { isKoreanFullName, isKoreanSurname } from '../../../text/names/korean-surnames.ts';
import { type Mention, type People, peopleOf, type Subject } from '../people.ts';
import type { Reading, Said } from '../reading.ts';
import type { Phrase } from '../tokens.ts';
import { personNamed, type Voice } from '../voice.ts';
import { isBodyName } from './bodies.ts';
import { type KoreanWord, NO_PLACES, QUOTATIVE, SAY, wordsOf } from './words.ts';

/** Somebody who is named with what they are, or by that alone: 김서윤 시장은, 류 장관은, 시장은. */
interface NameFound {
  /** Empty: only what they are stands there. */
  readonly name: string;
  readonly title: string;
  /** Where the title stands. */
  readonly at: number;
  readonly isSubject: boolean;
}

/** Offices and trades, and how people are addressed, with the particle of a subject or of none. */
const TITLED =
  /^\p{Script=Hangul}{0,5}?(시장|군수|지사|구청장|장관|차관|국방상|외무상|총리|대통령|서장|청장|대변인|대표|사장|회장|교수|위원장|위원|원장|소장|단장|국장|과장|부장|계장|본부장|총장|의장|의원|대사|감독|코치|분석관|연구관|박사|연구원|애널리스트|변호사|사령관|참모장|실장|팀장|협회장|은행장|행장|이사장|관장|교장|교사|의사|간호사|작가|이장|선장|기장|주장|선수|대대장|연대장|여단장|사단장|함장|소령|중령|대령|준장|중장|대장|씨|군|양)(은|는|이|가|도|의|을|를|과|와|에게)?$/u;
/** Those who are heard for what they know. */
const EXPERTS = /^(?:교수|연구원|위원|분석관|연구관|박사|애널리스트|의원)$/u;
/** Those who lead a firm. */
const EXECUTIVES = /^(?:사장|회장|은행장|행장)$/u;
/** Behind a name only, whatever the name. */
const ADDRESS = /^(?:씨|군|양)$/u;

/** The persons a Korean account names in full, and of whom its sentences tell. */
export function koreanPeople(said: readonly Said[]): People {
  const found = said.map(({ sentence }) => namesIn(wordsOf(sentence)));
  const mentions = found
    .flat()
    .flatMap(({ name, title }): readonly Mention[] =>
      name.length > 1 ? [{ name, titles: [title, `${name.charAt(0)} ${title}`] }] : [],
    );
  const people = peopleOf(mentions, (at): Subject => {
    if (/^그(?:는|가)\s/u.test(said[at]?.sentence ?? '')) return 'same';
    const [first] = found[at] ?? [];
    return first ? meantBy(first, people) : null;
  });
  return people;
}

function namesIn(spoken: readonly KoreanWord[]): readonly NameFound[] {
  return spoken.flatMap(({ text }, at) => {
    const [, title, particle = ''] = TITLED.exec(text) ?? [];
    if (title === undefined) return [];
    const name = nameBefore(spoken, at, title);
    const isAlone = text === title + particle;
    if (name === '' && (!isAlone || ADDRESS.test(title))) return [];
    return [{ name, title, at, isSubject: /^[은는이가도]$/u.test(particle) }];
  });
}

/** 김하람 한별대 교수, 류 장관, 옥다래 씨, 벨로우소프 러시아 국방장관; empty: no name stands there. */
function nameBefore(spoken: readonly KoreanWord[], at: number, title: string): string {
  const before = [at - 1, at - 2, at - 3].map((place) => spoken[place]?.text ?? '');
  const [nearest = '', further = ''] = before;
  if (countryNamed(nearest) !== null)
    return isForeignName(further) || isKoreanFullName(further) ? further : '';
  if (ADDRESS.test(title))
    return /^\p{Script=Hangul}{2,4}$/u.test(nearest) && !ENDS.test(nearest) ? nearest : '';
  const full = before.find((word) => isKoreanFullName(word) && !isBodyName(word) && !NO_PLACES.test(word));
  if (full !== undefined) return full;
  if (nearest.length === 1 && isKoreanSurname(nearest)) return nearest;
  const isName = /^\p{Script=Hangul}{2,4}$/u.test(nearest) && !ENDS.test(nearest) && !NO_PLACES.test(nearest);
  return isName && !isBodyName(nearest) ? nearest : '';
}

/** A word that may be the surname of somebody from abroad. */
const isForeignName = (word: string): boolean =>
  /^\p{Script=Hangul}{3,6}$/u.test(word) &&
  !ENDS.test(word) &&
  !isBodyName(word) &&
  countryNamed(word) === null;

/** No name ends like this: verbs, and words with their particles. */
const ENDS = /(?:은|는|을|를|에|의|한|된|던|며|고|에서|으로|와|과)$/u;

/** Who is meant: by name, by surname and office (류 장관), or by the office of one whom the account names (시장은). */
function meantBy({ name, title }: NameFound, people: People): Mention | null {
  if (name.length > 1) return { name, titles: people.bySurname(name)?.titles ?? [title] };
  return people.byTitle(name === '' ? title : `${name} ${title}`);
}

function voiceOf({ name, titles }: Mention): Voice {
  const isExpert = titles.some((title) => EXPERTS.test(title));
  if (titles.every((title) => ADDRESS.test(title.slice(-1)))) return personNamed(name, { as: 'witness' });
  const isExecutive = titles.some((title) => EXECUTIVES.test(title));
  return personNamed(name, { as: isExpert ? 'expert' : isExecutive ? 'executive' : null });
}

/**
 * Persons whose word a sentence gives: 김서윤 시장은 … 밝혔다, …고 김서윤 시장이 말했다, 회사원 옥다래 씨는 "…"며 웃었다, 그는
 * "…"고 했다.
 */
export function personsHeard(
  { sentence, at, people, resolve }: Reading,
  spoken: readonly KoreanWord[],
  phrases: readonly Phrase[],
): readonly Voice[] {
  if (!isSaid(sentence, spoken)) return [];
  const name = namesIn(spoken).find(
    ({ isSubject, at: place }) => isSubject && !isQuoted(sentence, spoken[place]),
  );
  const meant = name ? meantBy(name, people) : /^그(?:는|가)\s/u.test(sentence) ? people.toldOf(at) : null;
  if (!meant) return [];
  const person = voiceOf(meant);
  if (!name) return [person];
  const held = phrases.find(({ holder, from, to }) => holder && from <= name.at && to >= name.at - 1);
  const office = held && resolve(held);
  return [office ? { ...person, office, kind: office.kind } : person];
}

/** Behind words in quotation marks, whatever is done with them: "창문이 날아갔다"며 가슴을 쓸어내렸다. */
const DIRECT = /["”’](?:이?라)?(?:고|며|면서)(?!\p{L})/u;

/** …고 말했다, …다고 했다, …며 웃었다; not 알려졌다, which nobody says. */
function isSaid(sentence: string, spoken: readonly KoreanWord[]): boolean {
  if (DIRECT.test(sentence)) return true;
  const [before = '', last = ''] = spoken.slice(-2).map(({ text }) => text);
  const quotes = spoken.slice(-6, -1).some(({ text }) => QUOTATIVE.test(text));
  return (
    quotes &&
    (SAY.has(last) ||
      (QUOTATIVE.test(before) && /다$/u.test(last) && !/(?:졌다|보인다|한다|있다)$/u.test(last)))
  );
}

/** Whether a word stands in quotation marks. */
function isQuoted(sentence: string, word: KoreanWord | undefined): boolean {
  const before = sentence.slice(0, word?.start ?? 0);
  const count = (mark: string): number => before.split(mark).length - 1;
  return count('"') % 2 === 1 || count('“') > count('”');
}
