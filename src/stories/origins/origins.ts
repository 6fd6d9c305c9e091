/**
 * Whom the accounts of a story go back to, for who reads this room for the first time.
 *
 * 1. `attributions.ts` reads one account: a folder a language tells who says so in each sentence (`voices.ts` there is the
 *    place to begin; `bodies.ts` finds bodies, `persons.ts` persons, `saying.ts` knows verbs, the `words` files hold the
 *    vocabulary). `people.ts` remembers whom a surname or a pronoun means; date lines and links are signs, too.
 * 2. `voice.ts` tells whether two voices are one: by what they are, and by their names in whatever script (`same-name.ts`).
 * 3. `heard.ts` holds what each account names; this file puts the voices of all accounts together into origins.
 * 4. `party/` tells who of them takes part in the event, `passages.ts` and `lost.ts` what is copied and what loses its origin.
 */

import type { Comparison, Origin, OriginSign } from '../../domain/comparison.ts';
import type { SourceKind } from '../../domain/source.ts';
import type { Concept } from '../../domain/topic.ts';
import { languageOfName } from '../../text/names/names.ts';
import { type Account, MOST_ACCOUNTS } from '../account.ts';
import { englishNameOf } from './body-names.ts';
import { type Heard, hear, type Source } from './heard.ts';
import { lostAttributions } from './lost.ts';
import { isOwn } from './own.ts';
import { isParty } from './party/party.ts';
import { passagesOf, sharedPassage } from './passages.ts';
import { type Attribution, isSameVoice, mayBeSameBody, type Voice } from './voice.ts';

/**
 * Whom the accounts of a story go back to, and which of them name nobody.
 *
 * An account shows it by attributions in its text, by its date line, by links; its own outlet is nobody it goes back to. One that
 * names nobody may be the very voice others cite, or hold a passage word for word from an earlier one. What is not sure is not
 * claimed: "officials", "sources" and "analysts" are no origin.
 *
 * @param accounts in any order; the first sixty are read
 * @param concepts the topic's: its organisations are origins under all their names
 */
export function origins(
  accounts: readonly Account[],
  concepts: readonly Concept[],
): Pick<Comparison, 'origins' | 'unnamed' | 'lostAttributions'> {
  const heard = hear(accounts.slice(0, MOST_ACCOUNTS), concepts);
  const sources = sourcesOf(heard);
  addOutlets(sources, heard);
  addPassages(sources, heard);
  const found = sources
    .toSorted((a, b) => b.accounts.size - a.accounts.size || Number(isWitness(a)) - Number(isWitness(b)))
    .map((source) => ({ ...source, ...originOf(source, heard) }));
  const named = new Set(sources.flatMap(({ accounts: by }) => [...by.keys()]));
  return {
    origins: found
      .map(({ accounts: by, ...origin }) => ({
        ...origin,
        accounts: [...by].map(([articleId, sign]) => ({ articleId, ...sign })),
      }))
      .map(({ voices: _, ...origin }) => origin),
    unnamed: heard.map(({ account }) => account.articleId).filter((id) => !named.has(id)),
    lostAttributions: lostAttributions(heard, found),
  };
}

/** Who is only quoted with what they saw stands behind those who speak for more. */
const isWitness = ({ voices }: Source): boolean => voices.every(({ roles }) => roles.includes('witness'));

function sourcesOf(heard: readonly Heard[]): readonly Source[] {
  const sources: Source[] = [];
  const given = heard.flatMap(({ account, attributions }) =>
    attributions
      .filter((one) => !isHeadOfOne(one, attributions))
      .map((attribution) => ({ id: account.articleId, ...attribution })),
  );
  const isNameless = ({ voice }: { readonly voice: Voice }): boolean =>
    voice.form === 'body' && voice.proper.length === 0;
  for (const one of [...given.filter((each) => !isNameless(each)), ...given.filter(isNameless)]) {
    const source =
      sources.find(({ voices }) => voices.some((voice) => isSameVoice(voice, one.voice))) ??
      bodyMeant(sources, one);
    // "The company" is one that another account names, or nobody.
    if (source || !one.voice.bare) add(source ?? opened(sources), one);
  }
  return sources;
}

/** A minister whose ministry the account goes back to, too, is no second origin of it. */
const isHeadOfOne = ({ voice: { office } }: Attribution, others: readonly Attribution[]): boolean =>
  office !== undefined &&
  others.some(({ voice }) => isSameVoice(voice, office) || mayBeSameBody(voice, office));

/** The one body that "the defence ministry" can be: this account's, else the only one of its sort in the story. */
function bodyMeant(
  sources: readonly Source[],
  { id, voice }: { readonly id: string; readonly voice: Voice },
): Source | undefined {
  if (voice.proper.length > 0) return undefined;
  const possible = sources.filter(({ voices }) => voices.some((other) => mayBeSameBody(other, voice)));
  const own = possible.find(({ accounts }) => accounts.has(id));
  if (own && !voice.contested) return own;
  // Where it is open which one is meant, it joins only those that are as open; in another language a ministry without a name is
  // as often another state's.
  const open = possible.filter(
    ({ voices }) =>
      voices.every(({ proper }) => proper.length === 0) ||
      (!voice.contested && voices.some(({ name }) => isLatin(name) === isLatin(voice.name))),
  );
  return open.length === 1 ? open[0] : undefined;
}

