/** Which claims lose their attribution on the way. */

import type { LostAttribution } from '../../domain/comparison.ts';
import { eachTerm } from '../../text/words.ts';
import type { Heard, Source } from './heard.ts';

/** How much of what the other account attributes a sentence must hold, and how many terms there must be to tell. */
const SAME = 0.75;
const TERMS = 7;
const TELLING = 2;

/**
 * Claims that lose their attribution on the way: what an earlier account gives to an origin stands in a later one of the same
 * language in its own name. An account that names the origin anywhere has lost nothing: its readers know. Quotations carry their
 * speaker with them. At most one an account and origin.
 */
export function lostAttributions(
  heard: readonly Heard[],
  sources: readonly (Source & { readonly name: string })[],
): readonly LostAttribution[] {
  const all = sources.map((source) => ({
    source,
    claims: heard.flatMap((account) => claimsOf(source, account)),
  }));
  return heard.flatMap((later) => {
    const { articleId } = later.account;
    const possible = all.flatMap(({ source: { name, accounts }, claims }) => {
      if (accounts.get(articleId) && accounts.get(articleId)?.how !== 'passage') return [];
      const earlier = claims.filter(({ by }) => isEarlier(by, later));
      return earlier.length === 0 ? [] : [{ name, earlier }];
    });
    const bare = possible.length === 0 ? [] : bareIn(later);
    return possible.flatMap(({ name, earlier }) => {
      const lost = bare.find(({ terms }) => earlier.some((claim) => isSaid(claim.terms, terms)));
      return lost ? [{ articleId, quote: lost.sentence, origin: name }] : [];
    });
  });
}

/** What an account gives to an origin in so many words. */
function claimsOf({ voices }: Source, by: Heard): readonly { readonly by: Heard; readonly terms: Terms }[] {
  return by.attributions
    .filter(({ voice, how, sentence }) => how === 'attribution' && sentence >= 0 && voices.includes(voice))
    .map(({ quote }) => ({ by, terms: termsOf(quote, by) }))
    .filter(({ terms }) => isTelling(terms));
}

/** The sentences an account gives to nobody. */
function bareIn(account: Heard): readonly { readonly sentence: string; readonly terms: Terms }[] {
  const given = new Set(account.attributions.map(({ sentence }) => sentence));
  return account.sentences
    .filter((sentence, at) => !given.has(at) && !QUOTED.test(sentence))
    .map((sentence) => ({ sentence, terms: termsOf(sentence, account) }))
    .filter(({ terms }) => isTelling(terms));
}

const isTelling = ({ all, telling }: Terms): boolean => all.size >= TERMS && telling.size >= TELLING;

/** Quotation marks, and verbs of saying whose speaker is not told. */
const QUOTED =
  /["“”«»„`]|''|(?<!\p{L})(?:said|says|told|added|reports|reported|according|announced)(?!\p{L})/u;

function isEarlier(one: Heard, other: Heard): boolean {
  const [before, after] = [
    one.account.published ?? one.account.firstSeen,
    other.account.published ?? other.account.firstSeen,
  ];
  return one !== other && one.account.language === other.account.language && before < after;
}

interface Terms {
  readonly all: ReadonlySet<string>;
  /** Names and numbers: what makes it this claim. */
  readonly telling: ReadonlySet<string>;
}

function termsOf(sentence: string, { account }: Heard): Terms {
  const all = new Set<string>();
  const telling = new Set<string>();
  let first = true;
  eachTerm(sentence, account.language, { numbers: true, limit: 80 }, (term, word) => {
    all.add(term);
    if (/^\p{N}/u.test(word) || (!first && /^\p{Lu}/u.test(word))) telling.add(term);
    first = false;
  });
  return { all, telling };
}

/** Whether a sentence says what a claim says: most of the shorter one's terms are the other's, a name or a number among them. */
function isSaid(claim: Terms, { all, telling }: Terms): boolean {
  const smaller = Math.min(claim.all.size, all.size);
  const shared = [...all].filter((term) => claim.all.has(term)).length;
  return shared / smaller >= SAME && [...telling].filter((term) => claim.telling.has(term)).length >= TELLING;
}
