/**
 * How the accounts of a story are compared, for who reads this room for the first time.
 *
 * 1. `sentences/` reads an account into passages (sentences) and clauses. Each has keys for what it speaks of that do not
 *    depend on its language: events, things, names by their sound, concepts of the topic. `sentences/passages.ts` is the
 *    place to begin; which words stand for what is said in tables that `sentences/word-table.ts` reads.
 * 2. `figures/`, `names/` and `when-and-where/` find the values that passages state: quantities and ages; who holds an office,
 *    did a deed or was given something; days and places. A value with its sentence is a claim (`claim.ts`).
 * 3. Beside its reader each kind has two functions that compare: `align…` tells how surely two claims speak of the same, by
 *    the keys they share, and `relate…` how their values go together.
 * 4. `pairing.ts` pairs the claims of two accounts, `gather.ts` makes a story's pairs into differences, and `changed.ts` tells
 *    which of them are no contradiction, but a later count.
 *
 * This file runs these steps over one story; `across.ts` does so for a story and the others of its topic.
 */

import type { Difference } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import { type Account, MOST_ACCOUNTS } from '../account.ts';
import type { Claim, ClaimKind } from './claim.ts';
import { type Age, agesIn, alignAges, relateAges } from './figures/ages.ts';
import { alignQuantities } from './figures/align-quantities.ts';
import { deadAgeIn } from './figures/dead-ages.ts';
import { type Quantity, quantitiesOf } from './figures/quantities.ts';
import { relateQuantities } from './figures/relate-quantities.ts';
import { gather } from './gather.ts';
import { alignDoers, type Doer, doersIn, relateDoers } from './names/deeds.ts';
import { alignHolders, type Holder, holdersIn, relateHolders } from './names/holders.ts';
import { type Office, officesIn } from './names/offices.ts';
import { placeSounds } from './names/place-sounds.ts';
import { alignQuoted, type Quoted, quotedIn, relateQuoted } from './names/quoted.ts';
import { alignRecipients, type Recipient, recipientsIn, relateRecipients } from './names/recipients.ts';
import { alignSigners, relateSigners, type Signer, signersIn } from './names/signers.ts';
import { alignWritten, namesWritten, relateWritten, type Written } from './names/spellings.ts';
import { pairClaims } from './pairing.ts';
import { type Passage, type Reading, readAccount } from './sentences/passages.ts';
import { alignDays, relateDays } from './when-and-where/compare-days.ts';
import { alignPlaces, relatePlaces } from './when-and-where/compare-places.ts';
import { type Day, daysIn } from './when-and-where/days.ts';
import { type Locality, placesIn } from './when-and-where/places.ts';

/** Pairs of accounts that are held against each other. */
const PAIRS = 600;

/**
 * What the accounts of one story say differently: typed values, each with the sentences it stands in.
 *
 * Sentences are aligned first, and only values that stand for the same in aligned sentences are held against each other. Where it
 * is not sure that two accounts speak of the same, or where either of them has both values, nothing is said: a difference that is
 * none costs more than one that is missed.
 *
 * @param accounts in any order; the first sixty are read
 * @param concepts of the topic: their names tell persons and places across languages. Pass the same array each time, for their
 *   finder is kept by it.
 */
export function differences(
  accounts: readonly Account[],
  concepts: readonly Concept[],
): readonly Difference[] {
  const story = read(accounts, concepts);
  return compareClaims(claimsOf(story), story);
}

/** The accounts of a story, read as far as they are compared. */
export interface Read {
  readonly readings: readonly Reading[];
  readonly weigh: (key: string) => number;
}

/** Reads the accounts of a story, the first sixty, and weighs what their sentences speak of. */
export function read(accounts: readonly Account[], concepts: readonly Concept[]): Read {
  const readings = accounts.slice(0, MOST_ACCOUNTS).map((account) => readAccount(account, concepts));
  return { readings, weigh: weights(readings) };
}

/** The claims of each kind, account by account. */
interface Claims {
  readonly days: readonly (readonly Day[])[];
  readonly quantities: readonly (readonly Quantity[])[];
  readonly ages: readonly (readonly Age[])[];
  readonly holders: readonly (readonly Holder[])[];
  readonly doers: readonly (readonly Doer[])[];
  readonly signers: readonly (readonly Signer[])[];
  readonly quoted: readonly (readonly Quoted[])[];
  readonly written: readonly (readonly Written[])[];
  readonly places: readonly (readonly Locality[])[];
  readonly recipients: readonly (readonly Recipient[])[];
}

/** The days of each account. */
export const daysOf = ({ readings }: Pick<Read, 'readings'>): Claims['days'] =>
  readings.map(({ passages, whereabouts, written }) =>
    passages.flatMap((passage) => daysIn(passage, whereabouts, written.day)),
  );