const isLatin = (name: string): boolean => /^\p{Script=Latin}/u.test(name);

function opened(sources: Source[]): Source {
  const source: Source = { voices: [], accounts: new Map() };
  sources.push(source);
  return source;
}

function add(
  { voices, accounts }: Source,
  { id, voice, quote, how }: Attribution & { readonly id: string },
): void {
  voices.push(voice);
  if (!accounts.has(id)) accounts.set(id, { quote, how });
}

/** An account that names nobody and is the very voice others cite goes back to itself: the agency's own dispatch. */
function addOutlets(sources: readonly Source[], heard: readonly Heard[]): void {
  for (const { account, own, attributions, sentences } of heard) {
    if (attributions.length > 0) continue;
    const source = sources.find(({ voices }) => voices.some((voice) => isOwn(voice, own)));
    source?.accounts.set(account.articleId, { quote: sentences[0] ?? account.title, how: 'source' });
  }
}

/**
 * An account that names nobody but has a passage word for word from an earlier one goes back to whom that one names for it: in
 * that sentence, or by its date line for all it tells.
 */
function addPassages(sources: readonly Source[], heard: readonly Heard[]): void {
  const isNamed = ({ account }: Heard): boolean =>
    sources.some(({ accounts }) => accounts.has(account.articleId));
  const unnamed = heard.filter((account) => !isNamed(account));
  if (unnamed.length === 0) return;
  for (const other of heard.filter(isNamed)) {
    const passages = passagesOf(other);
    for (const account of unnamed) {
      if (
        isNamed(account) ||
        account.account.language !== other.account.language ||
        timeOf(other) > timeOf(account)
      )
        continue;
      const shared = sharedPassage(account, passages);
      const source = shared && sourceOf(sources, other, shared.sentence);
      if (shared && source)
        source.accounts.set(account.account.articleId, { quote: shared.quote, how: 'passage' });
    }
  }
}

/** Signs that hold for all an account tells. */
const WHOLE: ReadonlySet<OriginSign> = new Set(['dateline', 'source', 'passage']);

function sourceOf(
  sources: readonly Source[],
  { account, attributions }: Heard,
  sentence: number,
): Source | undefined {
  const inSentence = attributions.filter((one) => one.sentence === sentence);
  const meant = sources.filter(({ voices }) => inSentence.some(({ voice }) => voices.includes(voice)));
  const whole = sources.filter(({ accounts }) =>
    WHOLE.has(accounts.get(account.articleId)?.how ?? 'attribution'),
  );
  return meant.length === 1 ? meant[0] : whole.length === 1 ? whole[0] : undefined;
}

const timeOf = ({ account }: Heard): string => account.published ?? account.firstSeen;

function originOf({ voices }: Source, heard: readonly Heard[]): Omit<Origin, 'accounts'> {
  const best = bestNamed(voices);
  const kind = kindOf(voices, heard);
  return {
    name: best?.name ?? '',
    ...namesOf(voices, best),
    conceptId: voices.find(({ conceptId }) => conceptId !== null)?.conceptId ?? null,
    kind,
    party: isParty({ voices: voices.map((voice) => ({ ...voice, kind })) }, heard),
  };
}

/** What an origin is called in other languages than that of its name: by accounts, or in English by what it is. */
function namesOf(voices: readonly Voice[], best: Voice | undefined): Pick<Origin, 'names'> {
  if (best === undefined || best.form !== 'body') return {};
  const names: Record<string, string> = {};
  for (const voice of voices) {
    const language = languageOfName(voice.name);
    names[language] ??= bestNamed(voices.filter(({ name }) => languageOfName(name) === language))?.name ?? '';
  }
  const english = names.en ?? voices.map(englishNameOf).find((name) => name !== null);
  return { names: { ...names, ...(english && { en: english }) } };
}

/** What its own account in the story says of its kind, if there is one; the settings of a source know best. */
function kindOf(voices: readonly Voice[], heard: readonly Heard[]): SourceKind {
  const own = heard.find(
    (account) => account.account.outletKind !== 'other' && voices.some((voice) => isOwn(voice, account.own)),
  );
  return own?.account.outletKind ?? bestNamed(voices)?.kind ?? 'other';
}

/** The voice whose name says most: a known one, then the one with most names, in Latin letters before others. */
function bestNamed(voices: readonly Voice[]): Voice | undefined {
  const worth = ({ id, proper, name }: Voice): number =>
    (id === null ? 0 : 10) + Math.min(proper.length, 4) + (/^\p{Script=Latin}/u.test(name) ? 0.5 : 0);
  return voices.toSorted((a, b) => worth(b) - worth(a))[0];
}
