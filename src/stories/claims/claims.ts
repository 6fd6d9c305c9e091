/** What only one account of a story has. */

import type { Difference, SoleClaim } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { type Account, MOST_ACCOUNTS } from '../account.ts';
import { conceptsIn, finderOf } from '../concepts-named.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import { hasFigure, isNamedIn, isToldIn, type Limits } from './elsewhere.ts';
import { type Told, toldBy } from './told.ts';

/** What a reader is told of one account, and of one story. */
const OF_ACCOUNT = 2;
const OF_STORY = 6;
/** An account of fewer terms leaves out nearly everything: what others say is no claim of theirs alone. */
const FULL = 20;

/**
 * What only one account has, where others tell of the same event: words somebody is quoted with, numbers, deeds of somebody
 * named. Retellings that were rewritten by a machine betray themselves by quotations nobody else heard.
 *
 * Only what can be checked is claimed, quotations before numbers before deeds, at most two an account, six a story and
 * one deed among them, since deeds are told in the most ways: a longer account is
 * not listed by its whole body. What the accounts differ on is none of it. Words are compared within a language; across languages
 * numbers are, by their value, and names, by their sound or by the topic's concepts. Where neither is there, nothing is claimed:
 * it may stand in the other account in other words.
 */
export function soleClaims(
  accounts: readonly Account[],
  concepts: readonly Concept[],
  differences: readonly Difference[],
): readonly SoleClaim[] {
  const find = finderOf(concepts);
  const differing = new Set(
    differences.flatMap(({ values }) => values.flatMap(({ quotes }) => quotes.map(({ quote }) => quote))),
  );
  const told = accounts.slice(0, MOST_ACCOUNTS).map((account) => toldBy(account, find));
  const found = told.flatMap((one) => {
    const others = told.filter((other) => other !== one && other.terms.size >= FULL);
    return others.length === 0 ? [] : ofAccount(one, others, { find, differing });
  });
  const sorted = found.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  const firstDeed = sorted.findIndex(({ kind }) => kind === 'deed');
  return sorted.slice(0, firstDeed < 0 ? OF_STORY : Math.min(OF_STORY, firstDeed + 1));
}

const ORDER: Readonly<Record<SoleClaim['kind'], number>> = { quote: 0, number: 1, deed: 2 };

interface Compared {
  readonly find: ConceptFinder;
  /** The sentences in which accounts differ. */
  readonly differing: ReadonlySet<string>;
}

function ofAccount(one: Told, others: readonly Told[], { find, differing }: Compared): readonly SoleClaim[] {
  const claims: SoleClaim[] = [];
  const claimed = new Set<string>();
  // Kind by kind: what is not needed is not looked for.
  for (const candidatesIn of CANDIDATES) {
    for (const statement of one.statements) {
      for (const candidate of claimed.has(statement.text) ? [] : candidatesIn(statement, one.language)) {
        if (claims.length === OF_ACCOUNT) return claims;
        if (claimed.has(statement.text) || !isSole(candidate, one, others, { find, differing })) continue;
        claimed.add(statement.text);
        const { kind, text, speaker } = candidate;
        const quote = statement.text;
        claims.push({
          articleId: one.account.articleId,
          quote,
          kind,
          text,
          ...(speaker !== null && { speaker }),
        });
      }
    }
  }
  return claims;
}

function isSole(
  candidate: Candidate,
  one: Told,
  others: readonly Told[],
  { find, differing }: Compared,
): boolean {
  const { kind, statement } = candidate;
  if (kind === 'number' && differing.has(statement.text)) return false;
  if (kind !== 'quote' && !isOfEvent(candidate, one, others)) return false;
  return others.every((other) => isMissingIn(candidate, one, other, find));
}

/**
 * Whether a sentence tells of the event others tell of, as far as that can be seen, in their language: it or a sentence beside it
 * has a term in common with them. A digest tells of other events too.
 */
function isOfEvent({ statement }: Candidate, one: Told, others: readonly Told[]): boolean {
  const same = others.filter(({ language }) => language === one.language);
  const at = one.statements.indexOf(statement);
  return (
    same.length === 0 ||
    one.statements
      .slice(Math.max(0, at - 1), at + 2)
      .some((beside) => [...beside.terms].some((term) => same.some(({ terms }) => terms.has(term))))
  );
}

/**
 * Numbers stand in sentences whose other words may well be told elsewhere; words of somebody, or a deed, are all there is to a
 * claim.
 */
const LIMITS: Readonly<Record<SoleClaim['kind'], Limits>> = {
  quote: { inSentence: 0.45, inAccount: 0.7 },
  number: { inSentence: 0.6, inAccount: 0.8 },
  deed: { inSentence: 0.3, inAccount: 0.45 },
};

/** Whether it is sure that another account does not have this. */
function isMissingIn(
  { kind, terms, figure, sums, name, statement }: Candidate,
  one: Told,
  other: Told,
  find: ConceptFinder,
): boolean {
  if (figure !== null && hasFigure(figure, other)) return false;
  if (sums.some((sum) => other.figures.some(({ value }) => value === sum))) return false;
  // A deed is sure only of somebody whom nobody else names.
  if (kind === 'deed' && name !== null && other.account.text.includes(lastOf(name))) return false;
  if (one.language === other.language) return !isToldIn(terms, other, LIMITS[kind]);
  if (kind === 'number') return figure !== null && figure.value >= 10;
  // Of words in another language only that nobody who could have said them is there is sure.
  if (kind === 'deed' || [...conceptsIn(statement.text, find)].some((id) => other.concepts.has(id)))
    return false;
  return name !== null && isNamedIn(lastOf(name), other) === false;
}

const lastOf = (name: string): string => name.split(' ').at(-1) ?? name;
