import type { Comparison, Origin, OriginSign } from '../../domain/comparison.ts';
import type { Concept } from '../../domain/topic.ts';
import type { Account } from '../account.ts';
import { attributionsOf, sentencesOf } from './attributions.ts';
import { isOwn, outletVoice, withOutlets } from './own.ts';
import { type Attribution, isSameVoice, mayBeSameBody, type Voice } from './voice.ts';
import { voiceFinder } from './voices.ts';

/** More accounts of one story are not read: what sixty outlets say, the next ones say too. */
const ACCOUNTS_READ = 60;

/** An account as it is heard: whose voice it is itself, and to whom it gives what it tells. */
export interface Heard {
  readonly account: Account;
  readonly own: Voice;
  readonly sentences: readonly string[];
  readonly attributions: readonly Attribution[];
}

/** One origin while it is put together. */
export interface Source {
  readonly voices: Voice[];
  readonly accounts: Map<string, { readonly quote: string; readonly how: OriginSign }>;
}

/** Whom the accounts of a story go back to, and which of them name nobody. */
export function origins(
  accounts: readonly Account[],
  concepts: readonly Concept[],
): Pick<Comparison, 'origins' | 'unnamed' | 'lostAttributions'> {
  const heard = hear(accounts.slice(0, ACCOUNTS_READ), concepts);
  const sources = sourcesOf(heard);
  const named = new Set(sources.flatMap(({ accounts: by }) => [...by.keys()]));
  return {
    origins: sources.map(originOf).toSorted((a, b) => b.accounts.length - a.accounts.length),
    unnamed: accounts.map(({ articleId }) => articleId).filter((id) => !named.has(id)),
    lostAttributions: [],
  };
}

function hear(accounts: readonly Account[], concepts: readonly Concept[]): readonly Heard[] {
  const find = voiceFinder(concepts);
  const owns = accounts.map((account) => outletVoice(account, find));
  const findAll = withOutlets(find, owns);
  return accounts.map((account, at) => {
    const own = owns[at] ?? outletVoice(account, find);
    const attributions = attributionsOf(account, findAll).filter(({ voice }) => !isOwn(voice, own));
    return { account, own, sentences: sentencesOf(account), attributions };
  });
}

function sourcesOf(heard: readonly Heard[]): readonly Source[] {
  const sources: Source[] = [];
  const given = heard.flatMap(({ account, attributions }) =>
    attributions.map((attribution) => ({ id: account.articleId, ...attribution })),
  );
  const isNameless = ({ voice }: { readonly voice: Voice }): boolean =>
    voice.form === 'body' && voice.proper.length === 0;
  for (const one of [...given.filter((each) => !isNameless(each)), ...given.filter(isNameless)]) {
    const source =
      sources.find(({ voices }) => voices.some((voice) => isSameVoice(voice, one.voice))) ??
      bodyMeant(sources, one);
    add(source ?? opened(sources), one);
  }
  return sources;
}

/** The one body that "the defence ministry" can be: this account's, else the only one of its sort in the story. */
function bodyMeant(
  sources: readonly Source[],
  { id, voice }: { readonly id: string; readonly voice: Voice },
): Source | undefined {
  if (voice.proper.length > 0) return undefined;
  const possible = sources.filter(({ voices }) => voices.some((other) => mayBeSameBody(other, voice)));
  return (
    possible.find(({ accounts }) => accounts.has(id)) ?? (possible.length === 1 ? possible[0] : undefined)
  );
}

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

function originOf({ voices, accounts }: Source): Origin {
  const best = bestNamed(voices);
  return {
    name: best?.name ?? '',
    conceptId: voices.find(({ conceptId }) => conceptId !== null)?.conceptId ?? null,
    kind: best?.kind ?? 'other',
    party: false,
    accounts: [...accounts].map(([articleId, sign]) => ({ articleId, ...sign })),
  };
}

/** The voice whose name says most: a known one, then the one with most names, in Latin letters before others. */
function bestNamed(voices: readonly Voice[]): Voice | undefined {
  const worth = ({ id, proper, name }: Voice): number =>
    (id === null ? 0 : 10) + Math.min(proper.length, 4) + (/^\p{Script=Latin}/u.test(name) ? 0.5 : 0);
  return voices.toSorted((a, b) => worth(b) - worth(a))[0];
}
