import type { Language } from '../../../domain/time.ts';
import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { DEEDS, type Place } from './deed-words.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import type { Office } from './offices.ts';
import { type Person, peopleOf } from './people.ts';
import { placeSound } from './place-sounds.ts';

/** Who did what one person does: met a guest at the airport, received him, headed the delegation. */
export interface Doer extends Claim {
  readonly kind: 'name' | 'recipient';
  /** What was done, by its id in deed-words.ts. */
  readonly deed: string;
  readonly named: Named;
  /** Of whose delegation he is the head, by its sound; null: not said, or no delegation. */
  readonly of: string | null;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Deeds of which an account tells one in a story, and that need no name beside to be known again. */
const ALONE: ReadonlySet<string> = new Set(['open', 'command', 'chair']);

/** How far behind the words the name may begin. */
const BEHIND = 60;

/**
 * Who did what in a passage, where it says so by name.
 *
 * @param officesOf finds those of a passage; asked only where there is a deed
 */
export function doersIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
  known: ReadonlySet<string>,
): readonly Doer[] {
  if (passage.at === 0 && isTitled(passage.tokens)) return [];
  let people: readonly Person[] | null = null;
  return DEEDS.flatMap(({ id, kind, subject, setting, patterns }) => {
    if (!setting.test(passage.text)) return [];
    for (const [pattern, place] of patterns[passage.language] ?? []) {
      for (const { 0: words, index } of passage.text.matchAll(pattern)) {
        people ??= peopleOf(passage, officesOf(passage));
        const person = personAt(passage, people, index, index + words.length, place);
        const clause = clauseAt(passage, index);
        if (!person || !clause) continue;
        const named = namedAt(passage, person.name.start, person.name.end);
        return [
          {
            kind,
            deed: id,
            passage,
            clause,
            slot: `name:by/${id}`,
            subject,
            value: named.text,
            background: passage.background,
            named,
            of: id === 'head' ? delegationIn(passage) : null,
            known,
          },
        ];
      }
    }
    return [];
  });
}

/** Whose delegation it is: Tosan's delegation, делегация Тосана, 토산 대표단. */
const DELEGATIONS: Readonly<Record<Language, RegExp>> = {
  en: /(\p{Lu}[\p{L}-]{2,20})(?:['’]s?)?\s(?:\p{Ll}[\p{L}-]*\s)?delegation/u,
  ru: /[Дд]елегаци\p{L}{1,2}\s(\p{Lu}\p{L}{2,20})/u,
  ko: /([가-힣]{2,8}?)의?\s(?:\p{L}{2,4}\s)?대표단/u,
};

const delegationIn = ({ text, language }: Passage): string | null => {
  const of = DELEGATIONS[language]?.exec(text)?.[1];
  return of === undefined ? null : placeSound(of).slice(0, 4);
};

function personAt(
  { text }: Passage,
  people: readonly Person[],
  start: number,
  end: number,
  place: Place,
): Person | undefined {
  if (place === 'before')
    return people.findLast((one) => one.end <= start && /^\s?$/u.test(text.slice(one.end, start)));
  if (place === 'subject')
    return people.findLast((one) => one.end <= start && /^(?:이|가|은|는)\s/u.test(text.slice(one.end)));
  const next = people.find((one) => one.start >= end && one.start <= end + BEHIND);
  if (next && isObject(text.slice(next.start, next.end))) return undefined;
  return next && !/[.;]|\b(?:and|of)\b/u.test(text.slice(end, next.start)) ? next : undefined;
}

/** принял министра, посла, главу: by the case of his office he is whom it is done to. */
const isObject = (person: string): boolean =>
  /^(?:министр|премьер(?:-министр)?|вице-премьер|президент|губернатор|мэр|спикер|председател|директор|корол)[аяую](?!\p{L})|^(?:посла|главу)(?!\p{L})/iu.test(
    person,
  );

/**
 * Whether two accounts tell of one deed, and how surely: a head is of one delegation, and what else was done names somebody in
 * both.
 */
export function alignDoers(a: Doer, b: Doer, weigh: (key: string) => number): number {
  if (a.background || b.background || a.clause.planned !== b.clause.planned) return 0;
  if (a.deed === 'head' && (a.of === null || a.of !== b.of)) return 0;
  let shared = 0;
  let named = a.deed === 'welcome';
  for (const key of a.passage.keys) {
    if (!b.passage.keys.has(key)) continue;
    shared += weigh(key);
    named ||= key.startsWith('name:') || key.startsWith('concept:');
  }
  if (ALONE.has(a.deed)) return isDoneToOne(a, b) ? shared / 2 : 0;
  return named ? shared / 1.5 : 0;
}

/** What is opened or commanded is named by one word in both clauses. */
const isDoneToOne = (a: Doer, b: Doer): boolean =>
  a.clause.tokens.some(
    ({ name, event, keys }) => name === null && event === null && keys.some((key) => b.clause.keys.has(key)),
  );

/** How two doers of one deed go together. Who is spoken of in both accounts does something else there. */
export function relateDoers(a: Doer, b: Doer): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  if (relation !== 'differs') return relation === 'spelling' ? 'same' : relation;
  return speaksOf(b.known, a.named) || speaksOf(a.known, b.named) ? null : 'differs';
}
