/** Whom an account means by a surname, an office or a pronoun. */

import { sameSurname } from './same-name.ts';

/** A person where an account names them: in full, or as far as it does there. */
export interface Mention {
  /** Name and surname. */
  readonly name: string;
  /** What they are, in the words of the account, in small letters: mayor, marshal. */
  readonly titles: readonly string[];
}

/** The persons an account names anywhere, so that "Sebold", "the marshal" and "she" mean one of them. */
export interface People {
  /** The one person of this surname, with all their titles; null: nobody, or several. */
  readonly bySurname: (surname: string) => Mention | null;
  /** The one person who is that; null: nobody, or several. */
  readonly byTitle: (title: string) => Mention | null;
  /** Of whom the sentences before this one go on to tell; null: of nobody who is named. */
  readonly toldOf: (sentence: number) => Mention | null;
}

/** What a sentence tells of: a person, the same one ("she"), others; null: it names nobody. */
export type Subject = Mention | 'same' | 'other' | null;

/** How many sentences that name nobody may stand between a name and its pronoun: those of a long quotation. */
const SILENT = 2;

/**
 * @param mentions with the full name, in the order of the account
 * @param subjectOf tells of whom a sentence tells, by its place; it is asked only where a pronoun looks back
 */
export function peopleOf(mentions: readonly Mention[], subjectOf: (sentence: number) => Subject): People {
  const surnames = mentions.map(({ name }) => surnameOf(name));
  const bySurname = (surname: string): Mention | null =>
    only(mentions.filter((_, at) => sameSurname(surnames[at] ?? '', surname)));
  return {
    bySurname,
    byTitle: (title) => {
      const one = only(mentions.filter(({ titles }) => titles.includes(title)));
      return one && bySurname(surnameOf(one.name));
    },
    toldOf: (sentence) => {
      let silent = 0;
      for (let at = sentence - 1; at >= 0 && silent <= SILENT; at -= 1) {
        const subject = subjectOf(at);
        if (subject === null) silent += 1;
        else if (subject === 'other') return null;
        else if (subject !== 'same') return subject;
      }
      return null;
    },
  };
}

/** The one person of several mentions; null: none, or it is open who of several. */
function only(mentions: readonly Mention[]): Mention | null {
  const [first] = mentions;
  if (!first || mentions.some((other) => !isOnePerson(first, other))) return null;
  return { name: first.name, titles: mentions.flatMap(({ titles }) => titles) };
}

/** Of one surname, and with given names that begin alike, whatever their case: Лев, Льва; Jan P., Jan. */
function isOnePerson({ name }: Mention, other: Mention): boolean {
  const [initials, others] = [initialsOf(name), initialsOf(other.name)];
  return (
    sameSurname(surnameOf(name), surnameOf(other.name)) &&
    (initials.length === 0 || initials.some((initial) => others.includes(initial)))
  );
}

const surnameOf = (name: string): string => name.split(' ').at(-1) ?? name;
const initialsOf = (name: string): readonly string[] =>
  name
    .split(' ')
    .slice(0, -1)
    .map((given) => given.charAt(0));
