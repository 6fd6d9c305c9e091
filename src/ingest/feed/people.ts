import type { Person } from '../../domain/document.ts';
import { cut, foldSpace } from '../../text/characters.ts';
import { webUrl } from '../../text/url.ts';
import { childrenOf, type Element, type Fields, textOf } from './elements.ts';
import { type Scoped, scopeOf } from './rich-text.ts';

const EMAIL = /(?:mailto:)?([\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)/i;
/** Longer texts name nobody. */
const LONGEST = 300;

/** People an element names: in elements of its own (RFC 4287 §3.2), else in its text, as RSS has it. */
function readPerson(element: Element, around: Scoped): Person | null {
  const child = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const text = childrenOf(element, name).map(textOf).find(Boolean);
      if (text) return text;
    }
    return null;
  };
  const name = child('name', 'itunes:name');
  const email = child('email', 'itunes:email')?.replace(/^mailto:/i, '') ?? null;
  const url = webUrl(child('uri', 'url', 'homepage'), scopeOf(element, around).base);
  if (name !== null || email !== null || url !== null) {
    return { name: name === null ? null : cut(foldSpace(name), LONGEST), email, url };
  }
  return personIn(textOf(element));
}

/** `Ann Example <ann@example.org>`, `ann@example.org (Ann Example)` and the like; null: nobody is named. */
function personIn(text: string): Person | null {
  const line = foldSpace(cut(text, LONGEST));
  const match = EMAIL.exec(line);
  if (!match) return line === '' ? null : { name: line, email: null, url: null };
  const around = line.replace(match[0], ' ').replace(/\(\s*\)|<\s*>|\[\s*\]/g, ' ');
  const name = foldSpace(around).replace(/^[\s([<"',;:-]+|[\s)\]>"',;:-]+$/g, '');
  return { name: name === '' ? null : name, email: match[1] ?? null, url: null };
}

/** Everybody the elements of these names name, each once, in the order of the names. */
export function readPeople(fields: Fields, around: Scoped, names: readonly string[]): readonly Person[] {
  const people = names.flatMap(fields).flatMap((element) => readPerson(element, around) ?? []);
  if (people.length < 2) return people;
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
}