function claimsOf({ readings }: Read): Claims {
  const places = placeSounds(readings.flatMap(({ passages }) => passages));
  const officesOf = officesFinder(places);
  const names = readings.map(namesOf);
  const each = <T>(find: (reading: Reading, known: ReadonlySet<string>, at: number) => readonly T[]) =>
    readings.map((reading, at) => find(reading, names[at] ?? new Set(), at));
  const quantities = each(({ passages }) => quantitiesOf(passages));
  return {
    days: daysOf({ readings }),
    quantities,
    ages: each(({ passages }, _known, at) => [
      ...passages.flatMap(agesIn),
      ...deadAgeIn(passages, quantities[at]?.[0]?.dead ?? new Set()),
    ]),
    holders: each(({ passages }, known) =>
      passages.flatMap((passage) => holdersIn(passage, officesOf, known)),
    ),
    doers: each(({ passages }, known) => passages.flatMap((passage) => doersIn(passage, officesOf, known))),
    signers: each(({ passages }, known) =>
      passages.flatMap((passage) => signersIn(passage, officesOf, known)),
    ),
    quoted: each(({ passages }) => passages.flatMap(quotedIn)),
    written: each(({ passages }) => passages.flatMap(namesWritten)),
    places: each(({ passages }, known) => passages.flatMap((passage) => placesIn(passage, known))),
    recipients: each(({ passages }) => passages.flatMap((passage) => recipientsIn(passage, officesOf))),
  };
}

/** Finds the offices of passages, each once, for whoever asks. */
function officesFinder(places: ReadonlySet<string>): (passage: Passage) => readonly Office[] {
  const known = new Map<Passage, readonly Office[]>();
  return (passage) => {
    const offices = known.get(passage) ?? officesIn(passage, places);
    known.set(passage, offices);
    return offices;
  };
}

/** Holds the claims of each two accounts against each other, kind by kind. */
function compareClaims(claims: Claims, { weigh }: Read): readonly Difference[] {
  const holders = compared(claims.holders, { align: alignHolders, relate: relateHolders }, weigh);
  const doers = compared(claims.doers, { align: alignDoers, relate: relateDoers }, weigh);
  const written = compared(claims.written, { align: alignWritten, relate: relateWritten }, weigh);
  return [
    ...compared(claims.days, { align: alignDays, relate: relateDays }, weigh),
    ...compared(claims.quantities, { align: alignQuantities, relate: relateQuantities }, weigh),
    ...compared(claims.ages, { align: alignAges, relate: relateAges }, weigh),
    ...holders,
    ...written.filter((one) => !holders.some((other) => sharesValue(one, other))),
    ...doers.filter((one) => !holders.some((other) => sharesValue(one, other))),
    ...compared(claims.signers, { align: alignSigners, relate: relateSigners }, weigh),
    ...compared(claims.quoted, { align: alignQuoted, relate: relateQuoted }, weigh),
    ...compared(claims.places, { align: alignPlaces, relate: relatePlaces }, weigh),
    ...compared(claims.recipients, { align: alignRecipients, relate: relateRecipients }, weigh),
  ];
}

const sharesValue = (a: Difference, b: Difference): boolean =>
  a.values.some(({ value }) => b.values.some((other) => other.value === value));

function compared<T extends Claim>(
  claims: readonly (readonly T[])[],
  kind: ClaimKind<T>,
  weigh: (key: string) => number,
): readonly Difference[] {
  const slots = claims.map((list) => Map.groupBy(list, ({ slot }) => slot));
  const pairs = [];
  let left = PAIRS;
  for (const [at, mine] of slots.entries()) {
    for (const theirs of slots.slice(at + 1)) {
      if (left <= 0) break;
      left -= 1;
      for (const [slot, list] of mine) pairs.push(...pairClaims(list, theirs.get(slot) ?? [], kind, weigh));
    }
  }
  return gather(pairs, kind, weigh);
}

/** Whom and what an account speaks of, by sound and concept. */
function namesOf({ passages }: Reading): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { keys } of passages)
    for (const key of keys) if (key.startsWith('name:') || key.startsWith('concept:')) names.add(key);
  return names;
}

/** What a key two sentences share says for their telling the same: the fewer sentences of the story have it, the more. */
function weights(readings: readonly Reading[]): (key: string) => number {
  const passages = readings.flatMap((reading) => reading.passages);
  const frequency = new Map<string, number>();
  for (const { keys } of passages) for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const most = Math.log(1 + passages.length / 2);
  return (key) => Math.log(1 + passages.length / (frequency.get(key) ?? 1)) / most;
}
